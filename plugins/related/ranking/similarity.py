"""Similarity of articles by the lists and sketches that a run keeps, for the choice among best matches.

An edit changes it for the edited article and for those in whose lists that moves, and for no other.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from plugins.related.picker import Match
from plugins.related.ranking.lists import NOBODY, Lists
from plugins.related.ranking.numbering import Numbering
from plugins.related.ranking.sketches import Sketches

_AT_ONCE = 1_000  # lines that are looked at together: some MB of memory; judgement


class KeptSimilarity:
    """Similarity of some articles and of their best matches."""

    def __init__(
        self,
        numbering: Numbering,
        numbers: Mapping[str, int],
        lists: Lists,
        sketches: Sketches,
        of: Iterable[int],
    ) -> None:
        """Look at the best matches of the articles `of`, and at those of these; `numbers` are the slugs' own."""
        self._numbering, self._numbers, self._lists, self._sketches = numbering, numbers, lists, sketches
        self._best: dict[int, dict[int, int]] = {}
        self._look_at(of)
        self._look_at({other for best in list(self._best.values()) for other in best} - self._best.keys())

    def are_near(self, one: str, other: str) -> bool:
        return self._sketches.are_near(self._numbers[one], self._numbers[other])

    def any_near(self, slugs: Sequence[str]) -> bool:
        return self._sketches.any_near([self._numbers[slug] for slug in slugs])

    def is_match(self, one: str, other: str) -> bool:
        return self._numbers[other] in self._best[self._numbers[one]]

    def matches(self, slug: str) -> Sequence[Match]:
        """Return the best matches of an article, best first."""
        slugs = self._numbering.slugs
        return [Match(slug=slugs[other], score=score) for other, score in self._best[self._numbers[slug]].items()]

    def _look_at(self, numbers: Iterable[int]) -> None:
        wanted = sorted(numbers)
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            tops = (each.tolist() for each in self._lists.tops(np.array(part, np.int64), self._numbering))
            for number, others, scores in zip(part, *tops, strict=True):
                count = others.index(NOBODY) if others[-1] == NOBODY else len(others)
                self._best[number] = dict(zip(others[:count], scores[:count], strict=True))
