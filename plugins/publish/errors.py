"""The one error that publishing raises on purpose."""


class PublishError(Exception):
    """Publishing stopped before the switch; the message says why and what to do."""
