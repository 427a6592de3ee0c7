from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from plugins.newsroom.moments import Moment, from_now, moment, month_and_year, month_name, month_title, written_date
from plugins.newsroom.words.catalogues import catalogue, english, make_words


def test_a_moment_is_printed_for_machines_and_for_readers() -> None:
    when = datetime(2023, 11, 4, 9, 5, tzinfo=ZoneInfo("Asia/Singapore"))

    assert moment(when, english()) == Moment(
        iso="2023-11-04T09:05:00+08:00",
        date="4 November 2023",
        short_date="4 Nov 2023",
        time="09:05",
        zone="UTC+8",
    )


@pytest.mark.parametrize(
    ("zone", "printed"),
    [("Asia/Tokyo", "JST"), ("Asia/Kolkata", "IST"), ("Asia/Kathmandu", "UTC+5:45"), ("America/Sao_Paulo", "UTC-3")],
)
def test_a_zone_is_printed_by_its_letters_or_its_offset(zone: str, printed: str) -> None:
    assert moment(datetime(2023, 11, 4, tzinfo=ZoneInfo(zone)), english()).zone == printed


def test_a_day_is_printed_for_readers() -> None:
    assert written_date(date(2023, 11, 4), english()) == "4 November 2023"


def test_a_month_has_its_name_whatever_the_locale() -> None:
    dates = [moment(datetime(2023, month, 1, tzinfo=ZoneInfo("UTC")), english()).date for month in range(1, 13)]

    assert dates[0] == "1 January 2023" and dates[11] == "1 December 2023" and len(set(dates)) == 12


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no zone"):
        moment(datetime(2023, 11, 4), english())


@pytest.mark.parametrize(
    ("lang", "date", "short_date", "title", "in_sentence", "alone"),
    [
        ("en", "4 November 2023", "4 Nov 2023", "November 2023", "November 2023", "November"),
        ("es", "4 de noviembre de 2023", "4 nov 2023", "Noviembre de 2023", "noviembre de 2023", "Noviembre"),
        ("th", "4 พฤศจิกายน 2566", "4 พ.ย. 2566", "พฤศจิกายน 2566", "พฤศจิกายน 2566", "พฤศจิกายน"),
        ("zh-Hant", "2023年11月4日", "2023年11月4日", "2023年11月", "2023年11月", "11月"),
    ],
)
def test_a_date_is_written_as_its_language_does(
    lang: str, date: str, short_date: str, title: str, in_sentence: str, alone: str
) -> None:
    words = make_words(lang, catalogue(lang))

    shown = moment(datetime(2023, 11, 4, 9, 5, tzinfo=ZoneInfo("UTC")), words)

    assert (shown.date, shown.short_date) == (date, short_date)
    assert (month_title(2023, 11, words), month_and_year(2023, 11, words)) == (title, in_sentence)
    assert month_name(11, words) == alone


def test_the_time_is_written_as_its_language_does() -> None:
    when = datetime(2023, 11, 4, 9, 5, tzinfo=ZoneInfo("UTC"))

    assert moment(when, make_words("id", catalogue("id"))).time == "09.05"


@pytest.mark.parametrize(
    ("lang", "date"), [("fr", "1er mars 2023"), ("pt", "1º de março de 2023"), ("en", "1 March 2023")]
)
def test_the_first_of_a_month_is_an_ordinal_where_the_language_has_one(lang: str, date: str) -> None:
    words = make_words(lang, catalogue(lang))

    assert moment(datetime(2023, 3, 1, tzinfo=ZoneInfo("UTC")), words).date == date


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "in 2 days"),
        (-59, "59 days ago"),
        (60, "in 2 months"),
        (-365, "12 months ago"),
        (729, "in 24 months"),
        (730, "in 2 years"),
        (2185, "in 6 years"),
        (-3653, "10 years ago"),
    ],
)
def test_editors_read_how_far_a_time_is(days: int, words: str) -> None:
    now = datetime(2023, 11, 24, 23, 59, tzinfo=UTC)

    assert from_now(datetime(2023, 11, 24, tzinfo=UTC) + timedelta(days=days), now) == words
