"""How much a shared term counts: the rarer, the more, in coarse steps, so that one edit changes few of them.

Integers only: sums are the same in any order and on any machine. A weight depends on nothing but how many public
articles hold the term and, up to some thousand, how many there are.
"""

import math
from typing import Any

from plugins.newsroom.terms import UNIT

# Judgement, checked against editors' own links (18F blog corpus); the steps made no difference there.
_POWER = 4  # rarity is squared, once for each of the two articles
_LARGEST = 12  # in doublings: from 2,048 articles on, rarity no longer depends on how many there are …
_STEP = 4  # … and changes only where a frequency reaches 16; in a smaller archive at every doubling
_COMMON = 4  # in doublings: what is in 256 articles (every sixteenth of 4,096) tells nothing …
_FEW = 64  # … but what is in fewer than 64 does

_HALF = 730
"""Days apart at which closeness in time counts half of what it can: on the same day it doubles a score."""

_FINE = 10  # bits of the factor for closeness in time
FULL = 1 << 30
"""Score of two texts of one day that share all, and only the rarest terms. With tags and authors it still fits 31
bits."""


def size_class(size: int) -> int:
    """Return what the weights know of an archive of `size` public articles."""
    return min(size.bit_length(), _LARGEST)


def common(size: int) -> int:
    """Return how many articles hold a term that tells nothing, in an archive of this size class."""
    return max(_FEW, (1 << size) >> _COMMON)


def rarity(frequency: int, size: int) -> int:
    """Return what a term counts that `frequency` public articles hold: 0 for a common one."""
    if frequency >= common(size):
        return 0
    doublings = max(0, frequency.bit_length() - 1)
    step = _STEP if size == _LARGEST else 1
    rare: int = max(0, size - doublings // step * step) ** _POWER
    return rare


def score(total: Any, days: Any, size: int) -> Any:
    """Return the score of two articles so many days apart, for the sum over their terms of rarity × weight × weight.

    Takes whole numbers or arrays of them, and returns the like.
    """
    factor = (1 << _FINE) + (_HALF << _FINE) // (_HALF + days)
    return total * factor // _divisor(size)


def thousandths(score: int) -> int:
    """Return a score as the settings give it: some 700 for the same text, some 50 for a passing likeness."""
    return math.isqrt(1_000_000 * score // FULL)


def _divisor(size: int) -> int:
    whole: int = max(1, size) ** _POWER * (2 * UNIT**2 << _FINE)
    return whole // FULL
