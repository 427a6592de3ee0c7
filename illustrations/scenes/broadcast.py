"""Pictures of the media section: radio, television, podcast and cinema."""

from __future__ import annotations

from press.forms import Form, curve, disc, joined, moved, oval, poly, rect, stroke, turned
from press.paths import path
from press.scene import Scene
from press.screens import fade, glow
from press.sheet import COLOUR, INK, PAPER, TINT, Sheet
from scenes.props import wheel

_WINDSCREEN = path("M146 20 L172 14 C184 40 184 72 172 98 L146 92 Z")
_REAR_WINDOW = path("M60 22 L40 16 C30 40 30 72 40 96 L60 90 Z")


def jeepney(sheet: Sheet) -> None:
    """Draw a jeepney with a studio microphone on its roof."""
    sheet.dots(PAPER, disc(600, 220, 330), glow((600, 220), 330, 0.0, 0.8), pitch=24)
    sheet.fill(
        INK,
        rect(576, 180, 40, 120) + stroke(curve((520, 120), (520, 230), (596, 260), (676, 230), (676, 120)), 16),
    )
    sheet.fill(INK, rect(528, -40, 140, 250, 70))
    sheet.fill(TINT, rect(542, -40, 112, 236, 56))
    sheet.fill(INK, joined(rect(542, n * 28, 112, 9) for n in range(4)))
    sheet.fill(COLOUR, rect(542, 114, 112, 26))
    sheet.fill(
        INK,
        path(
            "M120 270 L860 270 C890 270 900 290 908 320 L940 404 L1090 420 C1120 426 1130 440 1130 470 "
            "L1130 590 L110 590"
            "L110 290 C110 276 112 270 120 270 Z"
        ),
    )
    sheet.fill(
        PAPER,
        joined(rect(140 + n * 124, 312, 104, 92, 8) for n in range(5))
        + poly((766, 312), (866, 312), (898, 404), (766, 404)),
    )
    sheet.fill(TINT, rect(110, 436, 800, 26))
    sheet.fill(COLOUR, rect(110, 462, 800, 44))
    sheet.fill(
        PAPER,
        joined(
            poly((140 + n * 96, 484), (168 + n * 96, 464), (196 + n * 96, 484), (168 + n * 96, 504)) for n in range(8)
        ),
    )
    sheet.fill(PAPER, disc(1090, 480, 26) + joined(rect(960 + n * 26, 448, 12, 70) for n in range(4)))
    sheet.fill(INK, rect(1100, 552, 70, 30, 8) + rect(80, 552, 60, 30, 8))
    for x in (300, 960):
        sheet.fill(COLOUR, disc(x, 590, 104))
        wheel(sheet, (x, 590), 80)
    sheet.fill(INK, rect(0, 660, 1200, 20))


def radio_traffic(sheet: Sheet) -> None:
    """Draw a car radio dial above three lanes of cars."""
    sheet.fill(INK, rect(0, 0, 1200, 236))
    sheet.fill(TINT, rect(150, 46, 900, 144, 14))
    ticks = joined(rect(190 + n * 21, 76, 6, 66 if n % 5 == 0 else 38) for n in range(40))
    sheet.fill(INK, ticks)
    sheet.fill(COLOUR, rect(694, 40, 16, 156))
    for x in (76, 1124):
        sheet.fill(PAPER, disc(x, 118, 52))
        sheet.fill(INK, turned(rect(x - 5, 70, 10, 40, 5), 40 if x < 600 else -30, (x, 118)))
    for row, (start, tones) in enumerate(((-70, "PTPCP"), (-190, "CPTPPT"), (-30, "PPCTP"))):
        y = 262 + row * 142
        for n, letter in enumerate(tones):
            _car(sheet, (start + n * 264, y), {"P": PAPER, "T": TINT, "C": INK}[letter])
        sheet.fill(PAPER, joined(rect(n * 120, y + 126, 64, 8) for n in range(10)) if row < 2 else [])


def _car(sheet: Sheet, corner: tuple[float, float], tone: str) -> None:
    """Print a car seen from above, its bonnet to the right."""
    x, y = corner
    sheet.fill(INK, rect(x, y, 232, 112, 38))
    sheet.fill(tone, rect(x + 9, y + 9, 214, 94, 30))
    glass = PAPER if tone == INK else INK
    sheet.fill(glass, moved(_WINDSCREEN, x, y))
    sheet.fill(glass, moved(_REAR_WINDOW, x, y))
    sheet.fill(glass, rect(x + 74, y + 14, 58, 10, 4) + rect(x + 74, y + 88, 58, 10, 4))


