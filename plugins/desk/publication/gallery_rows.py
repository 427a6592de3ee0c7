"""Rows of a gallery: pictures side by side and as high as each other, and no row much higher than the rest.

Nothing is cropped to fit: a row is as high as its pictures are when together they are as wide as the text.
"""

import math
from collections.abc import Sequence

ROW, PHONE_ROW = 3.0, 1.7
"""Width of a good row by its height, in a column of text and on a phone: two photographs, or one."""

SHAPES = (
    36,
    43,
    50,
    56,
    62,
    67,
    75,
    80,
    87,
    93,
    100,
    110,
    120,
    133,
    142,
    150,
    160,
    170,
    178,
    190,
    200,
    220,
    240,
    260,
    300,
    340,
    400,
)
"""Widths in percent of the height that the theme has rules for; those of cameras, screens and phones are exact."""
_NEAR = 1.08
"""Times that a picture may be wider or higher than its shape and be shown in it: a few pixels of each side."""


def shape_of(width: int, height: int) -> int:
    """Return the nearest shape to that of a picture."""
    ratio = 100 * width / height
    return min(SHAPES, key=lambda shape: abs(math.log(shape / ratio)))


def fits(width: int, height: int) -> bool:
    """Tell whether a picture fills its shape; one that is very wide or very high does not, and is shown whole."""
    ratio = 100 * width / height / shape_of(width, height)
    return 1 / _NEAR <= ratio <= _NEAR


def row_lengths(shapes: Sequence[int], good: float = ROW) -> list[int]:
    """Return how many pictures each row has, so that all rows together are as near to a good one as can be."""
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    for end in range(1, len(shapes) + 1):
        choices = (
            (best[start][0] + _oddness(shapes[start:end], good), [*best[start][1], end - start]) for start in range(end)
        )
        best.append(min(choices))
    return best[-1][1]


def _oddness(row: Sequence[int], good: float) -> float:
    return math.log(sum(row) / 100 / good) ** 2
