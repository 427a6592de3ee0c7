from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from plugins.newsroom.front_matter.mistakes import shown
from plugins.newsroom.front_matter.times import read_time

BERLIN = ZoneInfo("Europe/Berlin")


def refusal(value: object) -> tuple[str, str]:
    with pytest.raises(PydanticCustomError) as error:
        read_time(value, BERLIN)
    context = error.value.context or {}
    return context["what"], context["remedy"]


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("2023-11-24T09:30:00.000Z", "2023-11-24T10:30:00+01:00"),
        ("2023-11-24T09:30:15.123456789+08:00", "2023-11-24T02:30:15+01:00"),
        ("2023-11-24 09:30:15.5", "2023-11-24T09:30:15+01:00"),
        ('"2023-11-24"', "2023-11-24T00:00:00+01:00"),
        ("“2023-11-24 09:30”", "2023-11-24T09:30:00+01:00"),
        ("2023-11-24  09:30", "2023-11-24T09:30:00+01:00"),
    ],
)
def test_fractions_and_quotes_change_no_time(written: str, time: str) -> None:
    assert read_time(written, BERLIN).isoformat() == time


@pytest.mark.parametrize("written", ["24.11.2023", "2023-11-24 9:30", "20231124", "2023-W47", "tomorrow", "x" * 999])
def test_another_form_is_no_time(written: str) -> None:
    what, remedy = refusal(written)

    assert what == f"{shown(written)} is no time"
    assert remedy == "write year, month, day and time as in 2023-11-24 09:30"


@pytest.mark.parametrize("written", ["2023-02-30", "2023-11-24 25:00", "2023-13-01", "0001-01-01"])
def test_what_no_calendar_has_is_told(written: str) -> None:
    assert refusal(written) == (f"{written!r} is not in the calendar", "check year, month, day and time")


@pytest.mark.parametrize("value", [["2023-11-24"], {"a": "b"}])
def test_no_text_is_no_time(value: object) -> None:
    assert refusal(value)[0] == f"{str(value)!r} is no time"


@given(st.text(st.sampled_from("0123456789-/:. TZ+年月日NovAMP"), max_size=30) | st.text(max_size=20))
def test_no_text_raises_anything_else(written: str) -> None:
    try:
        read_time(written, BERLIN)
    except PydanticCustomError as error:
        assert (error.context or {})["remedy"]
