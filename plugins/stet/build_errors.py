"""Errors of a build that are no mistakes in the content."""


class BuildError(Exception):
    """A build that cannot go on; the message says why, and the remedy.

    The output is as it was, or is new and not in the ledger: the next build then looks at it.
    """


class OfferError(Exception):
    """A plugin offers something for the second time, or reads something that no plugin offers."""
