"""An inverted file: for each term the articles that hold it. Articles are known by small numbers.

Imports numpy, so it is imported where there is something to compare, and not before.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

_WEIGHT = 12  # bits of the weight in an entry of 32, behind the number of the article
MOST = 1 << 32 - _WEIGHT
"""How many articles there may be."""

_SHARD = 2048  # entries in one piece, some 15 KB; judgement

Integers = NDArray[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """Entries by term, then by article."""

    terms: Integers
    """Ascending, each once."""
    starts: Integers
    """Where the entries of each term begin, and at the end how many there are."""
    entries: Integers
    """Number of an article and weight in it, as one number, so that entries are sorted and read as one."""

    @property
    def frequencies(self) -> Integers:
        return np.diff(self.starts)

    def only(self, is_kept: Integers) -> "Postings":
        """Return the postings of some terms alone, given as a mask."""
        counts = self.frequencies
        return Postings(
            terms=self.terms[is_kept],
            starts=_starts(counts[is_kept]),
            entries=self.entries[np.repeat(is_kept, counts)],
        )

    def read(self, places: Integers) -> tuple[Integers, Integers, Integers]:
        """Return for the terms at `places`: how many entries each has, then all their articles and weights."""
        starts, ends = self.starts[places], self.starts[places + 1]
        # Slices of a large file are copied several times faster than entries picked one by one.
        runs = [self.entries[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
        entries = np.concatenate(runs) if runs else self.entries[:0]
        return ends - starts, articles_of(entries), entries & np.uint32((1 << _WEIGHT) - 1)


def articles_of(entries: Integers) -> Integers:
    return entries >> np.uint32(_WEIGHT)


def split(features: bytes) -> tuple[Integers, Integers]:
    """Return hashes and weights."""
    count = len(features) // 6
    return np.frombuffer(features, "<u4", count), np.frombuffer(features, "<u2", count, 4 * count)


def build(documents: Iterable[tuple[int, bytes]]) -> Postings:
    """Return the postings of articles, each given by its number and its features."""
    numbers, counts, hashes, weights = [], [], [], []
    for number, features in documents:
        count = len(features) // 6
        numbers.append(number)
        counts.append(count)
        hashes.append(features[: 4 * count])
        weights.append(features[4 * count :])
    entries = np.repeat(np.array(numbers, np.uint32) << np.uint32(_WEIGHT), np.array(counts, np.int64))
    entries |= np.frombuffer(b"".join(weights), "<u2")
    return _sorted(np.frombuffer(b"".join(hashes), "<u4"), entries)


def joined(one: Postings, other: Postings) -> Postings:
    """Return the entries of both, which may have terms in common."""
    terms = [np.repeat(part.terms, part.frequencies) for part in (one, other)]
    return _sorted(np.concatenate(terms), np.concatenate([one.entries, other.entries]))


def without(postings: Postings, numbers: Iterable[int]) -> Postings:
    """Return the postings without some articles, and without the terms that only they held."""
    articles = articles_of(postings.entries)
    is_gone = np.zeros(1 + max(articles.max(initial=0), max(numbers, default=0)), np.bool_)
    is_gone[list(numbers)] = True
    is_kept = ~is_gone[articles]
    return _grouped(np.repeat(postings.terms, postings.frequencies)[is_kept], postings.entries[is_kept])


def ascending(values: Integers) -> Integers:
    """Return the values in their order, each once. As `numpy.unique`, which at its first use imports for long."""
    values = np.sort(values)
    is_first = np.ones(len(values), np.bool_)
    is_first[1:] = values[1:] != values[:-1]
    return values[is_first]


def places_of(terms: Integers, among: Integers) -> tuple[Integers, Integers]:
    """Return a mask of those `terms` that stand `among` others (ascending), and where these stand."""
    places = np.searchsorted(among, terms)
    is_there = places < len(among)
    is_there[is_there] = among[places[is_there]] == terms[is_there]
    return is_there, places[is_there]


def pieces(postings: Postings) -> Iterator[tuple[int, bytes]]:
    """Yield the postings in pieces of some tens of KB, each with its first term."""
    edges = np.searchsorted(postings.starts, np.arange(0, len(postings.entries), _SHARD))
    for start, end in pairwise(ascending(np.append(edges, len(postings.terms))).tolist()):
        first, last = postings.starts[start], postings.starts[end]
        parts = (
            np.array([end - start], "<u4"),
            postings.terms[start:end].astype("<u4"),
            np.diff(postings.starts[start : end + 1]).astype("<u4"),
            postings.entries[first:last].astype("<u4"),
        )
        yield int(postings.terms[start]), b"".join(part.tobytes() for part in parts)


def from_pieces(found: Sequence[bytes]) -> Postings:
    """Return the postings of some pieces, given in their order."""
    terms, counts, entries = [], [], []
    for piece in found:
        numbers = np.frombuffer(piece, "<u4")
        end = 1 + int(numbers[0])
        terms.append(numbers[1:end])
        counts.append(numbers[end : 2 * end - 1])
        entries.append(numbers[2 * end - 1 :])
    empty = [np.zeros(0, np.uint32)]
    return Postings(
        terms=np.concatenate(terms or empty),
        starts=_starts(np.concatenate(counts or empty)),
        entries=np.concatenate(entries or empty),
    )


def _starts(counts: Integers) -> Integers:
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)))


def _sorted(terms: Integers, entries: Integers) -> Postings:
    # One number a term and entry: a plain sort of those is many times faster than one that carries something along.
    both = terms.astype(np.uint64) << np.uint64(32)
    both |= entries
    both.sort()
    return _grouped((both >> np.uint64(32)).astype(np.uint32), both.astype(np.uint32))


def _grouped(terms: Integers, entries: Integers) -> Postings:
    is_first = np.ones(len(terms), np.bool_)
    is_first[1:] = terms[1:] != terms[:-1]
    firsts = np.flatnonzero(is_first)
    return Postings(terms=terms[firsts], starts=np.append(firsts, len(terms)), entries=entries)
