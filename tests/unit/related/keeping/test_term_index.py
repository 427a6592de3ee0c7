import numpy as np
import pytest

from plugins.newsroom.language.terms import packed
from plugins.related.keeping import term_index
from plugins.related.keeping.term_index import TermIndex, clear_index, write_index
from plugins.related.ranking import postings, weights
from tests.tools.shelf import MemoryShelf

DOCUMENTS = {0: packed([5, 9], [1, 2]), 1: packed([9], [3]), 20: packed([5, 9, 30], [4, 5, 6])}


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "_SHARD", 2)


@pytest.fixture
def shelf() -> MemoryShelf:
    return MemoryShelf()


def opened(shelf: MemoryShelf) -> TermIndex:
    write_index(shelf, DOCUMENTS, 2)
    return TermIndex(shelf, (), ())


def entries(index: TermIndex, *terms: int) -> dict[int, list[tuple[int, int]]]:
    """Return articles and weights of the terms that the index has."""
    found = index.select(np.array(terms, np.uint32))
    return {term: list(zip(*(part.tolist() for part in found.of(term)), strict=True)) for term in found.terms.tolist()}


def test_postings_are_found_by_their_terms(shelf: MemoryShelf) -> None:
    index = opened(shelf)

    assert entries(index, 5, 7, 30) == {5: [(0, 1), (20, 4)], 30: [(20, 6)]}
    assert entries(index, 2) == {}


def test_an_article_with_other_terms_is_found_by_these_alone(shelf: MemoryShelf) -> None:
    index = opened(shelf)
    index.replace(0, packed([30], [7]))
    index.replace(21, packed([2], [8]))
    index.replace(1, None)
    again = TermIndex(shelf, index.stale, index.fresh)

    for each in (index, again):
        assert entries(each, 2, 5, 9, 30) == {2: [(21, 8)], 5: [(20, 4)], 9: [(20, 5)], 30: [(0, 7), (20, 6)]}


def test_an_article_that_came_and_went_leaves_nothing(shelf: MemoryShelf) -> None:
    index = opened(shelf)
    before = shelf.values()
    index.replace(21, packed([2], [8]))
    index.replace(21, None)

    assert entries(index, 2) == {}
    assert shelf.values() == before


def test_the_terms_of_an_article_are_known(shelf: MemoryShelf) -> None:
    index = opened(shelf)
    index.replace(1, packed([2, 30], [1, 1]))

    assert [index.hashes(number).tolist() for number in (0, 1, 20)] == [[5, 9], [2, 30], [5, 9, 30]]


def test_common_terms_are_left_out(monkeypatch: pytest.MonkeyPatch, shelf: MemoryShelf) -> None:
    monkeypatch.setattr(weights, "_COMMON", 1)
    monkeypatch.setattr(term_index, "_ROOM", 1)
    index = opened(shelf)

    assert entries(index, 5, 9, 30) == {5: [(0, 1), (20, 4)], 30: [(20, 6)]}
    assert index.hashes(20).tolist() == [5, 30]


def test_an_index_is_full_when_many_articles_have_changed(monkeypatch: pytest.MonkeyPatch, shelf: MemoryShelf) -> None:
    monkeypatch.setattr(term_index, "_ROOM", 2)
    index = opened(shelf)
    found = [(index.is_full, index.has_room_for(2))]
    for number in (0, 1, 21):
        index.replace(number, packed([5], [1]))
        found.append((index.is_full, index.has_room_for(2)))

    assert found == [(False, True), (False, True), (False, True), (True, False)]


def test_a_cleared_shelf_is_empty(shelf: MemoryShelf) -> None:
    index = opened(shelf)
    index.replace(21, packed([2], [8]))

    clear_index(shelf, index.fresh)

    assert shelf.values() == {}


def test_an_archive_without_public_articles_has_an_empty_index(shelf: MemoryShelf) -> None:
    write_index(shelf, {}, 0)

    assert entries(TermIndex(shelf, (), ()), 5) == {}
