"""The best matches of every article: tables with a line for each article, so that numpy handles many lines at once.

A line has room for more matches than are ever asked for, so that it can lose some before it must be made anew.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from plugins.newsroom.language.terms import Integers
from plugins.related.ranking.numbering import Numbering
from plugins.related.ranking.weights import thousandths

KEPT = 16
"""Number of an article's best matches that choices are made from."""

WIDTH = 32
"""Number of matches that a line has room for."""

NOBODY = -1


class Lists:
    """Lines by the number of the article."""

    def __init__(self, size: int) -> None:
        line = np.dtype([("numbers", "<i4", WIDTH), ("totals", "<i8", WIDTH), ("bound", "<i8")])
        self._set(np.zeros(size, line))
        self.numbers[:] = NOBODY

    def put(self, number: int, numbers: Sequence[int], totals: Sequence[int], bound: int) -> None:
        """Replace the matches of a line by these, at most `WIDTH`."""
        self.numbers[number], self.totals[number] = NOBODY, 0
        self.numbers[number, : len(numbers)], self.totals[number, : len(totals)] = numbers, totals
        self.bounds[number] = bound

    def tops(self, numbers: Integers, numbering: Numbering) -> tuple[Integers, Integers]:
        """Return the best matches in some lines, best first, and their scores in thousandths.

        Both have `KEPT` places a line; where there are fewer matches, the numbers are -1 and the scores 0.
        """
        lines = np.arange(len(numbers))[:, None]
        others, scores = self.numbers[numbers], self.scores(numbers, numbering)
        keys = numbering.keys(others, scores)
        order = np.argsort(-keys, axis=1, kind="stable")
        others, scores, keys = others[lines, order], scores[lines, order], keys[lines, order]
        are_tied = ((keys[:, 1:] == keys[:, :-1]) & (scores[:, 1:] > 0)).any(axis=1)
        for line in np.flatnonzero(are_tied).tolist():
            found = zip(scores[line].tolist(), others[line].tolist(), strict=True)
            ordered = numbering.ordered([match for match in found if match[0]])
            others[line, : len(ordered)] = [other for _, other in ordered]
        others[scores == 0] = NOBODY
        return others[:, :KEPT], thousandths(scores[:, :KEPT])

    def are_short(self, numbers: Integers, numbering: Numbering) -> Integers:
        """Return a mask of the lines whose best matches are not certain any more: others beyond may be as good."""
        scores = self.scores(numbers, numbering)
        are_enough = np.count_nonzero(scores > self.bounds[numbers, None], axis=1) >= KEPT
        are_short: Integers = ~are_enough & (self.bounds[numbers] > 0)
        return are_short

    def scores(self, numbers: Integers, numbering: Numbering) -> Integers:
        """Return the scores in some lines; 0 where there is no match."""
        others, totals = self.numbers[numbers], self.totals[numbers]
        found = numbering.scores(numbers[:, None], others, totals)
        found[totals <= 0] = 0
        return found

    def with_any(self, numbers: Iterable[int]) -> Integers:
        """Return the articles in whose lines one of `numbers` is."""
        return np.flatnonzero(self._are_any(numbers).any(axis=1))

    def drop(self, numbers: Iterable[int]) -> Integers:
        """Take articles out of all lines; return the lines that they were in."""
        gone = self._are_any(numbers)
        self.numbers[gone], self.totals[gone] = NOBODY, 0
        return np.flatnonzero(gone.any(axis=1))

    def enter(self, line: int, number: int, total: int, numbering: Numbering) -> None:
        """Add a match to a line; where the line is full, leave out the worst match and raise the bound."""
        free = np.flatnonzero(self.totals[line] <= 0)
        if len(free):
            self.numbers[line, free[0]], self.totals[line, free[0]] = number, total
            return
        scores = self.scores(np.array([line]), numbering)[0]
        worst = int(scores.argmin())
        own = int(numbering.scores(line, np.array([number]), np.array([total]))[0])
        self.bounds[line] = max(int(self.bounds[line]), min(own, int(scores[worst])))
        if own > scores[worst]:
            self.numbers[line, worst], self.totals[line, worst] = number, total

    def copy(self) -> "Lists":
        copied = Lists(0)
        copied._set(self._table.copy())
        return copied

    def grow(self, by: int) -> None:
        """Add empty lines at the end."""
        self._set(np.concatenate((self._table, Lists(by)._table)))

    def block(self, lines: slice) -> bytes:
        """Return some lines as `from_blocks` takes them."""
        return self._table[lines].tobytes()

    @classmethod
    def from_blocks(cls, blocks: Iterable[bytes]) -> "Lists":
        """Return the lines of all blocks, in their order."""
        lists = cls(0)
        lists._set(np.frombuffer(bytearray().join(blocks), lists._table.dtype))
        return lists

    def _are_any(self, numbers: Iterable[int]) -> Integers:
        is_one = np.zeros(len(self.numbers) + 1, np.bool_)  # the last one stands for nobody
        is_one[list(numbers)] = True
        found: Integers = is_one[self.numbers]
        return found

    def _set(self, table: NDArray[np.void]) -> None:
        self._table = table
        self.numbers: Integers = table["numbers"]
        self.totals: Integers = table["totals"]
        """Totals, which scores are made from; 0 where there is no match."""
        self.bounds: Integers = table["bound"]
        """Scores that no article beyond the line exceeds."""
