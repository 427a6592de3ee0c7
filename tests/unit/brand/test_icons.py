import io

import pytest
from PIL import Image

from plugins.brand.icons import first_letter, letter_icon, phone_icon


def png(side: int, colour: str = "#0058a3", mode: str = "RGB") -> bytes:
    file = io.BytesIO()
    Image.new(mode, (side, side), colour).save(file, "PNG")
    return file.getvalue()


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


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_a_larger_icon_is_made_smaller_and_one_of_the_right_size_stays(mode: str) -> None:
    small = phone_icon(png(512, mode=mode))

    assert Image.open(io.BytesIO(small)).size == (180, 180)
    assert Image.open(io.BytesIO(small)).convert("RGB").getpixel((90, 90)) == (0, 0x58, 0xA3)
    assert phone_icon(small) == small
    assert phone_icon(png(512, mode=mode)) == small
