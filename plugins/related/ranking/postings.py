"""Postings, an inverted file: for each term the articles that hold it, by number, with their weights."""

import marshal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from plugins.newsroom.language.terms import WEIGHT_BITS, Integers, unpacked

_SHARD = 2048  # entries in one piece, some 15 KB; judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """Entries by term, then by article."""

    terms: Integers
    """Ascending, each once."""
    starts: Integers
    """Start of each term's entries, and at the end the number of all."""
    entries: Integers
    """Number of an article and weight in it, as one number, so that entries are sorted and read as one."""

    @property
    def frequencies(self) -> Integers:
        return np.diff(self.starts)

    def most(self, is_kept: Integers) -> "Postings":
        """Return the postings of many terms alone, given as a mask; takes less memory than `only`."""
        counts = self.frequencies
        entries = self.entries[np.repeat(is_kept, counts)]
        return Postings(terms=self.terms[is_kept], starts=_starts(counts[is_kept]), entries=entries)

    def only(self, places: Integers) -> "Postings":
        """Return the postings of a few terms alone, at `places` (ascending)."""
        counts, entries = self._at(places)
        return Postings(terms=self.terms[places], starts=_starts(counts), entries=entries)

    def of(self, term: int) -> tuple[Integers, Integers]:
        """Return the articles that hold a term, ascending, and the weights in them."""
        place = int(np.searchsorted(self.terms, term))
        is_there = place < len(self.terms) and self.terms[place] == term
        entries = self.entries[self.starts[place] : self.starts[place + 1]] if is_there else self.entries[:0]
        return articles_of(entries).astype(np.int64), weights_of(entries).astype(np.int64)

    def by_article(self) -> tuple[Integers, Integers, Integers]:
        """Return all entries by article, then by term: the articles, the places of the terms, the weights."""
        # Article, place and weight as one number: to sort it takes neither a second array nor a second pass.
        whole = np.repeat(np.arange(len(self.terms), dtype=np.uint64) << np.uint64(WEIGHT_BITS), self.frequencies)
        whole |= self.entries & np.uint32((1 << WEIGHT_BITS) - 1)
        articles = articles_of(self.entries).astype(np.uint64)
        articles <<= np.uint64(32 + WEIGHT_BITS)
        whole |= articles
        del articles
        whole.sort()
        weights = whole.astype(np.uint16) & np.uint16((1 << WEIGHT_BITS) - 1)
        whole >>= np.uint64(WEIGHT_BITS)
        places = whole.astype(np.uint32)
        whole >>= np.uint64(32)
        return whole.astype(np.uint32), places, weights

    def read(self, places: Integers) -> tuple[Integers, Integers, Integers]:
        """Return for the terms at `places` the number of entries of each, then all their articles and weights."""
        counts, entries = self._at(places)
        return counts, articles_of(entries), weights_of(entries)

    def _at(self, places: Integers) -> tuple[Integers, Integers]:
        """Return the number of entries of each term at `places`, then all of these."""
        starts = self.starts[places]
        counts = self.starts[places + 1] - starts
        ends = np.cumsum(counts)
        picked = np.repeat(starts - (ends - counts), counts)
        picked += np.arange(len(picked))
        return counts, self.entries.take(picked, mode="clip")  # the mode spares a look at whether all are there


def articles_of(entries: Integers) -> Integers:
    return entries >> np.uint32(WEIGHT_BITS)


def weights_of(entries: Integers) -> Integers:
    return entries & np.uint32((1 << WEIGHT_BITS) - 1)


def build_postings(documents: Iterable[tuple[int, bytes]]) -> Postings:
    """Return the postings of articles, each given by its number and its features."""
    parts = [np.zeros(0, np.uint64)]
    for number, features in documents:
        hashes, weights = unpacked(features)
        parts.append(_paired(hashes, weights | np.uint32(number << WEIGHT_BITS)))
    return _sorted(parts)


def joined(one: Postings, other: Postings) -> Postings:
    """Return the entries of both, which may have terms in common."""
    return _sorted([_paired(np.repeat(part.terms, part.frequencies), part.entries) for part in (one, other)])


def without(postings: Postings, numbers: Iterable[int]) -> Postings:
    """Return the postings without some articles, and without the terms that only they held."""
    articles = articles_of(postings.entries)
    is_gone = np.zeros(1 + max(articles.max(initial=0), max(numbers, default=0)), np.bool_)
    is_gone[list(numbers)] = True
    is_kept = ~is_gone[articles]
    return _grouped(np.repeat(postings.terms, postings.frequencies)[is_kept], postings.entries[is_kept])


def pieces(postings: Postings) -> Iterator[tuple[int, bytes]]:
    """Yield the postings in pieces, each with its first term."""
    edges = np.searchsorted(postings.starts, np.arange(0, len(postings.entries), _SHARD))
    counts = postings.frequencies
    for start, end in pairwise(ascending(np.append(edges, len(postings.terms))).tolist()):
        first, last = postings.starts[start], postings.starts[end]
        parts = postings.terms[start:end], counts[start:end], postings.entries[first:last]
        yield int(postings.terms[start]), marshal.dumps([part.astype("<u4").tobytes() for part in parts])


def from_pieces(found: Sequence[bytes]) -> Postings:
    """Return the postings of some pieces, given in their order."""
    parts = [marshal.loads(piece) for piece in found]
    terms, counts, entries = (np.frombuffer(b"".join(part[kind] for part in parts), "<u4") for kind in range(3))
    return Postings(terms=terms, starts=_starts(counts), entries=entries)


def _starts(counts: Integers) -> Integers:
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)))


def _paired(terms: Integers, entries: Integers) -> Integers:
    """Return terms and entries as one number each, the term before the entry."""
    # A plain sort of those is many times faster than one that carries something along.
    pairs: Integers = terms.astype("<u8") << np.uint64(32) | entries
    return pairs


def _sorted(parts: list[Integers]) -> Postings:
    """Return the postings of pairs, and empty `parts`: there may be tens of millions of these."""
    pairs = np.concatenate(parts)
    parts.clear()
    pairs.sort()
    halves = pairs.view("<u4").reshape(-1, 2)
    return _grouped(halves[:, 1].copy(), halves[:, 0].copy())


def _grouped(terms: Integers, entries: Integers) -> Postings:
    is_first = np.ones(len(terms), np.bool_)
    is_first[1:] = terms[1:] != terms[:-1]
    firsts = np.flatnonzero(is_first)
    return Postings(terms=terms[firsts], starts=np.append(firsts, len(terms)), entries=entries)


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
