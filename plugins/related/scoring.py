"""Compares articles with all public ones, over their postings. Sums are of whole numbers, so in any order the same."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from plugins.related.postings import Integers, Postings, places_of, split
from plugins.related.weights import common, rarity, score

KEPT = 16
"""How many of the best matches are known of each article; nothing further down is ever chosen."""

_GROUPS = 64  # parts of the archive whose best are looked at first; judgement, any number above KEPT is right

_DAY = 86_400

Matches = tuple[tuple[int, int], ...]
"""Score and number of the best matches, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The articles by their numbers, as far as an order needs it; a number may be vacant."""

    slugs: Sequence[str]
    dates: Sequence[int]

    def order(self, match: tuple[int, int]) -> tuple[int, int, str]:
        """Return what a match (score, number) is sorted by: the higher score, then the newer, then the first slug."""
        worth, number = match
        return -worth, -self.dates[number], self.slugs[number]

    def best(self, matches: Sequence[tuple[int, int]]) -> Matches:
        return tuple(sorted(matches, key=self.order)[:KEPT])


class Scorer:
    """Scores articles by what they share; `postings` need hold only terms of those that are asked about."""

    def __init__(self, postings: Postings, register: Register, size: int) -> None:
        limit = common(size)
        worth = np.array([rarity(frequency, size) for frequency in range(limit + 1)], np.float64)
        self._postings, self._register, self._size = postings, register, size
        self._worth = worth[np.minimum(postings.frequencies, limit)]
        self._days = np.array(register.dates, np.int64) // _DAY

    def totals(self, number: int, features: bytes) -> Integers:
        """Return for every article the sum over the shared terms; nothing is shared with oneself."""
        hashes, weights = split(features)
        is_there, places = places_of(hashes, self._postings.terms)
        worth = self._worth[places] * weights[is_there]
        counts, articles, others = self._postings.read(places[worth > 0])
        totals = np.bincount(articles, np.repeat(worth[worth > 0], counts) * others, len(self._days))
        totals[number] = 0
        return totals

    def scores(self, number: int, totals: Integers) -> Integers:
        """Return the score of every article, from its total."""
        return self._scores(number, totals, np.arange(len(totals)))

    def best(self, number: int, totals: Integers) -> Matches:
        """Return the best of all articles, from their totals."""
        numbers = self._promising(totals)
        scores = self._scores(number, totals[numbers], numbers)
        if len(numbers) > KEPT:
            last = np.partition(scores, -KEPT)[-KEPT]
            numbers, scores = numbers[scores >= last], scores[scores >= last]
        found = zip(scores.tolist(), numbers.tolist(), strict=True)
        return self._register.best([match for match in found if match[0]])

    def _scores(self, number: int, totals: Integers, numbers: Integers) -> Integers:
        days = np.abs(self._days[numbers] - self._days[number])
        scores: Integers = score(totals.astype(np.int64), days, self._size)
        return scores

    @staticmethod
    def _promising(totals: Integers) -> Integers:
        """Return the numbers of articles that closeness in time, which at most doubles, can bring among the best.

        The KEPT-th of the best of groups is no higher than the KEPT-th of all, and found without looking at all.
        """
        width = len(totals) // _GROUPS
        floor = 0
        if width:
            groups = totals[: width * _GROUPS].reshape(_GROUPS, width).max(axis=1)
            floor = np.partition(groups, -KEPT)[-KEPT] / 2
        return np.flatnonzero(totals >= max(floor, 1))
