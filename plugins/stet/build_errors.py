"""Errors of a build that are no mistakes in the content."""


class BuildError(Exception):
    """A build that cannot go on; the message says why and what to do.

    The output is as it was, or is new and not remembered: the next build sees what it is then.
    """


class OfferError(Exception):
    """A plugin offers something for the second time, or reads something that no plugin offers."""
