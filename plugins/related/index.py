"""An inverted index over weighted words, with integer weights: sums are the same in any order and on any machine."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

UNIT = 1024
"""Length of every vector; two equal ones match with `UNIT` squared."""

READ = 10_000
"""How many entries are read for one document before the weaker words are left unread. Judgement: an archive of
a thousand articles is read whole, and one of ten thousand takes a minute."""

Vector = dict[str, int]
"""Weights by word, the strongest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Documents by the words they hold. A document is known by its place in the sequence that was indexed."""

    size: int
    keep: int
    common: int
    frequencies: Mapping[str, int]
    """In how many documents a word stands."""
    vectors: Sequence[Vector]
    postings: Mapping[str, Sequence[tuple[int, int]]]
    """For each word the documents that keep it, with its weight there."""

    def vector(self, counts: Mapping[str, int]) -> Vector:
        """Return the weighted words of a document: its `keep` strongest that other documents can share."""
        return _vector(counts, self.frequencies, self.size, self.common, self.keep)

    def matches(self, vector: Vector, share: int) -> dict[int, int]:
        """Return how well each document matches, up to about `share` × `UNIT`², without those that share nothing."""
        found: defaultdict[int, int] = defaultdict(int)
        left = READ
        for word, own in vector.items():
            entries = self.postings.get(word, ())
            weight = own * share
            for document, other in entries:
                found[document] += weight * other
            left -= len(entries)
            if left < 0:
                break
        return found


def build(documents: Sequence[Mapping[str, int]], *, keep: int, common: int) -> Index:
    """Index `documents` (word → count). A word in more than `common` of them tells nothing and is left out."""
    frequencies: Counter[str] = Counter()
    for counts in documents:
        frequencies.update(counts.keys())
    vectors = [_vector(counts, frequencies, len(documents), common, keep) for counts in documents]
    postings: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for document, vector in enumerate(vectors):
        for word, weight in vector.items():
            postings[word].append((document, weight))
    return Index(
        size=len(documents),
        keep=keep,
        common=common,
        frequencies=frequencies,
        vectors=vectors,
        postings=postings,
    )


def _vector(counts: Mapping[str, int], frequencies: Mapping[str, int], size: int, common: int, keep: int) -> Vector:
    raw = {
        word: (1 + math.log(count)) * math.log(1 + size / max(1, frequencies.get(word, 0))) ** 2
        for word, count in counts.items()
        if frequencies.get(word, 0) <= common
    }
    # Words that no other document holds count in the length, so that one shared word among many is a weak match.
    norm = math.sqrt(math.fsum(weight * weight for weight in raw.values()))
    weights = ((word, round(UNIT * weight / norm)) for word, weight in raw.items() if frequencies.get(word, 0) > 1)
    return dict(nsmallest(keep, weights, key=lambda item: (-item[1], item[0])))
