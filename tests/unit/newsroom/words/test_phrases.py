from typing import get_args

import pytest

from plugins.newsroom.words.catalogues import catalogue, english, make_words
from plugins.newsroom.words.phrases import Grouping, Phrase, Plural, name_list, number


def test_a_phrase_is_an_attribute() -> None:
    assert english().latest == "Latest"


def test_a_phrase_by_number_is_called_with_the_number() -> None:
    assert [english().archive_note(number) for number in (1, 1234)] == [
        "1 article, by month",
        "1,234 articles, by month",
    ]


def test_a_phrase_that_there_is_not_is_named() -> None:
    with pytest.raises(AttributeError, match="there is no phrase 'latset'"):
        english().latset  # noqa: B018 - the look-up is what fails


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("en", ["0", "999", "1,234", "12,345", "1,234,567"]),
        ("es", ["0", "999", "1234", "12.345", "1.234.567"]),
        ("hi", ["0", "999", "1,234", "12,345", "12,34,567"]),
    ],
)
def test_digits_of_a_large_number_stand_in_the_groups_of_the_language(tag: str, written: list[str]) -> None:
    words = make_words(tag, catalogue(tag))

    assert [number(count, words) for count in (0, 999, 1_234, 12_345, 1_234_567)] == written


def test_a_language_may_have_groups_without_a_sign() -> None:
    assert Grouping("", 1_000, (3,)).written(1_234_567) == "1234567"


@pytest.mark.parametrize(("names", "shown"), [("", ""), ("A", "A"), ("AB", "A and B")])
def test_names_are_listed_as_the_language_does(names: str, shown: str) -> None:
    assert name_list(names, english()) == shown


def test_three_names_are_listed_with_the_separators_of_the_language() -> None:
    japanese = make_words("ja", catalogue("ja"))

    assert name_list("ABC", japanese) == "A、B、C"


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["Ana", "Inés"], "Ana e Inés"),
        (["Ana", "Luis", "Hilario"], "Ana, Luis e Hilario"),
        (["Ana", "Yván"], "Ana e Yván"),
        (["Ana", "Yolanda"], "Ana y Yolanda"),
        (["Inés", "Ana"], "Inés y Ana"),
    ],
)
def test_spanish_has_another_and_before_the_same_sound(names: list[str], shown: str) -> None:
    assert name_list(names, make_words("es-MX", catalogue("es"))) == shown


def test_words_stand_for_all_that_they_say() -> None:
    changed = make_words("en", {**catalogue("en"), "latest": "Newest"})

    assert repr(changed) != repr(english())


def test_every_phrase_is_of_a_kind_that_templates_know() -> None:
    kinds = (str, Plural, tuple)

    assert len(get_args(Phrase)) == len(kinds)
    assert [name for name, phrase in english().phrases if not isinstance(phrase, kinds)] == []
