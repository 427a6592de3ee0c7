import pytest

from plugins.share_cards.coverage import first_lacking
from tests.share_cards import typesetter
from tests.unit.share_cards.test_fonts import EVERY_LANGUAGE


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_nothing_is_lacking_that_a_font_has(lang: str) -> None:
    assert first_lacking(EVERY_LANGUAGE[lang], lang) == ""


@pytest.mark.parametrize("text", ["a 𓀀", "ကခ", "ឈ្មោះ", "\ue000"])
def test_what_no_font_has_is_told_without_opening_one(text: str) -> None:
    assert first_lacking(text, "en") == typesetter().fonts.missing(text, "en") != ""
