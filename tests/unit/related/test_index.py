import pytest

from plugins.related import index
from plugins.related.index import UNIT, build

DOCUMENTS = ({"a": 1, "b": 1}, {"a": 1, "b": 1}, {"b": 1, "c": 3}, {"c": 1, "d": 1})


def test_equal_documents_match_with_the_square_of_the_unit() -> None:
    built = build([{"a": 1}, {"a": 1}], keep=10, common=10)

    assert built.matches(built.vectors[0], share=1) == {0: UNIT**2, 1: UNIT**2}


def test_documents_that_share_nothing_do_not_match() -> None:
    built = build(DOCUMENTS, keep=10, common=10)

    assert sorted(built.matches(built.vectors[0], share=1)) == [0, 1, 2]


def test_a_word_of_one_document_only_weakens_the_others() -> None:
    assert build(DOCUMENTS, keep=10, common=10).vectors[3] == {"c": 432}


def test_a_word_of_too_many_documents_weighs_nothing() -> None:
    assert build(DOCUMENTS, keep=10, common=2).vectors[0] == {"a": UNIT}


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    assert build(DOCUMENTS, keep=10, common=10).vectors[0] == {"a": 880, "b": 523}


def test_only_the_strongest_words_are_kept() -> None:
    assert build(DOCUMENTS, keep=1, common=10).vectors[0] == {"a": 880}


def test_weights_do_not_depend_on_the_order_of_words() -> None:
    forwards = build([{"a": 1, "b": 2, "c": 3}] * 2, keep=2, common=10).vectors[0]
    backwards = build([{"c": 3, "b": 2, "a": 1}] * 2, keep=2, common=10).vectors[0]

    assert list(forwards.items()) == list(backwards.items())


def test_a_document_that_was_not_indexed_is_weighted_by_the_others() -> None:
    built = build(DOCUMENTS, keep=10, common=10)

    assert built.vector({"a": 1, "never seen": 1}) == {"a": 432}


def test_weak_words_are_left_unread_when_the_strong_ones_have_much_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    built = build(DOCUMENTS, keep=10, common=10)

    monkeypatch.setattr(index, "READ", 1)

    assert sorted(built.matches(built.vectors[0], share=1)) == [0, 1]


def test_an_empty_archive_is_indexed() -> None:
    built = build([], keep=10, common=10)

    assert built.matches(built.vector({"a": 1}), share=1) == {}
