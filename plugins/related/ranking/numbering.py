"""Dates and slugs of articles by their numbers: all that an order of matches needs beside their totals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from plugins.newsroom.language.terms import Integers
from plugins.related.ranking.weights import score

_DAY = 86_400

ScoredNumber = tuple[int, int]
"""Score and number of an article."""


@dataclass(frozen=True, kw_only=True)
class Numbering:
    """Slugs and dates by number; a number may be vacant."""

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
        """Return the scores of `others` as matches of `of`, from their totals; arrays of one form, or numbers."""
        days = np.abs(self._days[others] - self._days[of])
        is_newer = self._dates[others] > self._dates[of]
        found: Integers = score(totals.astype(np.int64), days, is_newer, self.size)
        return found

    def keys(self, others: Integers, scores: Integers) -> Integers:
        """Return numbers that sort matches by score, then date; those of one score and second are equal."""
        found: Integers = (scores << 32) + self._dates[others]  # seconds since 1970 stay below 2^32 for long
        return found

    def ordered(self, matches: Iterable[ScoredNumber]) -> list[ScoredNumber]:
        """Return matches in their order: the higher score first, then the newer, then by slug."""
        return sorted(matches, key=lambda match: (-match[0], -self.dates[match[1]], self.slugs[match[1]]))
