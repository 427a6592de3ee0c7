"""Pictures of the advertising section: screens and boards out of doors, and in a lift."""

from __future__ import annotations

from press.forms import curve, disc, joined, oval, poly, rect, scaled, stroke
from press.paths import path
from press.scene import TALL, Scene
from press.screens import fade
from press.sheet import COLOUR, INK, PAPER, TINT, Sheet
from scenes.props import waves


def billboard_back(sheet: Sheet) -> None:
    """Draw a tall billboard that turns its back to a flyover."""
    sheet.fill(COLOUR, disc(640, 300, 250))
    board = poly((150, 60), (600, 130), (600, 560), (150, 600))
    sheet.fill(INK, rect(340, 560, 60, 460))
    sheet.fill(INK, board)
    for n in range(1, 6):
        y0, y1 = 60 + n * 90, 130 + n * 72
        sheet.fill(PAPER, stroke([(166, y0), (588, y1)], 9))
    for n in range(6):
        x = 166 + n * 84
        sheet.fill(PAPER, stroke([(x, 64 + n * 12), (x, 596 - n * 7)], 9))
    for n in range(5):
        x = 166 + n * 84
        sheet.fill(COLOUR, stroke([(x, 590 - n * 7), (x + 84, 80 + n * 12)], 9))
    sheet.fill(INK, stroke([(372, 640), (200, 560)], 22) + stroke([(372, 640), (540, 530)], 22))
    road = path("M-20 700 C240 660 520 700 820 860 L820 1000 L-20 1000 Z")
    sheet.fill(PAPER, path("M-20 676 C240 636 520 676 820 836 L820 880 L-20 880 Z"))
    sheet.fill(INK, road)
    for n in range(6):
        start = curve((0, 830), (260, 800), (560, 850), (800, 970))
        sheet.fill(PAPER, stroke(start[n * 8 : n * 8 + 5], 14))
    sheet.dots(
        COLOUR,
        path("M-20 930 C240 900 520 930 620 1000 L-20 1000 Z"),
        fade((0, 880), (0, 1010), 0.0, 0.9),
        pitch=24,
    )


def ferry(sheet: Sheet) -> None:
    """Draw a harbour ferry with a screen on its side."""
    sheet.fill(TINT, disc(930, 210, 130))
    for n, top in enumerate((300, 240, 330, 200, 280, 350, 260, 220, 320)):
        sheet.fill(TINT, rect(n * 86, top, 70, 300))
    sheet.fill(INK, path("M120 420 L1120 420 C1110 520 1060 580 1000 610 L260 610 C190 570 140 500 120 420 Z"))
    sheet.fill(INK, rect(220, 190, 800, 240) + rect(380, 120, 440, 80) + rect(690, 40, 80, 100))
    sheet.fill(COLOUR, rect(690, 66, 80, 30))
    sheet.fill(PAPER, joined(rect(402 + n * 68, 138, 46, 34, 4) for n in range(6)))
    sheet.fill(PAPER, rect(270, 220, 700, 200))
    sheet.fill(COLOUR, rect(284, 234, 672, 172))
    sheet.dots(PAPER, rect(284, 234, 672, 172), fade((956, 0), (420, 0), 0.7, 0.0), pitch=22)
    sheet.fill(PAPER, poly((420, 266), (420, 374), (512, 320)))
    sheet.fill(PAPER, rect(150, 446, 950, 14))
    waves(sheet, 626)


