"""Ladder of sizes: the widths that a picture is made in, and those of the files that pages offer to browsers."""

from collections.abc import Sequence
from math import isqrt

from plugins.pictures.values import Print

LADDER = (320, 480, 720, 960, 1200, 1600)
"""Widths in pixels: those that the slots of pages ask for on screens of single, double and triple density."""

WIDEST_UPRIGHT = 1200
"""Widest of the pictures that are higher than wide: no page shows one as wide as its column."""

MOST_PIXELS = 8_000_000
"""Of a rung: encoders take a hundred bytes for each in the worst case. Met by strips six times as high as wide."""

TALLEST = 16_000
"""Height of a rung that every encoder takes."""

OLDER_LADDER = (480, 1200)
"""Widths for browsers that do not show AVIF, for feeds and for machines."""

WIDEST_WHOLE = 3200
"""Widest of the authors' files that are handed on as they are: a phone can still decode it."""

RATIOS = ((16, 9), (4, 3), (1, 1))
"""Ratios of structured data: those that search engines ask for."""

RATIO_WIDTH = 1200

_NEAR = 1.1
"""Two rungs nearer to each other than this would look the same."""

WORTH = 0.7
"""A rung with more than this part of the bytes of the whole picture is not worth a file: the whole one is sharper."""


def rung_widths(width: int, height: int) -> tuple[int, ...]:
    """Return the widths that a picture of this size is made in, ascending: none wider than itself."""
    widest = WIDEST_UPRIGHT if height > width else LADDER[-1]
    top = min(width, widest, max(1, isqrt(MOST_PIXELS * width // height)))
    return (*(rung for rung in LADDER if rung * _NEAR < top), top)


def rung_height(rung: int, width: int, height: int) -> int:
    """Return the height of a rung of a picture."""
    return min(TALLEST, max(1, round(height * rung / width)))


def older_widths(widths: Sequence[int]) -> tuple[int, ...]:
    """Return those of the widths that older browsers get as well, ascending."""
    small, large = OLDER_LADDER
    top = max(width for width in widths if width <= large * _NEAR)
    return (small, top) if small in widths and small * _NEAR < top else (top,)


def modern_ladder(rungs: Sequence[Print], whole: Print | None, limit: int | None) -> tuple[Print, ...]:
    """Return the files to offer among `rungs`, ascending, and `whole`, the picture as it is if that can be shown.

    `limit` is the size of the author's file in bytes; None for a part of it, which nothing can be compared with.
    No file has more bytes than the one that is wider, and none more than the author's.
    """
    top = rungs[-1]
    if whole and whole.bytes < top.bytes:
        top = whole
    elif limit is not None and top.bytes > limit:
        top = next((rung for rung in reversed(rungs) if rung.bytes <= limit), rungs[0])
    return (*_worthy(rungs, top, whole), top)


def older_ladder(rungs: Sequence[Print], whole: Print | None) -> tuple[Print, ...]:
    """Return the files to offer to every browser, as `modern_ladder` does; the last is the one for all other uses."""
    top = rungs[-1]
    if whole and top.bytes > whole.bytes * WORTH:
        top = whole
    return (*_worthy(rungs, top, whole), top)


def _worthy(rungs: Sequence[Print], top: Print, whole: Print | None) -> list[Print]:
    """Return the rungs below `top` that save enough."""
    most = min(whole.bytes * WORTH, top.bytes) if whole else top.bytes
    return [rung for rung in rungs if rung.width < top.width and rung.bytes <= most]
