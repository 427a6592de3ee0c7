import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.share.lengths import FIRST_MARK, grapheme_length, graphemes, shorten, weighted_length


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("abc", ["a", "b", "c"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("抖音", ["抖", "音"]),
        ("👍🏽!", ["👍🏽", "!"]),
        ("👩‍👩‍👧x", ["👩‍👩‍👧", "x"]),
        ("❤️", ["❤️"]),
        ("🇸🇬🇲🇾", ["🇸🇬", "🇲🇾"]),
        ("🏴\U000e0067\U000e0062\U000e007f", ["🏴\U000e0067\U000e0062\U000e007f"]),
        ("ที่นี่", ["ที่", "นี่"]),
    ],
)
def test_a_grapheme_is_what_a_reader_takes_for_a_character(text: str, expected: list[str]) -> None:
    assert list(graphemes(text)) == expected
    assert grapheme_length(text) == len(expected)


@pytest.mark.parametrize(
    ("text", "expected"), [("abc", 3), ("é", 1), ("抖音", 4), ("‘a’…—", 6), ("🎉", 2), ("한국", 4), ("ไทย", 3)]
)
def test_x_counts_scripts_and_emoji_double(text: str, expected: int) -> None:
    assert weighted_length(text) == expected


@pytest.mark.parametrize(
    ("title", "limit", "expected"),
    [
        ("Just fits", 9, "Just fits"),
        ("One two three", 12, "One two…"),
        ("One two three", 8, "One two…"),
        ("One two, three", 10, "One two…"),
        ("Unbreakable", 6, "Unbre…"),
        ("A pneumonoultramicroscopic word", 12, "A pneumonou…"),
        ("🇸🇬🇲🇾🇮🇩", 2, "🇸🇬…"),
        ("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2, "👩‍👩‍👧…"),
        ("抖音关闭其电商服务", 5, "抖音关闭…"),
    ],
)
def test_a_title_is_cut_to_fit(title: str, limit: int, expected: str) -> None:
    assert shorten(title, limit, grapheme_length) == expected


def test_a_title_is_cut_by_the_length_that_the_service_counts() -> None:
    assert shorten("抖音关闭其电商服务", 10, weighted_length) == "抖音关闭…"


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_ascii_is_counted_as_any_text(text: str) -> None:
    assert grapheme_length(text) == len(list(graphemes(text))) == weighted_length(text)


def test_the_first_character_that_goes_on_with_another_is_the_first_mark() -> None:
    marks = (code for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)).startswith("M"))

    assert next(marks) == FIRST_MARK
    assert list(graphemes("\u200da")) == ["\u200da"]
