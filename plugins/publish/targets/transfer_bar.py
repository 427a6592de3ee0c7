"""The progress of a release, on a terminal."""

import sys
import time
from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with the number of changes made, and of all changes."""

SILENT = 1.0
"""Seconds of a release in which nothing is shown."""


class TransferBar:
    """Prints the number of changes made, always on the same line; prints nothing without a terminal."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._began = time.monotonic()
        self._shown = 0.0

    def __call__(self, made: int, total: int) -> None:
        """Show that `made` of `total` changes are made."""
        now = time.monotonic()
        is_last = made == total
        if not sys.stderr.isatty() or now - self._began < SILENT or (now - self._shown < 0.1 and not is_last):
            return
        self._shown = now
        print(f"\r{self._title}: {made:,} of {total:,}", end="\n" if is_last else "", file=sys.stderr, flush=True)
