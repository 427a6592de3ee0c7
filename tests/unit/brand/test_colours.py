import pytest

from plugins.brand.colours import (
    Oklch,
    contrast,
    hex_of,
    least_contrast,
    luminance,
    oklch_of,
    readable,
    shifted,
    text_on,
)


def test_black_on_white_has_the_highest_contrast_there_is() -> None:
    assert (luminance("#000000"), luminance("#ffffff")) == pytest.approx((0, 1))
    assert contrast("#000000", "#ffffff") == contrast("#ffffff", "#000000") == pytest.approx(21)


def test_contrast_is_that_of_other_tools() -> None:
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert least_contrast("#767676", ["#ffffff", "#f2eee6"]) == contrast("#767676", "#f2eee6")


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#0058a3", "#fffc00", "#c23a78", "#123456"])
def test_a_colour_comes_back_from_oklch_as_it_was(colour: str) -> None:
    assert hex_of(oklch_of(colour)) == colour


def test_a_colour_that_no_screen_shows_loses_chroma_and_keeps_its_hue() -> None:
    shown = oklch_of(hex_of(Oklch(0.6, 0.4, 250)))

    assert shown.hue == pytest.approx(250, abs=1)
    assert shown.lightness == pytest.approx(0.6, abs=0.01)
    assert shown.chroma < 0.3


@pytest.mark.parametrize(
    ("colour", "grounds", "expected"),
    [
        ("#0058a3", ("#fbf9f4", "#f2eee6"), "#0058a3"),
        ("#0058a3", ("#161512", "#22201d"), "#418ad9"),
        ("#fffc00", ("#fbf9f4", "#f2eee6"), "#717000"),
        ("#000000", ("#161512", "#22201d"), "#878787"),
    ],
)
def test_a_colour_is_moved_no_further_than_it_must_be(colour: str, grounds: tuple[str, str], expected: str) -> None:
    found = readable(colour, grounds, 4.5)

    assert found == expected
    assert least_contrast(expected, grounds) >= 4.5


def test_between_black_and_white_there_may_be_nothing_to_read() -> None:
    assert readable("#0058a3", ("#777777", "#ffffff", "#000000"), 4.5) is None


def test_text_on_a_colour_is_white_or_black() -> None:
    assert (text_on("#0058a3"), text_on("#fffc00")) == ("#ffffff", "#000000")


def test_a_colour_is_shifted_within_black_and_white() -> None:
    assert (shifted("#808080", 2), shifted("#808080", -2)) == ("#ffffff", "#000000")
    assert luminance(shifted("#eef7ff", -0.05)) < luminance("#eef7ff")
