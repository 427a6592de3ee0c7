import re
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.front_matter.date_forms import right_form
from plugins.newsroom.front_matter.times import read_time

BERLIN = ZoneInfo("Europe/Berlin")

REMEDIES = {
    "2023/11/24": "write it as 2023-11-24",
    "2023.11.24 9:30": "write it as 2023-11-24 09:30",
    "2023-1-5": "write it as 2023-01-05",
    "20231124": "write it as 2023-11-24",
    "24.11.2023": "write it as 2023-11-24",
    "1.2.2023": "write it as 2023-02-01",
    "24/11/2023": "write it as 2023-11-24",
    "11/12/2023": "write it as 2023-11-12 or 2023-12-11",
    "24 Nov 2023": "write it as 2023-11-24",
    "November 24, 2023": "write it as 2023-11-24",
    "Fri, 24 Nov 2023 09:30:00 +0000": "write it as 2023-11-24 09:30 Z",
    "2023年11月24日": "write it as 2023-11-24",
    "2023년 11월 24일 9:30": "write it as 2023-11-24 09:30",
    "2023-11-24 9:30": "write it as 2023-11-24 09:30",
    "2023-11-24 9:30 PM": "write it as 2023-11-24 21:30",
    "2023-11-24 09": "write it as 2023-11-24 09:00",
    "2023-11-24T09:30+8": "write it as 2023-11-24 09:30 +08:00",
    "2023-11-24 09:30 Asia/Singapore": "write it as 2023-11-24 09:30 +08:00",
    "2023-11-24 09:30:00 UTC": "write it as 2023-11-24 09:30 Z",
    "2023-11-24 09:30 CET": "write it as 2023-11-24 09:30 +01:00",
    "2023-07-24 09:30 CEST": "write it as 2023-07-24 09:30 +02:00",
    "2023-11-24 09:30 SGT": "write it as 2023-11-24 09:30, and behind it the offset of SGT, such as +08:00",
    "2023-11-24 09:30 Asia/Nowhere": "write it as 2023-11-24 09:30, and behind it the offset of Asia/Nowhere, such as "
    "+08:00",
}


@pytest.mark.parametrize(("written", "remedy"), REMEDIES.items())
def test_another_form_is_told_the_right_one(written: str, remedy: str) -> None:
    assert right_form(written, BERLIN) == remedy


@pytest.mark.parametrize(
    "written",
    ["tomorrow", "2023-W47", "2023-11", "November 2023", "24 Nov 23", "24 novembre 2023", "1700818200", "x" * 999, ""],
)
def test_half_a_date_has_no_right_form(written: str) -> None:
    assert right_form(written, BERLIN) is None


@pytest.mark.parametrize("remedy", sorted({remedy for remedy in REMEDIES.values() if "write it as" in remedy}))
def test_a_time_written_as_the_remedy_says_is_taken(remedy: str) -> None:
    for written in re.split(" or ", remedy.removeprefix("write it as ").partition(",")[0]):
        assert read_time(written, BERLIN)


@given(st.text(st.sampled_from("0123456789-/:. TZ+年月日NovAMP"), max_size=30) | st.text(max_size=20))
def test_no_text_raises(written: str) -> None:
    right_form(written, BERLIN)
