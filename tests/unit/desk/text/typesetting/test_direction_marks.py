import pytest

from plugins.desk.text.typesetting.direction_marks import MARK, with_direction_marks


@pytest.mark.parametrize(
    "shown",
    [
        "حساب |@noor_store و|#TikTok",
        "ל|@noor",
        "|+37.5%, |-2.1% و−",
        "بسعر |$3.20 أو ب|€4, |-$5",
        "|+971 4 123 4567",
    ],
)
def test_signs_before_latin_letters_and_figures_are_held(shown: str) -> None:
    assert with_direction_marks(shown.replace("|", ""), "ar") == shown.replace("|", MARK)


@pytest.mark.parametrize(
    "text",
    ["a@b.example", "#تسوق @عربي", "ב-2027", "3-5 و10–12", "https://x.example/@a/#b", f"{MARK}+5 {MARK}@a", "C++"],
)
def test_what_needs_none_is_left_alone(text: str) -> None:
    assert with_direction_marks(text, "ar") == text


def test_text_that_is_written_from_the_left_needs_none() -> None:
    assert with_direction_marks("@noor +5 $3", "en") == "@noor +5 $3"
