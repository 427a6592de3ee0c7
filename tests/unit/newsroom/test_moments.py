from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from plugins.newsroom.moments import Moment, moment


def test_a_moment_is_printed_for_machines_and_for_readers() -> None:
    when = datetime(2023, 11, 4, 9, 5, tzinfo=ZoneInfo("Asia/Singapore"))

    assert moment(when) == Moment(
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
    assert moment(datetime(2023, 11, 4, tzinfo=ZoneInfo(zone))).zone == printed


def test_a_month_has_its_name_whatever_the_locale() -> None:
    dates = [moment(datetime(2023, month, 1, tzinfo=ZoneInfo("UTC"))).date for month in range(1, 13)]

    assert dates[0] == "1 January 2023" and dates[11] == "1 December 2023" and len(set(dates)) == 12


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no zone"):
        moment(datetime(2023, 11, 4))
