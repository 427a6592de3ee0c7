import pytest

from plugins.newsroom.language.card_characters import first_lacking, printable
from tests.share_cards import typesetter
from tests.unit.share_cards.test_fonts import EVERY_LANGUAGE


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_nothing_is_lacking_that_a_font_has(lang: str) -> None:
    assert first_lacking(EVERY_LANGUAGE[lang], lang) == ""


@pytest.mark.parametrize("text", ["a 𓀀", "ကခ", "ឈ្មោះ", "\ue000"])
def test_what_no_font_has_is_told_without_opening_one(text: str) -> None:
    assert first_lacking(text, "en") == typesetter().fonts.missing(text, "en") != ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Launch 🚀 day", "Launch day"),
        ("❤️ Love", "Love"),
        ("👩‍👩‍👧 Family 🇸🇬", "Family"),
        ("Soft\u00adhyphen", "Softhyphen"),
        ("e\u0301tude", "étude"),
        ("From \u2067\u05d0\u05d1\u2069 and \u202b\u05d0\u202c", "From \u05d0\u05d1 and \u05d0"),
        ("2\u20623 \u202etxt\u202c", "23 txt"),
        ("5 × 4 → 20 °C ™", "5 × 4 → 20 °C ™"),
    ],
)
def test_pictographs_and_invisible_characters_are_left_out(text: str, expected: str) -> None:
    assert printable(text) == expected
