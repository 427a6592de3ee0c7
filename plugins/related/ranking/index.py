"""The postings of all public articles, on a shelf: a large part that stays, and beside it what has changed since.

So an edit writes one small value, and what is read is what the question needs. When many have changed, `is_full` asks
for a new large part.
"""

import marshal
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from plugins.newsroom.terms import Integers
from plugins.related.keeping.shelf import Shelf, all_kept, kept
from plugins.related.ranking.features import asked
from plugins.related.ranking.ordered import ascending, places_of
from plugins.related.ranking.postings import Postings, build, from_pieces, joined, pieces, without
from plugins.related.ranking.weights import common

_ROOM = 256  # articles that may change before a new large part is made; judgement: all of these are read at every edit
_BLOCK = 16  # articles whose terms are kept together, some tens of KB; judgement


class TermIndex:
    """The postings on a shelf. Numbers are those of articles."""

    def __init__(self, shelf: Shelf, stale: Iterable[int], fresh: Iterable[int]) -> None:
        self._shelf = shelf
        self.stale, self.fresh = set(stale), set(fresh)
        """Articles whose entries in the large part no longer hold, and those with entries beside it."""
        self._size, first_terms, common_terms = marshal.loads(kept(shelf, "index"))
        self._first_terms: Integers = np.frombuffer(first_terms, "<u4")
        self._common: Integers = np.frombuffer(common_terms, "<u4")
        self._pieces: dict[int, bytes] = {}
        self._beside: Postings | None = None

    @property
    def is_full(self) -> bool:
        return len(self.stale | self.fresh) > _ROOM

    def has_room_for(self, more: int) -> bool:
        """Tell whether so many more may change and the common terms, which are in no postings, still tell nothing."""
        return len(self.stale | self.fresh) + more <= 2 * _ROOM

    def hashes(self, number: int) -> Integers:
        """Return the terms of a public article (ascending), without its headline's and the common ones."""
        if number not in self.fresh:
            block, place = divmod(number, _BLOCK)
            return np.frombuffer(marshal.loads(kept(self._shelf, f"hashes/{block}"))[place], "<u4")
        return _hashes(kept(self._shelf, f"fresh/{number}"), self._common)

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
        """Forget what can be read again."""
        self._pieces.clear()

    def _pieces_at(self, numbers: Sequence[int]) -> Sequence[bytes]:
        missing = [number for number in numbers if number not in self._pieces]
        self._pieces |= zip(missing, all_kept(self._shelf, [f"postings/{number}" for number in missing]), strict=True)
        return [self._pieces[number] for number in numbers]

    def _fresh_postings(self) -> Postings:
        """Return the postings beside the large part."""
        if self._beside is None:
            fresh = sorted(self.fresh)
            self._beside = build(
                zip(fresh, all_kept(self._shelf, [f"fresh/{number}" for number in fresh]), strict=True)
            )
        return self._beside


def write(shelf: Shelf, documents: Mapping[int, bytes], size: int) -> Postings:
    """Put the postings of all public articles on the shelf, as one large part, and return them.

    The common ones are left out: terms of so many articles that they tell nothing either when `2 * _ROOM` have changed.
    """
    postings = build(documents.items())
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
        shelf.put(
            f"hashes/{block}",
            marshal.dumps([_hashes(documents.get(each, b""), common_terms).tobytes() for each in numbers]),
        )
    shelf.put("index", marshal.dumps((count, np.array(first_terms, "<u4").tobytes(), common_terms.tobytes())))
    return postings


def clear(shelf: Shelf, fresh: Iterable[int]) -> None:
    """Take everything off the shelf again."""
    known = shelf.get("index")
    if known is not None:
        count, first_terms, _ = marshal.loads(known)
        for piece in range(len(first_terms) // 4):
            shelf.delete(f"postings/{piece}")
        for block in range(-(-count // _BLOCK)):
            shelf.delete(f"hashes/{block}")
    for number in fresh:
        shelf.delete(f"fresh/{number}")


def _hashes(features: bytes, common_terms: Integers) -> Integers:
    hashes, _ = asked(features)
    return _without(hashes, common_terms)


def _without(terms: Integers, others: Integers) -> Integers:
    kept_terms: Integers = terms[~places_of(terms, others)[0]]
    return kept_terms
