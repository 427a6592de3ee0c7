import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.front_matter.text_length import cut, length_of


@pytest.mark.parametrize(
    ("text", "length"), [("", 0), ("abc", 3), ("Čačak", 5), ("新闻", 4), ("ニュース", 8), ("뉴스 a", 6), ("ไทย", 3)]
)
def test_wide_characters_count_as_two(text: str, length: int) -> None:
    assert length_of(text) == length


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("Short.", 10, "Short."),
        ("One two three four.", 12, "One two…"),
        ("First one. Second one.", 15, "First one."),
        ("He said “no.” And then more words.", 20, "He said “no.”"),
        ("No. And then many more words.", 20, "No. And then many…"),
        ("一二三四五六七八九十", 10, "一二三四…"),
        ("一二三。四五六七八九十", 12, "一二三。"),
        ("A 一二三四五六七八九十", 12, "A 一二三四…"),
        ("x" * 30, 10, "x" * 9 + "…"),
        ("Version 3.5 is out there", 12, "Version 3.5…"),
    ],
)
def test_a_text_is_cut_behind_a_sentence_or_a_word(text: str, most: int, kept: str) -> None:
    assert cut(text, most) == kept


@given(st.text(max_size=80), st.integers(min_value=2, max_value=60))
def test_a_text_that_is_cut_is_short_enough(text: str, most: int) -> None:
    assert length_of(cut(text, most)) <= most
