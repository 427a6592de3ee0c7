"""How far a release is, for whoever waits at a terminal."""

import sys
import time
from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Hears how many of the changes are made, and of how many."""

SILENT = 1.0
"""Seconds that a release may take before anything is shown."""


class TransferBar:
    """Prints how many of the changes are made on one line that is written over; nothing where nobody looks on."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._began = time.monotonic()
        self._shown = 0.0

    def __call__(self, made: int, total: int) -> None:
        """Hear that `made` of `total` changes are made."""
        now = time.monotonic()
        is_last = made == total
        if not sys.stderr.isatty() or now - self._began < SILENT or (now - self._shown < 0.1 and not is_last):
            return
        self._shown = now
        print(f"\r{self._title}: {made:,} of {total:,}", end="\n" if is_last else "", file=sys.stderr, flush=True)
