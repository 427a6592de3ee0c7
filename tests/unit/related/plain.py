"""The ranking as plainly as it can be written: every article compared with every other, in whole numbers and dicts.

Slow, without numpy and without anything kept; the tests hold the real one against it.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from plugins.newsroom.choices import Related
from plugins.newsroom.terms import unpacked
from plugins.related.candidates import Candidate
from plugins.related.choice import Archive, Match, choose
from plugins.related.features import features
from plugins.related.scoring import KEPT
from plugins.related.settings import RelatedSettings
from plugins.related.weights import rarity, score, size_class, thousandths

DAY = 86_400


def plain_choices(
    candidates: Sequence[Candidate], terms: Callable[[str], bytes], settings: RelatedSettings
) -> Mapping[str, Related]:
    archive = Archive({each.slug: each for each in candidates})
    matches = plain_matches(candidates, terms)
    return {each.slug: choose(each, matches[each.slug], archive, settings).related for each in candidates}


def plain_matches(candidates: Sequence[Candidate], terms: Callable[[str], bytes]) -> Mapping[str, list[Match]]:
    vectors = {each.slug: dict(zip(*unpacked(features(each, terms(each.slug))), strict=True)) for each in candidates}
    public = [each for each in candidates if each.is_public]
    size = size_class(len(public))
    frequencies = Counter(term for each in public for term in vectors[each.slug])

    def total(one: str, other: str) -> int:
        shared = vectors[one].keys() & vectors[other].keys()
        return sum(rarity(frequencies[term], size) * vectors[one][term] * vectors[other][term] for term in shared)

    def scored(one: Candidate, other: Candidate) -> int:
        worth: int = score(total(one.slug, other.slug), abs(one.date // DAY - other.date // DAY), size)
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
