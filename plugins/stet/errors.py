"""What can go wrong in a build that is nobody's mistake in the content."""


class BuildError(Exception):
    """A build that cannot go on; the message says why and what to do.

    The output is as it was, or is new and not remembered: the next build sees what it is then.
    """
