"""Colours in sRGB and OKLCH, and their contrast by WCAG 2.

The numbers of OKLab are Björn Ottosson's (bottosson.github.io/posts/oklab), those of contrast the norm's
(w3.org/TR/WCAG22/#dfn-contrast-ratio).
"""

from collections.abc import Sequence
from math import atan2, cos, degrees, hypot, radians, sin
from typing import NamedTuple

_MOST_BYTE = 255
_STEPS = 1000
"""Of lightness: finer than the 256 of a screen."""
_HALVINGS = 20
_TOLERANCE = 1e-4
"""Of a part of a colour outside of 0 to 1: less than a screen can show."""

Triple = tuple[float, float, float]


class Oklch(NamedTuple):
    """A colour as people see it: lightness 0 to 1, chroma 0 to about 0.4, hue in degrees."""

    lightness: float
    chroma: float
    hue: float


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1, of a colour `#rrggbb`."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    dim, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def least_contrast(colour: str, grounds: Sequence[str]) -> float:
    """Return the contrast of a colour with that of some grounds on which it shows least."""
    return min(contrast(colour, ground) for ground in grounds)


def readable(colour: str, grounds: Sequence[str], ratio: float) -> str | None:
    """Return the colour, or the one nearest to it in lightness that has this contrast with all grounds.

    Its hue stays, and its chroma as far as screens can show it. None where no lightness is enough.
    """
    if least_contrast(colour, grounds) >= ratio:
        return colour
    lightness, chroma, hue = oklch_of(colour)
    steps = sorted(range(_STEPS + 1), key=lambda step: abs(step / _STEPS - lightness))
    found = (hex_of(Oklch(step / _STEPS, chroma, hue)) for step in steps)
    return next((each for each in found if least_contrast(each, grounds) >= ratio), None)


def text_on(ground: str) -> str:
    """Return white or black, whichever is read better on a ground."""
    return max("#ffffff", "#000000", key=lambda text: contrast(text, ground))


def shifted(colour: str, lightness: float) -> str:
    """Return a colour that is lighter by so much, or darker where that is below 0."""
    own = oklch_of(colour)
    return hex_of(own._replace(lightness=min(1.0, max(0.0, own.lightness + lightness))))


def oklch_of(colour: str) -> Oklch:
    """Return a colour `#rrggbb` in OKLCH."""
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    return Oklch(lightness, hypot(a, b), degrees(atan2(b, a)) % 360)


def hex_of(colour: Oklch) -> str:
    """Return a colour as `#rrggbb`, with as much of its chroma as sRGB has at its lightness and hue."""
    if not _is_shown(_rgb(colour)):
        least, most = 0.0, colour.chroma
        for _ in range(_HALVINGS):
            half = (least + most) / 2
            least, most = (half, most) if _is_shown(_rgb(colour._replace(chroma=half))) else (least, half)
        colour = colour._replace(chroma=least)
    return "#" + "".join(f"{round(_encoded(part) * _MOST_BYTE):02x}" for part in _rgb(colour))


def _rgb(colour: Oklch) -> Triple:
    """Return red, green and blue in linear light."""
    a, b = colour.chroma * cos(radians(colour.hue)), colour.chroma * sin(radians(colour.hue))
    long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _is_shown(parts: Triple) -> bool:
    return all(-_TOLERANCE <= part <= 1 + _TOLERANCE for part in parts)


def _linear(colour: str) -> Triple:
    red, green, blue = (_decoded(int(colour[at : at + 2], 16) / _MOST_BYTE) for at in (1, 3, 5))
    return red, green, blue


def _decoded(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(part: float) -> float:
    part = min(1.0, max(0.0, part))
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
