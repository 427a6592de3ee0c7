from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pydantic import TypeAdapter, ValidationError

from plugins.newsroom.front_matter.types import Lines, Time, Url

BERLIN = ZoneInfo("Europe/Berlin")


def time(written: str) -> datetime:
    return TypeAdapter(Time).validate_python(written, context=BERLIN)


def test_times_of_the_hour_that_comes_twice_keep_their_order() -> None:
    before, after = time("2023-10-29T02:45+02:00"), time("2023-10-29T02:15+01:00")

    assert before < after
    assert max(before, after) == after
    assert after - before == timedelta(minutes=30)


def test_a_time_has_the_zones_offset_and_name() -> None:
    summer, winter = time("2023-07-01 09:30"), time("2023-12-01T08:30Z")

    assert (summer.isoformat(), summer.tzname()) == ("2023-07-01T09:30:00+02:00", "CEST")
    assert (winter.isoformat(), winter.tzname()) == ("2023-12-01T09:30:00+01:00", "CET")


@pytest.mark.parametrize(
    "written", ["0001-01-01", "0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00", "0999-12-31", "2023-02-30"]
)
def test_extreme_times_are_not_in_the_calendar(written: str) -> None:
    with pytest.raises(ValidationError, match="is not in the calendar"):
        time(written)


@pytest.mark.parametrize("url", ["https://a.example", "mailto:a@b.example", "/about/"])
def test_an_address_leads_somewhere(url: str) -> None:
    assert TypeAdapter(Url).validate_python(url) == url


@pytest.mark.parametrize(
    "url", ["a.example", "//a.example", "javascript:x", "mailto:", "https://", "https://[a", "/a b"]
)
def test_what_leads_nowhere_is_no_address(url: str) -> None:
    with pytest.raises(ValidationError, match="is no address"):
        TypeAdapter(Url).validate_python(url)


@pytest.mark.parametrize("written", [" one, two\nthree,,", "[one, two, three]", " ['one', \"two\",\n three] "])
def test_a_line_of_entries_is_a_list(written: str) -> None:
    assert TypeAdapter(Lines).validate_python(written) == ("one", "two", "three")
