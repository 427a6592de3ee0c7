"""The inks of the pictures: the site's section colours as sRGB, each with a paper, an ink and a tint."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeAlias

Rgb: TypeAlias = tuple[int, int, int]

# Lightness, chroma and hue of the theme's section tokens; a change there is a change here.
SECTION_COLOURS: dict[str, tuple[float, float, float]] = {
    "red": (0.57, 0.21, 27),
    "orange": (0.68, 0.17, 50),
    "green": (0.55, 0.13, 155),
    "teal": (0.55, 0.10, 205),
    "blue": (0.50, 0.17, 262),
    "violet": (0.50, 0.19, 300),
    "pink": (0.60, 0.20, 0),
    "ochre": (0.70, 0.14, 80),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Inks:
    """What one picture is printed with."""

    paper: Rgb
    tint: Rgb
    colour: Rgb
    ink: Rgb


def inks_of(colour: str) -> Inks:
    """Give the four inks of a section colour; KeyError for a colour the theme has not."""
    lightness, chroma, hue = SECTION_COLOURS[colour]
    return Inks(
        paper=srgb(0.955, 0.014, 85),
        tint=srgb(0.865, chroma * 0.36, hue),
        colour=srgb(lightness, chroma, hue),
        ink=srgb(0.22, 0.02, hue),
    )


def srgb(lightness: float, chroma: float, hue: float) -> Rgb:
    """Convert oklch (0-1, 0-0.4, degrees) to 8-bit sRGB, clipped to the gamut.

    Matrices: Björn Ottosson, "A perceptual color space for image processing".
    """
    a = chroma * math.cos(math.radians(hue))
    b = chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _encode(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _encode(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _encode(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def _encode(linear: float) -> int:
    linear = min(1.0, max(0.0, linear))
    encoded = 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
    return round(255 * encoded)
