"""The film of a lift whose doors close, picture by picture, and the cover of the sample podcast."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image

from press.forms import disc, oval, poly, rect
from press.inks import inks_of
from press.paths import path
from press.sheet import COLOUR, INK, PAPER, TINT, Sheet
from scenes.outdoor import passenger

RATE = 12
"""Pictures a second."""
POSTER_SECOND = 2.5
_SECONDS = 6
_CLOSING = (0.6, 5.0)
"""When the doors begin to move, and when they are shut."""
_SLIP = (3, -2)
_EDGE_STEPS = 4
_COVER_SIDE = 1400


def film() -> Iterator[Image.Image]:
    """Yield the pictures of the film."""
    return (film_at(number / RATE) for number in range(_SECONDS * RATE))


def film_at(second: float) -> Image.Image:
    """Print what the film shows at a second: an umbrella opens on the screen while the doors close."""
    sheet = Sheet(1200, 675, ground=PAPER)
    sheet.fill(INK, rect(250, 40, 700, 640))
    sheet.fill(TINT, rect(290, 80, 620, 600))
    _umbrella(sheet, _eased(second / 5.5))
    for x, y, coat in ((390, 430, INK), (810, 440, INK), (600, 396, PAPER)):
        passenger(sheet, (x, y), coat)
    begin, end = _CLOSING
    edge = 290 + 310 * _eased((second - begin) / (end - begin))
    sheet.fill(PAPER, rect(150, 40, edge - 150, 640) + rect(1200 - edge, 40, edge - 150, 640))
    sheet.fill(INK, rect(edge - 8, 40, 8, 640) + rect(1200 - edge, 40, 8, 640))
    sheet.fill(INK, rect(150, 40, 10, 640) + rect(1040, 40, 10, 640) + rect(1100, 300, 56, 120, 10))
    sheet.fill(PAPER, poly((1128, 316), (1144, 346), (1112, 346)))
    sheet.fill(COLOUR if second > end else PAPER, poly((1128, 404), (1144, 374), (1112, 374)))
    return sheet.printed(inks_of("teal"), _SLIP, _EDGE_STEPS)


def cover() -> Image.Image:
    """Print the cover: a cup with the button of a lift on it."""
    sheet = Sheet(_COVER_SIDE, _COVER_SIDE, ground=COLOUR)
    sheet.fill(TINT, disc(700, 560, 420))
    sheet.fill(INK, disc(980, 700, 170))
    sheet.fill(TINT, disc(980, 700, 100))
    sheet.fill(INK, rect(330, 520, 640, 440, 60) + rect(240, 1000, 880, 50, 25))
    sheet.fill(PAPER, rect(390, 560, 520, 70, 30) + poly((560, 830), (640, 700), (720, 830)))
    sheet.fill(TINT, rect(560, 860, 160, 26, 10))
    for x in (500, 650, 800):
        steam = f"C{x - 50} 400 {x + 50} 350 {x} 270 L{x + 26} 270 C{x + 76} 350 {x - 24} 400 {x + 26} 470 Z"
        sheet.fill(PAPER, path(f"M{x} 470 {steam}"))
    return sheet.printed(inks_of("teal"), _SLIP, _EDGE_STEPS)


def _umbrella(sheet: Sheet, opened: float) -> None:
    sheet.fill(COLOUR, rect(430, 104, 340, 170))
    sheet.fill(PAPER, oval(600, 206, 40 + 220 * opened, 14 + 90 * opened))
    sheet.fill(COLOUR, rect(430, 206, 340, 68))
    sheet.fill(PAPER, rect(597, 160, 6, 92))


def _eased(part: float) -> float:
    """Return a part of a way, from 0 to 1, that begins and ends slowly."""
    part = min(1.0, max(0.0, part))
    return part * part * (3 - 2 * part)
