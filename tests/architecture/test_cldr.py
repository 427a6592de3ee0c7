"""Dates, numbers, lists and plurals against Babel, which has CLDR whole: the kit has only the files written from it."""

from datetime import UTC, datetime

import pytest
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from plugins.newsroom.language.language_tags import text_direction
from plugins.newsroom.moments import moment, month_and_year
from plugins.newsroom.words.catalogues import catalogue, languages, make_words
from plugins.newsroom.words.phrases import name_list, number
from plugins.newsroom.words.plurals import plural_form
from tests.tools.cldr_files import LANGUAGES, cldr_file, locale_of, own_keys

DAYS = [datetime(2026, month, 1 + 2 * month, month + 6, month, tzinfo=UTC) for month in range(1, 13)]
SAMPLE = [0, 7, 999, 1_000, 1_234, 9_999, 10_000, 12_345, 123_456, 1_234_567, 12_345_678]
MANY = [*range(2_000), 999_999, 1_000_000, 1_000_001, 2_000_000, 10_000_000]
NAMES = ["A", "B", "C", "D"]


def following(*keys: str) -> list[str]:
    """Return the languages whose files have CLDR's own values of all these keys."""
    return [lang for lang in languages() if not own_keys(lang) & set(keys)]


@pytest.mark.parametrize("lang", languages())
def test_a_file_is_what_make_languages_writes(lang: str) -> None:
    assert (LANGUAGES / f"{lang}.cldr.toml").read_text(encoding="utf-8") == cldr_file(lang)


@pytest.mark.parametrize("lang", languages())
def test_the_direction_is_that_of_the_language(lang: str) -> None:
    assert text_direction(lang) == locale_of(lang).text_direction


@pytest.mark.parametrize("lang", languages())
def test_the_form_of_a_number_is_the_one_that_babel_chooses(lang: str) -> None:
    rules = tuple(catalogue(lang)["plural"].items())
    choose = locale_of(lang).plural_form

    assert [plural_form(rules, count) for count in MANY] == [choose(count) for count in MANY]


@pytest.mark.parametrize("lang", following("group", "group_from", "group_sizes"))
def test_numbers_are_written_as_babel_writes_them(lang: str) -> None:
    words = make_words(lang, catalogue(lang))

    assert [number(count, words) for count in SAMPLE] == [
        format_decimal(count, locale=locale_of(lang)) for count in SAMPLE
    ]


@pytest.mark.parametrize("lang", following("list_two", "list_between", "list_last"))
def test_names_are_listed_as_babel_lists_them(lang: str) -> None:
    words = make_words(lang, catalogue(lang))
    lists = [NAMES[:count] for count in range(1, 5)]

    assert [name_list(names, words) for names in lists] == [
        format_list(names, locale=locale_of(lang)) for names in lists
    ]


@pytest.mark.parametrize("lang", following("date", "years_ahead"))
def test_dates_are_written_as_babel_writes_them(lang: str) -> None:
    words = make_words(lang, catalogue(lang))

    assert [moment(day, words).date for day in DAYS] == [format_date(day, "long", locale_of(lang)) for day in DAYS]


@pytest.mark.parametrize("lang", following("short_date", "months_short", "years_ahead"))
def test_short_dates_are_written_as_babel_writes_them(lang: str) -> None:
    words = make_words(lang, catalogue(lang))
    expected = [format_skeleton("yMMMd", day, locale=locale_of(lang)) for day in DAYS]

    assert [moment(day, words).short_date for day in DAYS] == expected


@pytest.mark.parametrize("lang", languages())
def test_times_are_written_as_babel_writes_them(lang: str) -> None:
    words = make_words(lang, catalogue(lang))

    assert [moment(day, words).time for day in DAYS] == [
        format_skeleton("Hm", day, locale=locale_of(lang)) for day in DAYS
    ]


@pytest.mark.parametrize("lang", following("years_ahead"))
def test_months_are_written_as_babel_writes_them(lang: str) -> None:
    words = make_words(lang, catalogue(lang))
    expected = [format_skeleton("yMMMM", day, locale=locale_of(lang)) for day in DAYS]

    assert [month_and_year(day.year, day.month, words) for day in DAYS] == expected
