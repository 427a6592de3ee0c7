"""Who hears how far a build has come."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Hears what is being done, how many of it are done, and of how many."""


def say_nothing(what: str, done: int, total: int) -> None:
    """Stand in for a progress that nobody wants to see."""
