import pytest

from plugins.brand.icons import first_letter, letter_icon


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Kabar", "K"), ("“The Test”", "T"), ("24 hours", "2"), ("कि", "कि"), ("เมือง", "เมื"), ("週刊", "週"), ("—", "•")],
)
def test_an_icon_shows_the_first_letter_with_its_marks(name: str, letter: str) -> None:
    assert first_letter(name) == letter


def test_the_letter_stands_on_the_accent() -> None:
    icon = letter_icon("<b>", "#0058a3", "#ffffff")

    assert '<path fill="#0058a3" d="M0 0h64v64H0z"/>' in icon
    assert 'fill="#ffffff"' in icon
    assert icon.endswith(">b</text></svg>\n")
