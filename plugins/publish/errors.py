"""The error of publishing."""


class PublishError(Exception):
    """Publishing stopped, and readers keep a whole publication; the message names cause and remedy."""