def lift_screen(sheet: Sheet) -> None:
    """Draw a lift with a screen inside; three passengers look at their feet."""
    sheet.fill(INK, rect(250, 40, 700, 640))
    sheet.fill(TINT, rect(290, 80, 620, 600))
    sheet.fill(COLOUR, rect(430, 104, 340, 170))
    sheet.fill(PAPER, poly((566, 144), (566, 234), (644, 189)))
    beam = poly((430, 274), (770, 274), (910, 675), (290, 675))
    sheet.dots(PAPER, beam, fade((0, 274), (0, 640), 0.9, 0.0), pitch=24)
    for x, y, coat in ((390, 430, INK), (810, 440, INK), (600, 396, PAPER)):
        passenger(sheet, (x, y), coat)
    sheet.fill(PAPER, rect(150, 40, 140, 640) + rect(910, 40, 140, 640))
    sheet.fill(INK, rect(282, 40, 8, 640) + rect(910, 40, 8, 640) + rect(150, 40, 10, 640) + rect(1040, 40, 10, 640))
    sheet.fill(INK, rect(1100, 300, 56, 120, 10))
    sheet.fill(PAPER, poly((1128, 316), (1144, 346), (1112, 346)) + poly((1128, 404), (1144, 374), (1112, 374)))


def passenger(sheet: Sheet, head: tuple[float, float], coat: str) -> None:
    """Print a figure that faces us, the head bent so far that only the crown and the ears show."""
    x, y = head
    body = path(
        f"M{x - 112} 700 C{x - 118} {y + 110} {x - 90} {y + 44} {x - 20} {y + 36} L{x + 20} {y + 36} "
        f"C{x + 90} {y + 44} {x + 118} {y + 110} {x + 112} 700 Z"
    )
    sheet.fill(INK, scaled(body, 1.09, (x, 700)))
    sheet.fill(coat, body)
    shirt = poly((x - 40, y + 40), (x + 40, y + 40), (x, y + 190))
    sheet.fill(TINT if coat == PAPER else PAPER, shirt)
    sheet.fill(
        INK if coat == PAPER else COLOUR,
        poly((x - 14, y + 60), (x + 14, y + 60), (x + 20, y + 170), (x, y + 190), (x - 20, y + 170)),
    )
    sheet.fill(INK, oval(x - 60, y + 46, 14, 18) + oval(x + 60, y + 46, 14, 18))
    sheet.fill(INK, oval(x, y + 22, 62, 72))
    sheet.fill(COLOUR if coat == PAPER else TINT, stroke([(x + 16, y - 20), (x + 10, y + 24)], 6))


def city_screens(sheet: Sheet) -> None:
    """Draw city towers at night, three of them with a screen that shows a play button."""
    sheet.dots(COLOUR, rect(0, 0, 1200, 675), fade((0, 100), (0, 640), 0.0, 0.85), pitch=24)
    for x, top, width in (
        (-20, 260, 150),
        (330, 330, 120),
        (590, 280, 130),
        (880, 240, 90),
        (1130, 320, 100),
    ):
        sheet.fill(COLOUR, rect(x, top, width, 500))
    for x, top, width, screen in (
        (90, 90, 270, 190),
        (430, 190, 220, 150),
        (690, 40, 230, 210),
        (950, 230, 210, 0),
    ):
        sheet.fill(PAPER, rect(x - 6, top - 6, width + 12, 700))
        sheet.fill(INK, rect(x, top, width, 700))
        if screen:
            _play_screen(sheet, (x + 24, top + 30), (width - 48, screen))
        rows = range(top + screen + 60, 660, 44)
        sheet.fill(TINT, joined(rect(x + 26 + n * 42, y, 24, 20) for y in rows for n in range((width - 30) // 42)))


def _play_screen(sheet: Sheet, corner: tuple[float, float], size: tuple[float, float]) -> None:
    (x, y), (width, height) = corner, size
    sheet.fill(PAPER, rect(x, y, width, height))
    cx, cy = x + width / 2, y + height / 2
    sheet.fill(COLOUR, disc(cx, cy, 54))
    sheet.fill(PAPER, poly((cx - 18, cy - 28), (cx - 18, cy + 28), (cx + 30, cy)))


SCENES = {
    "billboard-flyover.webp": Scene(draw=billboard_back, colour="red", ground=TINT, size=TALL),
    "ferry-screen-harbour.webp": Scene(draw=ferry, colour="red"),
    "lift-screen-building.webp": Scene(draw=lift_screen, colour="red", ground=COLOUR),
    "city-screens-play.webp": Scene(draw=city_screens, colour="red", ground=INK),
}
