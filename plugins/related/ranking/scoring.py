"""Compares articles with all public ones, over their postings. Sums are of whole numbers, so in any order the same."""

from typing import NamedTuple

import numpy as np

from plugins.newsroom.language.terms import HEADS, LABELS, Integers, heads
from plugins.related.ranking.features import asked, offered
from plugins.related.ranking.lists import WIDTH
from plugins.related.ranking.numbering import Numbering
from plugins.related.ranking.postings import Postings, places_of
from plugins.related.ranking.weights import SPREAD, common, rarity

_GROUPS = 64  # parts of the archive whose best are looked at first; judgement, any number above WIDTH is right


class Line(NamedTuple):
    """The best matches of an article as `Lists` have them."""

    numbers: list[int]
    totals: list[int]
    bound: int


class Questions(NamedTuple):
    """Terms that articles look for in others, by the numbers of the articles."""

    starts: Integers
    """Start of each article's terms, and at the end the number of all."""
    places: Integers
    """Places of the terms in the postings."""
    worth: Integers
    """Rarity × weight of each."""


class Scorer:
    """Scores articles by the terms that they share; `postings` need hold only terms of those that are asked about."""

    def __init__(self, postings: Postings, numbering: Numbering) -> None:
        limit = common(numbering.size)
        worth = np.array([rarity(frequency, numbering.size) for frequency in range(limit + 1)], np.int64)
        self._postings, self._numbering = postings, numbering
        self._worth = worth[np.minimum(postings.frequencies, limit)]
        self._head = _heads_of(postings.terms)

    def totals(self, number: int, features: bytes) -> Integers:
        """Return for every article the sum over the terms that this one finds in it; in itself it finds none."""
        return self._found(number, *self._worth_of(*asked(features)))

    def questions(self) -> Questions:
        """Return the questions of all articles in the postings, read from these at once."""
        is_asked = (self._worth > 0) & (self._postings.terms < HEADS)
        articles, places, weights = self._postings.most(is_asked).by_article()
        places = np.flatnonzero(is_asked).astype(np.int32)[places]
        starts = np.searchsorted(articles, np.arange(len(self._numbering.slugs) + 1))
        return Questions(starts, places, (self._worth[places] * weights).astype(np.int32))

    def answer(self, number: int, questions: Questions) -> Integers:
        """Return the totals of an article in the postings."""
        line = slice(questions.starts[number], questions.starts[number + 1])
        return self._found(number, questions.places[line], questions.worth[line])

    def offers(self, number: int, features: bytes) -> Integers:
        """Return for every article the sum over the terms that it finds in this one."""
        return self._totals(number, *self._worth_of(*offered(features)))

    def best(self, number: int, totals: Integers) -> Line:
        """Return the best of all articles, from their totals."""
        numbers = self._promising(totals)
        scores = self._numbering.scores(number, numbers, totals[numbers])
        bound = 0
        if len(numbers) > WIDTH:
            bound = int(np.partition(scores, -WIDTH - 1)[-WIDTH - 1])
            numbers, scores = numbers[scores >= bound], scores[scores >= bound]
        matches = [match for match in zip(scores.tolist(), numbers.tolist(), strict=True) if match[0]]
        found = [other for _, other in self._numbering.ordered(matches)[:WIDTH]]
        return Line(found, totals[found].astype(np.int64).tolist(), bound)

    def _found(self, number: int, places: Integers, worth: Integers) -> Integers:
        """Return the totals over terms at these places, in texts and in headlines."""
        head = self._head[places]
        in_head = head >= 0
        return self._totals(number, np.append(places, head[in_head]), np.append(worth, worth[in_head]))

    def _worth_of(self, hashes: Integers, weights: Integers) -> tuple[Integers, Integers]:
        """Return the places in the postings of the terms that count, and rarity × weight of each."""
        is_there, places = places_of(hashes, self._postings.terms)
        worth = self._worth[places] * weights[is_there]
        counts = worth > 0
        return places[counts], worth[counts]

    def _totals(self, number: int, places: Integers, worth: Integers) -> Integers:
        counts, articles, weights = self._postings.read(places)
        totals = np.bincount(
            articles, np.repeat(worth.astype(np.float64), counts) * weights, len(self._numbering.slugs)
        )
        totals[number] = 0
        return totals

    @staticmethod
    def _promising(totals: Integers) -> Integers:
        """Return the numbers of articles that closeness in time and age can bring among the best, and one more.

        The last of the best of groups is no higher than the last of the best of all, and found without looking at all.
        """
        width = len(totals) // _GROUPS
        floor = 0.0
        if width:
            groups = totals[: width * _GROUPS].reshape(_GROUPS, width).max(axis=1)
            floor = np.partition(groups, -WIDTH - 1)[-WIDTH - 1] / SPREAD
        return np.flatnonzero(totals >= max(floor, 1))


def _heads_of(terms: Integers) -> Integers:
    """Return the places of the same words and pairs as terms of headlines; -1 where no headline has them."""
    found = np.full(len(terms), -1, np.int64)
    end = np.searchsorted(terms, LABELS)
    start = np.searchsorted(terms, HEADS)
    in_head, places = places_of(heads(terms[:end]), terms[start:])
    found[:end][in_head] = places + start
    return found
