"""The best matches of every article: two tables with a line for each, so that all can be looked at together."""

from collections.abc import Iterable

import numpy as np

from plugins.related.postings import Integers
from plugins.related.scoring import KEPT, Matches

_NOBODY = -1


class Lists:
    """Lines by the number of the article; a line of less than `KEPT` matches has all that there are."""

    def __init__(self, size: int) -> None:
        self.numbers: Integers = np.full((size, KEPT), _NOBODY, np.int32)
        self.scores: Integers = np.zeros((size, KEPT), np.int32)

    def of(self, number: int) -> Matches:
        found = zip(self.scores[number].tolist(), self.numbers[number].tolist(), strict=True)
        return tuple((score, other) for score, other in found if score)

    def put(self, number: int, matches: Matches) -> None:
        self.scores[number] = 0
        self.numbers[number] = _NOBODY
        if matches:
            self.scores[number, : len(matches)], self.numbers[number, : len(matches)] = zip(*matches, strict=True)

    def with_any(self, numbers: Iterable[int]) -> Integers:
        """Return the articles in whose lists one of `numbers` is."""
        is_one = np.zeros(len(self.numbers) + 1, np.bool_)  # the last one stands for nobody
        is_one[list(numbers)] = True
        return np.flatnonzero(is_one[self.numbers].any(axis=1))

    def lasts(self) -> Integers:
        """Return what the last match of each article scores: 0 where there is room for more."""
        return self.scores[:, -1]

    def grow(self, by: int) -> None:
        more = Lists(by)
        self.numbers = np.concatenate((self.numbers, more.numbers))
        self.scores = np.concatenate((self.scores, more.scores))

    def block(self, lines: slice) -> bytes:
        """Return some lines as `from_blocks` takes them."""
        return np.stack((self.numbers[lines], self.scores[lines])).astype("<i4").tobytes()


def from_blocks(blocks: Iterable[bytes]) -> Lists:
    tables = [np.frombuffer(block, "<i4").reshape(2, -1, KEPT) for block in blocks]
    lists = Lists(0)
    if tables:
        lists.numbers, lists.scores = np.concatenate(tables, axis=1).astype(np.int32)
    return lists
