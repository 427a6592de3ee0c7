"""The one error of these commands."""


class StoppedError(Exception):
    """A reason to stop a command: what is wrong and what to do, for those who run it."""
