"""Icons in pixels: from the publisher's picture, from a drawing, or from the letter of the name.

Loads Pillow, and resvg for drawings: a build calls this only for icons that have changed.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from plugins.brand.icons import letter_size
from plugins.pictures.drawings.clean_svg import clean_svg
from plugins.pictures.picture_formats import open_picture

FONTS = Path(__file__).parents[1] / "share_cards" / "fonts"
"""The kit's fonts: files, which lie beside the share cards that most of them are for."""
_SCRIPTS = ("serif", "sans", "arabic", "hebrew", "thai", "devanagari")
_EAST_ASIAN = {"ja": ("jpan", "hans", "hant", "kore"), "ko": ("kore", "jpan", "hant", "hans")}
_CHINESE = ("hans", "hant", "jpan", "kore")
_NO_CHARACTER = "\U000ffffd"
"""Of those for private use: no font here has it."""
_LARGE = 1024
"""Pixels of a side in which a letter is drawn, twice those of the largest icon."""
_SAFE = 0.8
"""Part of a side that no platform cuts off a maskable icon (https://www.w3.org/TR/appmanifest/#icon-masks)."""
_OPAQUE = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterIcon:
    """A letter on a ground, in colours `#rrggbb`."""

    letter: str
    ground: str
    ink: str
    lang: str
    """Language of the publication: East Asian shapes differ by it."""


class IconPixels:
    """One icon, at any size."""

    def __init__(self, drawn: LetterIcon | bytes, paper: str) -> None:
        """Take a letter, or the content of a picture or drawing; `paper` is put behind it where it must be opaque."""
        self._drawn = drawn
        self._paper = paper

    def png(self, side: int, *, is_opaque: bool = False, is_maskable: bool = False) -> bytes:
        """Return a square PNG: opaque for phones, and with a margin where platforms cut it into their shape."""
        image = self._maskable(side) if is_maskable else self._at(side)
        if is_opaque or is_maskable:
            image = self._on(image, self._ground)
        file = io.BytesIO()
        image.save(file, "PNG", optimize=True)
        return file.getvalue()

    def ico(self, sides: Sequence[int]) -> bytes:
        """Return one file with the icon at several sizes, each drawn anew."""
        *smaller, largest = [self._at(side) for side in sorted(sides)]
        file = io.BytesIO()
        largest.save(file, "ICO", sizes=[(side, side) for side in sides], append_images=smaller)
        return file.getvalue()

    def _at(self, side: int) -> Image.Image:
        if isinstance(self._drawn, LetterIcon):
            return _letter(self._drawn).resize((side, side), Image.Resampling.LANCZOS)
        if self._is_drawing:
            return _drawing(self._text, side)
        return self._picture.resize((side, side), Image.Resampling.LANCZOS)

    def _maskable(self, side: int) -> Image.Image:
        if isinstance(self._drawn, LetterIcon):  # a letter has a margin of its own
            return self._at(side)
        inner, whole = round(side * _SAFE), Image.new("RGBA", (side, side), self._ground)
        whole.paste(self._on(self._at(inner), self._ground), ((side - inner) // 2, (side - inner) // 2))
        return whole

    def _on(self, image: Image.Image, ground: str) -> Image.Image:
        under = Image.new("RGBA", image.size, ground)
        return Image.alpha_composite(under, image).convert("RGB")

    @cached_property
    def _ground(self) -> str:
        """Return the colour around the icon: that of its corner, or the paper's where there is none."""
        if isinstance(self._drawn, LetterIcon):
            return self._drawn.ground
        corner = self._at(32).getpixel((0, 0))
        opaque = isinstance(corner, tuple) and corner[3] == _OPAQUE
        return "#{:02x}{:02x}{:02x}".format(*corner) if opaque and isinstance(corner, tuple) else self._paper

    @property
    def _is_drawing(self) -> bool:
        return isinstance(self._drawn, bytes) and not self._drawn.startswith(b"\x89PNG")

    @cached_property
    def _text(self) -> str:
        return clean_svg(self._drawn).decode() if isinstance(self._drawn, bytes) else ""

    @cached_property
    def _picture(self) -> Image.Image:
        assert isinstance(self._drawn, bytes)
        return open_picture(self._drawn).convert("RGBA")


def _drawing(text: str, side: int) -> Image.Image:
    """Return a drawing in pixels. Its letters are outlines, or are not drawn: fonts differ by machine."""
    import resvg_py

    data = resvg_py.svg_to_bytes(svg_string=text, width=side, height=side, skip_system_fonts=True)
    image = Image.open(io.BytesIO(bytes(data))).convert("RGBA")
    return image if image.size == (side, side) else image.resize((side, side), Image.Resampling.LANCZOS)


@lru_cache(maxsize=1)
def _letter(icon: LetterIcon) -> Image.Image:
    """Return the letter on its ground, in the place that it has in the icon of browsers, large; for all sizes."""
    size = round(letter_size(icon.letter) * _LARGE / 64)
    image = Image.new("RGBA", (_LARGE, _LARGE), icon.ground)
    name = _font_name(icon)
    font = ImageFont.truetype(FONTS / f"{name or 'serif'}.woff2", size, layout_engine=ImageFont.Layout.RAQM)
    place = (_LARGE / 2, _LARGE / 2 + size * 0.35)
    letter = icon.letter if name else "•"
    ImageDraw.Draw(image).text(place, letter, fill=icon.ink, font=font, anchor="ms", stroke_width=_LARGE / 160)
    return image


def _font_name(icon: LetterIcon) -> str:
    """Return the font that has the letter; empty where none has."""
    first, *subtags = re.split("[-_]", icon.lang.lower())
    chinese = ("hant", "hans", "jpan", "kore") if {"hant", "tw", "hk", "mo"} & set(subtags) else _CHINESE
    for name in (*_SCRIPTS, *_EAST_ASIAN.get(first, chinese)):
        font = ImageFont.truetype(FONTS / f"{name}.woff2", 24)
        if bytes(font.getmask(icon.letter[0])) != bytes(font.getmask(_NO_CHARACTER)):
            return name
    return ""