def sofa_meter(sheet: Sheet) -> None:
    """Draw a sofa in front of a television with a counting meter on top."""
    beam = poly((850, 190), (850, 470), (100, 600), (100, 60))
    sheet.dots(COLOUR, beam, fade((850, 0), (160, 0), 0.7, 0.0), pitch=24)
    sheet.fill(INK, rect(0, 610, 1200, 14))
    sheet.fill(INK, poly((846, 150), (890, 130), (890, 530), (846, 510)) + rect(886, 200, 120, 260, 20))
    sheet.fill(INK, rect(860, 500, 30, 120) + rect(800, 590, 190, 24, 6))
    sheet.fill(INK, rect(800, 20, 330, 116, 14))
    for n in range(3):
        sheet.fill(PAPER, rect(822 + n * 100, 38, 86, 80, 6))
    sheet.fill(
        COLOUR,
        _zero(865, 78) + rect(957, 54, 16, 48) + _zero(1065, 78),
        minus=oval(865, 78, 10, 14) + oval(1065, 78, 10, 14),
    )
    sheet.fill(
        INK,
        path("M120 300 C120 260 190 250 210 290 L250 440 L560 440 C600 440 606 480 600 500 L600 570 L120 570 Z"),
    )
    sheet.fill(COLOUR, rect(250, 404, 320, 60, 26))
    sheet.fill(INK, rect(420, 372, 170, 44, 22) + rect(540, 380, 54, 190, 24))
    sheet.fill(
        INK,
        poly((150, 560), (186, 560), (170, 616), (156, 616)) + poly((540, 560), (576, 560), (570, 616), (556, 616)),
    )
    sheet.fill(TINT, turned(rect(232, 312, 110, 110, 26), 14, (287, 367)))


def _zero(x: float, y: float) -> Form:
    return oval(x, y, 25, 29)


def cinema(sheet: Sheet) -> None:
    """Draw a projector beam across rows of seats, popcorn in the light."""
    beam = poly((-40, -30), (60, -40), (1240, 180), (1240, 560))
    sheet.fill(PAPER, beam)
    sheet.dots(COLOUR, beam, fade((100, 0), (1150, 0), 0.0, 0.75), pitch=26)
    for x, y, r in (
        (330, 120, 30),
        (480, 200, 36),
        (600, 130, 26),
        (690, 270, 40),
        (850, 200, 34),
        (900, 340, 30),
        (1040, 260, 38),
    ):
        _popcorn(sheet, (x, y), r)
    for row, (y, tone) in enumerate(((420, COLOUR), (520, TINT), (620, COLOUR))):
        for n in range(-1, 8):
            x = n * 176 - 88 * (row % 2)
            sheet.fill(INK, rect(x - 8, y - 8, 166, 280, 50))
            sheet.fill(tone, rect(x + 4, y + 4, 142, 260, 40))
            sheet.fill(INK, rect(x - 30, y + 70, 52, 30, 15))


def _popcorn(sheet: Sheet, centre: tuple[float, float], r: float) -> None:
    x, y = centre
    puffs = ((-0.7, 0.0), (0.3, -0.5), (0.0, 0.5), (0.8, 0.2))
    sheet.fill(INK, joined(disc(x + dx * r, y + dy * r, r * 0.66 + 8) for dx, dy in puffs))
    sheet.fill(PAPER, joined(disc(x + dx * r, y + dy * r, r * 0.66) for dx, dy in puffs))
    sheet.fill(
        INK,
        stroke(curve((x - r * 0.5, y), (x, y + r * 0.3), (x + r * 0.3, y - r * 0.2)), 5)
        + disc(x + r * 0.4, y + r * 0.4, 5),
    )


SCENES = {
    "podcast-microphone-jeepney.webp": Scene(draw=jeepney, colour="blue", ground=COLOUR),
    "radio-traffic-jam.webp": Scene(draw=radio_traffic, colour="blue", ground=COLOUR),
    "television-sofa-meter.webp": Scene(draw=sofa_meter, colour="blue"),
    "cinema-popcorn-beam.webp": Scene(draw=cinema, colour="blue", ground=INK),
}
