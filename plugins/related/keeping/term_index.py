"""Postings of all public articles on a shelf: a large part that stays, and beside it the articles changed since.

So an edit writes one small value, and a question reads only the postings of its terms. When many articles have changed,
`is_full` asks for a new large part.
"""

import marshal
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from plugins.newsroom.language.terms import Integers
from plugins.related.ranking.features import asked
from plugins.related.ranking.postings import (
    Postings,
    ascending,
    build_postings,
    from_pieces,
    joined,
    pieces,
    places_of,
    without,
)
from plugins.related.ranking.weights import common
from plugins.stet.state.shelf import Shelf

_ROOM = 256  # articles that may change before a new large part is made; judgement: all of these are read at every edit
_BLOCK = 16  # articles whose terms are kept together, some tens of KB; judgement


class TermIndex:
    """Postings on a shelf, by the numbers of articles."""

    def __init__(self, shelf: Shelf, stale: Iterable[int], fresh: Iterable[int]) -> None:
        self._shelf = shelf
        self.stale, self.fresh = set(stale), set(fresh)
        """Articles whose entries in the large part no longer hold, and those with entries beside it."""
        self._size, first_terms, common_terms = marshal.loads(shelf.get_all(["index"])[0])
        self._first_terms: Integers = np.frombuffer(first_terms, "<u4")
        self._common: Integers = np.frombuffer(common_terms, "<u4")
        self._pieces: dict[int, bytes] = {}
        self._beside: Postings | None = None

    @property
    def is_full(self) -> bool:
        return len(self.stale | self.fresh) > _ROOM

    def has_room_for(self, more: int) -> bool:
        """Tell whether so many more may change and the common terms, which are in no postings, still count nothing."""
        return len(self.stale | self.fresh) + more <= 2 * _ROOM

    def hashes(self, number: int) -> Integers:
        """Return the terms of a public article (ascending), without its headline's and the common ones."""
        if number in self.fresh:
            return _hashes(self._shelf.get_all([f"fresh/{number}"])[0], self._common)
        block, place = divmod(number, _BLOCK)
        return np.frombuffer(marshal.loads(self._shelf.get_all([f"hashes/{block}"])[0])[place], "<u4")

    def replace(self, number: int, features: bytes | None) -> None:
        """Let an article have other features from now on, or none."""
        self._beside = None
        if number < self._size:
            self.stale.add(number)
        if features is not None:
            self.fresh.add(number)
            self._shelf.put(f"fresh/{number}", features)
        elif number in self.fresh:
            self.fresh.remove(number)
            self._shelf.delete(f"fresh/{number}")

    def select(self, terms: Integers) -> Postings:
        """Return the postings of `terms` (ascending), without those of common ones."""
        terms = _without(terms, self._common)
        wanted = ascending(np.searchsorted(self._first_terms, terms, side="right")) - 1
        large = from_pieces(self._pieces_at([piece for piece in wanted.tolist() if piece >= 0]))
        found = large.only(places_of(terms, large.terms)[1])
        found = without(found, self.stale) if self.stale else found
        if self.fresh:
            beside = self._fresh_postings()
            found = joined(found, beside.only(places_of(terms, beside.terms)[1]))
        return found

    def rest(self) -> None:
        """Forget the pieces in memory, which can be read again."""
        self._pieces.clear()

    def _pieces_at(self, numbers: Sequence[int]) -> Sequence[bytes]:
        missing = [number for number in numbers if number not in self._pieces]
        self._pieces |= zip(missing, self._shelf.get_all([f"postings/{number}" for number in missing]), strict=True)
        return [self._pieces[number] for number in numbers]

    def _fresh_postings(self) -> Postings:
        """Return the postings beside the large part."""
        if self._beside is None:
            fresh = sorted(self.fresh)
            found = self._shelf.get_all([f"fresh/{number}" for number in fresh])
            self._beside = build_postings(zip(fresh, found, strict=True))
        return self._beside


def write_index(shelf: Shelf, documents: Mapping[int, bytes], size: int) -> Postings:
    """Put the postings of all public articles on the shelf, as one large part, and return them.

    Common terms are left out: those of so many articles that they count nothing even when `2 * _ROOM` have changed.
    """
    postings = build_postings(documents.items())
    is_common = postings.frequencies >= common(size) + 2 * _ROOM
    common_terms = postings.terms[is_common].astype("<u4")
    postings = postings.most(~is_common)
    first_terms = []
    for piece, (first, value) in enumerate(pieces(postings)):
        first_terms.append(first)
        shelf.put(f"postings/{piece}", value)
    count = max(documents, default=-1) + 1
    for block in range(-(-count // _BLOCK)):
        numbers = range(block * _BLOCK, (block + 1) * _BLOCK)
        hashes = [_hashes(documents.get(each, b""), common_terms).tobytes() for each in numbers]
        shelf.put(f"hashes/{block}", marshal.dumps(hashes))
    shelf.put("index", marshal.dumps((count, np.array(first_terms, "<u4").tobytes(), common_terms.tobytes())))
    return postings


def clear_index(shelf: Shelf, fresh: Iterable[int]) -> None:
    """Take the postings off the shelf again; `fresh` are the articles beside the large part."""
    known = shelf.get("index")
    if known is not None:
        count, first_terms, _ = marshal.loads(known)
        for piece in range(len(first_terms) // 4):
            shelf.delete(f"postings/{piece}")
        for block in range(-(-count // _BLOCK)):
            shelf.delete(f"hashes/{block}")
        shelf.delete("index")
    for number in fresh:
        shelf.delete(f"fresh/{number}")


def _hashes(features: bytes, common_terms: Integers) -> Integers:
    hashes, _ = asked(features)
    return _without(hashes, common_terms)


def _without(terms: Integers, others: Integers) -> Integers:
    kept: Integers = terms[~places_of(terms, others)[0]]
    return kept
