"""The articles by their numbers, as far as an order needs it: who is newer, and who comes first of equals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from plugins.newsroom.terms import Integers
from plugins.related.ranking.weights import score

_DAY = 86_400

Match = tuple[int, int]
"""Score and number of an article."""


@dataclass(frozen=True, kw_only=True)
class Roster:
    """What is known of the articles; a number may be vacant."""

    slugs: Sequence[str]
    dates: Sequence[int]
    size: int
    """Size class of the archive."""

    @cached_property
    def _dates(self) -> Integers:
        return np.array(self.dates, np.int64)

    @cached_property
    def _days(self) -> Integers:
        return self._dates // _DAY

    def scores(self, of: Integers | int, others: Integers, totals: Integers) -> Integers:
        """Return how well `others` go with the articles `of`, by their totals; arrays of one form, or numbers."""
        days = np.abs(self._days[others] - self._days[of])
        is_newer = self._dates[others] > self._dates[of]
        found: Integers = score(totals.astype(np.int64), days, is_newer, self.size)
        return found

    def keys(self, others: Integers, scores: Integers) -> Integers:
        """Return what matches are sorted by, as far as a number can say: those of one score and second are equal."""
        found: Integers = (scores << 32) + self._dates[others]  # seconds since 1970 stay below 2^32 for long
        return found

    def order(self, match: Match) -> tuple[int, int, str]:
        """Return what a match is sorted by: the higher score, then the newer, then the first slug."""
        worth, number = match
        return -worth, -self.dates[number], self.slugs[number]

    def ordered(self, matches: Iterable[Match]) -> list[Match]:
        return sorted(matches, key=self.order)
