"""Agreement of ranked lists with the links of editors: nDCG, recall, reciprocal rank, hits. Pure functions."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from random import Random

Ranked = Mapping[str, Sequence[str]]
"""Slugs by the slug of the article that they stand under, best first."""
Judged = Mapping[str, Mapping[str, float]]
"""Articles that editors linked from each, by slugs, with their gains."""

_DEPTH, _TOP = 10, 3
_RESAMPLES, _SEED = 1000, 7
_LOW, _HIGH = 25, 974  # of the resamples in order, for 95 %


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Of one article, or the means of many."""

    ndcg_10: float
    recall_3: float
    recall_10: float
    mrr_10: float
    hit_3: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Of all articles for which something is judged; one without a list scores 0."""

    queries: int
    means: Scores
    half_width: float
    """Of the 95 % bootstrap interval of nDCG@10."""


def measure(ranked: Ranked, judged: Judged) -> Measured:
    """Return the scores of `ranked`; targets of no gain and an article's own slug are no targets."""
    scores = []
    for slug, gains in sorted(judged.items()):
        targets = {target: gain for target, gain in gains.items() if gain > 0 and target != slug}
        if targets:
            scores.append(score(_listed(slug, ranked.get(slug, ())), targets))
    means = {field.name: _mean([getattr(each, field.name) for each in scores]) for field in fields(Scores)}
    return Measured(
        queries=len(scores), means=Scores(**means), half_width=half_width([each.ndcg_10 for each in scores])
    )


def score(listed: Sequence[str], targets: Mapping[str, float]) -> Scores:
    """Return the scores of one list, for targets with gains above 0."""
    top = listed[:_DEPTH]
    best = sorted(targets.values(), reverse=True)[:_DEPTH]
    places = [place for place, slug in enumerate(top) if slug in targets]
    at_top = sum(place < _TOP for place in places)
    return Scores(
        ndcg_10=sum(targets[top[place]] / math.log2(place + 2) for place in places)
        / sum(gain / math.log2(place + 2) for place, gain in enumerate(best)),
        recall_3=at_top / len(targets),
        recall_10=len(places) / len(targets),
        mrr_10=1 / (places[0] + 1) if places else 0.0,
        hit_3=float(at_top > 0),
    )


def half_width(values: Sequence[float]) -> float:
    """Return half the width of the 95 % bootstrap interval of a mean: the same for the same values."""
    if not values:
        return 0.0
    random = Random(_SEED)
    means = sorted(_mean(random.choices(values, k=len(values))) for _ in range(_RESAMPLES))
    return (means[_HIGH] - means[_LOW]) / 2


def _listed(slug: str, ranked: Sequence[str]) -> list[str]:
    return [other for other in dict.fromkeys(ranked) if other != slug]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
