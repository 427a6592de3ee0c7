"""Weights of shared terms: the rarer, the more, in coarse steps, so that one edit changes few of them.

Integers only: sums are the same in any order and on any machine. A weight depends on nothing but how many public
articles hold the term and, up to some thousand, how many there are.
"""

import math
from typing import Any

from plugins.newsroom.language.terms import UNIT

# Judgement, checked against authors' own links (docs/decisions/0014-what-editors-choose.md).
_POWER = 3
_LARGEST = 13  # in doublings: from 4,096 articles on, rarity no longer depends on how many there are …
_STEP = 2  # … and changes only where a frequency reaches 4, 16 or 64; in a smaller archive at every doubling
_COMMON, _COMMON_OF_MANY = 512, 256
"""Articles that hold a term which counts nothing. It bounds the reading for one article, however large the archive."""

_HALF = 730
"""Days apart at which closeness in time counts half as much as on the same day, where it doubles a score."""
_OLDER, _NEWER = 5, 4
"""A newer article must match a quarter better than an older one: authors could link to older ones only, and so an
article published today changes fewer pages that were right yesterday."""

_FINE = 10  # bits of the factor for closeness in time
FULL = 1 << 30
"""Score of two texts of one day that share all, and only the rarest terms. With headlines, tags and authors, which come
on top, it still fits 31 bits."""
SPREAD = 2 * _OLDER / _NEWER
"""Factor that a score can gain on another of the same total: by closeness in time and by age."""


def size_class(size: int) -> int:
    """Return the class of an archive of `size` public articles: all that weights take from its size."""
    return min(size.bit_length(), _LARGEST)


def common(size: int) -> int:
    """Return the number of articles from which on a term that they hold counts nothing, in an archive of this class."""
    return _COMMON_OF_MANY if size == _LARGEST else _COMMON


def rarity(frequency: int, size: int) -> int:
    """Return the worth of a term that `frequency` public articles hold: 0 for a common one."""
    if frequency >= common(size):
        return 0
    doublings = max(0, frequency.bit_length() - 1)
    step = _STEP if size == _LARGEST else 1
    rare: int = max(0, size - doublings // step * step) ** _POWER
    return rare


def score(total: Any, days: Any, is_newer: Any, size: int) -> Any:
    """Return the score of a match that is so many days away.

    `total` is the sum over their terms of rarity × weight × weight. Takes whole numbers (and whether the other one is
    newer), or arrays of them, and returns the like.
    """
    nearness = (1 << _FINE) + (_HALF << _FINE) // (_HALF + days)
    whole: int = max(1, size) ** _POWER * (2 * UNIT**2 << _FINE) * _OLDER
    return total * nearness * (_OLDER - (_OLDER - _NEWER) * is_newer) // (whole // FULL)


def closeness(days: int, is_newer: bool) -> float:
    """Return the factor of a score for its days and age, against one of the same total from the far past."""
    return float((1 + _HALF / (_HALF + days)) * (_NEWER if is_newer else _OLDER) / _OLDER)


def thousandths(score: Any) -> Any:
    """Return a score as the settings give it: 1,000 for the same text on one day, some 700 years apart.

    Takes a whole number or an array of them, and returns the like. Roots of numbers so small are exact.
    """
    squares = 1_000_000 * score // FULL
    return math.isqrt(squares) if isinstance(squares, int) else (squares**0.5).astype(squares.dtype)
