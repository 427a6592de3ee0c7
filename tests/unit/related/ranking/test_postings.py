import numpy as np
import pytest

from plugins.newsroom.language.terms import packed
from plugins.related.ranking import postings
from plugins.related.ranking.postings import Postings, build_postings, from_pieces, joined, pieces, places_of, without

DOCUMENTS = [(0, packed([5, 9, 4_000_000_000], [1, 2, 3])), (3, packed([9], [4_095])), (700, packed([5, 9], [6, 7]))]


def plain(found: Postings) -> dict[int, list[tuple[int, int]]]:
    counts, articles, weights = found.read(np.arange(len(found.terms)))
    entries = iter(zip(articles.tolist(), weights.tolist(), strict=True))
    return {
        term: [next(entries) for _ in range(count)] for term, count in zip(found.terms.tolist(), counts, strict=True)
    }


ALL = {5: [(0, 1), (700, 6)], 9: [(0, 2), (3, 4_095), (700, 7)], 4_000_000_000: [(0, 3)]}


def test_every_term_has_the_articles_that_hold_it() -> None:
    assert plain(build_postings(DOCUMENTS)) == ALL


def test_nothing_makes_empty_postings() -> None:
    assert plain(build_postings([])) == {}
    assert plain(from_pieces([])) == {}


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_pieces_put_together_are_the_whole(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(postings, "_SHARD", size)

    found = list(pieces(build_postings(DOCUMENTS)))

    assert plain(from_pieces([piece for _, piece in found])) == ALL
    assert [first for first, _ in found] == [int(from_pieces([piece]).terms[0]) for _, piece in found]


def test_articles_are_taken_out() -> None:
    assert plain(without(build_postings(DOCUMENTS), [0, 9_000])) == {5: [(700, 6)], 9: [(3, 4_095), (700, 7)]}


def test_two_parts_are_joined() -> None:
    assert plain(joined(build_postings(DOCUMENTS[1:]), build_postings(DOCUMENTS[:1]))) == ALL


def test_terms_are_found_among_others() -> None:
    is_there, places = places_of(np.array([1, 5, 10], np.uint32), build_postings(DOCUMENTS).terms)

    assert (is_there.tolist(), places.tolist()) == ([False, True, False], [0])
