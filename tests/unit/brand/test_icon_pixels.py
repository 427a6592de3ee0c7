import io

import pytest
from PIL import Image

from plugins.brand.icon_pixels import IconPixels, LetterIcon

PAPER = "#fbf9f4"
LETTER = LetterIcon(letter="K", ground="#0058a3", ink="#ffffff", lang="en")
ROUND = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4.5" cy="4.5" r="4" fill="#0058a3"/></svg>'
)
BLUE, WHITE, PALE = (0, 0x58, 0xA3, 255), (255, 255, 255, 255), (0xFB, 0xF9, 0xF4, 255)


def png(side: int, colour: str = "#0058a3", mode: str = "RGB") -> bytes:
    file = io.BytesIO()
    Image.new(mode, (side, side), colour).save(file, "PNG")
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def pixel(data: bytes, x: float, y: float) -> object:
    """Return the colour at a place, in parts of the side."""
    image = opened(data).convert("RGBA")
    return image.getpixel((round(x * image.width), round(y * image.height)))


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_a_picture_has_the_wanted_size(mode: str) -> None:
    small = IconPixels(png(512, mode=mode), PAPER).png(180)

    assert opened(small).size == (180, 180)
    assert pixel(small, 0.5, 0.5) == BLUE


def test_a_drawing_keeps_its_corners_free_but_on_phones() -> None:
    pixels = IconPixels(ROUND, PAPER)

    assert pixel(pixels.png(192), 0, 0) == (0, 0, 0, 0)
    assert pixel(pixels.png(180, is_opaque=True), 0, 0) == PALE
    assert opened(pixels.png(180, is_opaque=True)).mode == "RGB"
    assert pixel(pixels.png(192), 0.5, 0.5) == BLUE


def test_a_maskable_icon_has_a_margin_in_the_colour_around_it() -> None:
    framed = Image.new("RGB", (512, 512), "#0058a3")
    framed.paste("#ffffff", (20, 20, 492, 492))
    file = io.BytesIO()
    framed.save(file, "PNG")
    found = IconPixels(file.getvalue(), PAPER).png(512, is_maskable=True)

    assert [pixel(found, at, 0.5) for at in (0.0, 0.09, 0.2)] == [BLUE, BLUE, WHITE]


@pytest.mark.parametrize(
    ("letter", "lang"),
    [
        ("K", "en"),
        ("Ж", "ru"),
        ("週", "ja"),
        ("週", "zh-Hant"),
        ("한", "ko"),
        ("เมื", "th"),
        ("कि", "hi"),
        ("أ", "ar"),
        ("א", "he"),
    ],
)
def test_a_letter_of_every_script_is_drawn_about_the_middle(letter: str, lang: str) -> None:
    icon = LetterIcon(letter=letter, ground="#0058a3", ink="#ffffff", lang=lang)
    image = opened(IconPixels(icon, PAPER).png(192)).convert("L").point(lambda value: 255 if value > 160 else 0)
    left, top, right, bottom = image.getbbox() or (0, 0, 0, 0)

    assert abs((left + right) / 2 - 96) < 20
    assert 19 <= top < bottom < 173  # within what no platform cuts off


def test_a_letter_that_no_font_has_is_a_dot() -> None:
    unknown, dot = (LetterIcon(letter=each, ground="#0058a3", ink="#ffffff", lang="en") for each in ("\U0001e900", "•"))

    assert IconPixels(unknown, PAPER).png(48) == IconPixels(dot, PAPER).png(48)


def test_one_file_holds_the_icon_at_each_size() -> None:
    file = IconPixels(LETTER, PAPER).ico((16, 32, 48))

    assert opened(file).info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    assert file == IconPixels(LETTER, PAPER).ico((16, 32, 48))
