"""The error of publishing."""


class PublishError(Exception):
    """Publishing stopped, and readers keep a whole publication; the message names cause and remedy."""


class UnchangedError(PublishError):
    """Readers have the same already, and a change was meant."""
