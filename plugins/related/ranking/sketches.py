"""Sketches of texts: 128 bytes each, enough to tell that two texts are nearly the same.

Of the words and pairs of a text, hashed, the lowest in each of 32 parts of the numbers stands for the text: two texts
have as large a part of these in common as of all their words and pairs (Broder, "On the resemblance and containment of
documents", 1997; one permutation in bins after Li, Owen and Zhang, 2012).
"""

from collections.abc import Iterable, Sequence

import numpy as np

from plugins.newsroom.language.terms import LABELS, Integers, unpacked

_BITS = 5
_BINS = 1 << _BITS
_NOTHING = (1 << 32) - 1
_MIX = np.uint32(0xC2B2AE35)  # odd, without a pattern: the order of the hashes must have nothing to do with the words
_EDGES = np.arange(_BINS, dtype=np.uint64) << np.uint64(32 - _BITS)
_FEWEST = 28
"""Parts of a sketch that must be filled before a text is compared; it takes about thirty words."""
_PART = (3, 4)
"""Part that two texts have in common when they count as one: judgement, on texts of four corpora. Reports of one event
by two people have about a tenth in common, pages made from one form about a half."""


class Sketches:
    """Sketches by the number of the article."""

    def __init__(self, size: int) -> None:
        self.lines: Integers = np.full((size, _BINS), _NOTHING, np.uint32)
        self._sets: dict[int, frozenset[int]] = {}

    def put(self, number: int, terms: bytes) -> None:
        self.lines[number] = _sketch(terms)
        self._sets.pop(number, None)

    def are_near(self, one: int, other: int) -> bool:
        """Tell whether two articles say nearly the same in the same words."""
        mine, theirs = self._of(one), self._of(other)
        most = max(len(mine), len(theirs))
        return most >= _FEWEST and _PART[0] * most <= _PART[1] * len(mine & theirs)

    def any_near(self, numbers: Sequence[int]) -> bool:
        """Tell whether any two of some articles are near: at once, and many times faster than by pairs."""
        lines = self.lines[list(numbers)]
        same = ((lines[:, None] == lines[None]) & (lines != _NOTHING)).sum(axis=2)
        most = np.maximum.outer(*[np.diagonal(same)] * 2)
        are_near = (most >= _FEWEST) & (_PART[0] * most <= _PART[1] * same)
        return bool(are_near.sum() > are_near.trace())

    def grow(self, by: int) -> None:
        self.lines = np.concatenate((self.lines, Sketches(by).lines))

    def block(self, lines: slice) -> bytes:
        """Return some lines as `sketches_from` takes them."""
        return self.lines[lines].astype("<u4").tobytes()

    def _of(self, number: int) -> frozenset[int]:
        found = self._sets.get(number)
        if found is None:
            found = self._sets[number] = frozenset(self.lines[number].tolist()) - {_NOTHING}
        return found


def sketches_from(blocks: Iterable[bytes]) -> Sketches:
    sketches = Sketches(0)
    sketches.lines = np.frombuffer(b"".join(blocks), "<u4").reshape(-1, _BINS).astype(np.uint32)
    return sketches


def _sketch(terms: bytes) -> Integers:
    hashes, _ = unpacked(terms)
    mixed = hashes[: np.searchsorted(hashes, LABELS)] * _MIX
    mixed.sort()
    lowest = np.append(mixed, np.uint32(_NOTHING))[np.searchsorted(mixed, _EDGES)]
    is_there = lowest >> np.uint32(32 - _BITS) == np.arange(_BINS)
    return np.where(is_there, lowest, np.uint32(_NOTHING))
