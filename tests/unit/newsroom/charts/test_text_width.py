"""Estimated widths of text."""

from plugins.newsroom.charts.text_width import text_width, wrapped


def test_a_chinese_sign_is_as_wide_as_it_is_high() -> None:
    assert text_width("上海市") == 3 * 13


def test_broad_letters_take_more_than_narrow_ones() -> None:
    assert text_width("MMMM") > text_width("aaaa") > text_width("iiii")


def test_words_are_wrapped_between_them() -> None:
    lines = wrapped("Printed trade weeklies with paid subscriptions", 150)

    assert " ".join(lines) == "Printed trade weeklies with paid subscriptions"
    assert all(text_width(line) <= 150 for line in lines)


def test_a_word_that_is_too_long_is_wrapped_within() -> None:
    assert wrapped("上海市浦东新区", 60) == ["上海市浦", "东新区"]
