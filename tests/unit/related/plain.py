"""The ranking as plainly as it can be written: every article compared with every other, in whole numbers and dicts.

Slow, without anything kept; the tests hold the real one against it.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import combinations

from plugins.newsroom.choices import Related
from plugins.newsroom.language.terms import HEADS, LABELS, unpacked
from plugins.related.picker import Candidates, Match, RelatedCandidate, choose
from plugins.related.ranking import sketches
from plugins.related.ranking.features import features
from plugins.related.ranking.lists import KEPT
from plugins.related.ranking.weights import rarity, score, size_class, thousandths
from plugins.related.settings import RelatedSettings

DAY = 86_400


class PlainSimilarity:
    """Similarity by the matches of all, and by words and pairs themselves."""

    def __init__(self, matches: Mapping[str, list[Match]], terms: Callable[[str], bytes]) -> None:
        self._matches = matches
        self._sketch = cache(lambda slug: sketch(terms(slug)))

    def are_near(self, one: str, other: str) -> bool:
        mine, theirs = self._sketch(one), self._sketch(other)
        most = max(len(mine), len(theirs))
        return most >= sketches._FEWEST and 3 * most <= 4 * len(mine & theirs)

    def any_near(self, slugs: Sequence[str]) -> bool:
        return any(self.are_near(one, other) for one, other in combinations(slugs, 2))

    def is_match(self, one: str, other: str) -> bool:
        return any(match.slug == other for match in self._matches[one])


def sketch(packed: bytes) -> set[int]:
    """Return the lowest of all terms in each 32nd part of the numbers, in an order that has no pattern."""
    mixed = sorted(term * 0xC2B2AE35 % 2**32 for term in vector(packed) if term < LABELS)
    return {next(term for term in mixed if term >> 27 == part) for part in {term >> 27 for term in mixed}}


def plain_choices(
    candidates: Sequence[RelatedCandidate], terms: Callable[[str], bytes], settings: RelatedSettings
) -> Mapping[str, Related]:
    every = Candidates({each.slug: each for each in candidates})
    matches = plain_matches(candidates, terms)
    similarity = PlainSimilarity(matches, terms)
    return {each.slug: choose(each, matches[each.slug], every, settings, similarity).related for each in candidates}


def plain_matches(candidates: Sequence[RelatedCandidate], terms: Callable[[str], bytes]) -> Mapping[str, list[Match]]:
    vectors = {each.slug: vector(features(each, terms(each.slug))) for each in candidates}
    public = [each for each in candidates if each.is_offered]
    size = size_class(len(public))
    frequencies = Counter(term for each in public for term in vectors[each.slug])
    worth = {term: rarity(frequency, size) for term, frequency in frequencies.items()}

    def total(one: str, other: str) -> int:
        """Return the sum over the terms that `one` finds in the other: in its text, and once more in its headline."""
        asked, found = vectors[one], vectors[other]
        return sum(
            worth[term] * asked[term] * (found[term] + found.get(head_of(term), 0))
            for term in asked.keys() & found.keys()
            if term < HEADS
        )

    def scored(one: RelatedCandidate, other: RelatedCandidate) -> int:
        days = abs(one.date // DAY - other.date // DAY)
        worth: int = score(total(one.slug, other.slug), days, other.date > one.date, size)
        return worth

    return {
        one.slug: [
            Match(slug=slug, score=thousandths(-negative))
            for negative, _, slug in sorted(
                (-scored(one, other), -other.date, other.slug) for other in public if other.slug != one.slug
            )[:KEPT]
            if negative
        ]
        for one in candidates
    }


def vector(packed: bytes) -> Mapping[int, int]:
    """Return weights by term."""
    hashes, weights = unpacked(packed)
    return dict(zip(hashes.tolist(), weights.tolist(), strict=True))


def head_of(term: int) -> int:
    """Return what a word or pair is called in a headline; nothing that is in any vector for a tag or author."""
    return 3 << 30 | term * 0x9E3779B1 % 2**32 >> 2 if term < LABELS else -1
