import pytest

from plugins.share_cards.set_type import Style
from tests.share_cards import typesetter

ENGLISH = Style("serif", "en", "ltr")


def test_a_line_is_measured_in_ems() -> None:
    one, two = (typesetter().width(text, ENGLISH) for text in ("mm", "mmmm"))

    assert 1 < one < 3
    assert two == pytest.approx(2 * one, rel=0.05)


def test_arabic_letters_are_joined() -> None:
    style = Style("serif", "ar", "rtl")
    apart = sum(typesetter().width(letter, style) for letter in "محمد")

    assert typesetter().width("محمد", style) < apart


def test_runs_change_with_font_and_direction() -> None:
    runs = typesetter().runs("中吊り: the poster", "en", "serif", "ltr")

    assert [(run.text, run.font) for run in runs] == [("中吊り", "jpan"), (": the poster", "serif")]
    assert [run.direction for run in typesetter().runs("a שלום", "en", "serif", "ltr")] == ["ltr", "rtl"]


def test_the_tallest_font_of_a_line_sets_its_room() -> None:
    latin, thai = (typesetter().proportions(text, "en", "serif") for text in ("Plain", "Plain ไทย"))

    assert thai.leading > latin.leading
