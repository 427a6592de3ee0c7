"""Pictures of the martech section."""

from __future__ import annotations

import math
from itertools import pairwise

from press.forms import Form, curve, disc, joined, oval, poly, rect, stroke, turned
from press.paths import path
from press.scene import Scene
from press.screens import fade, glow
from press.sheet import COLOUR, INK, PAPER, TINT, Sheet
from scenes.props import bubble, hollow

_SEGMENTS = {
    "top": rect(14, 0, 72, 22),
    "middle": rect(14, 79, 72, 22),
    "low": rect(14, 158, 72, 22),
    "left": rect(0, 10, 22, 160),
    "right": rect(78, 10, 22, 160),
}


def stamp_card(sheet: Sheet) -> None:
    """Draw a loyalty stamp card with one stamp missing."""
    lean, about = -7, (600, 340)
    sheet.fill(INK, turned(rect(126, 110, 980, 500, 36), lean, about))
    sheet.fill(PAPER, turned(rect(110, 90, 980, 500, 36), lean, about))
    for n in range(10):
        x, y = turned(poly((242 + 179 * (n % 5), 236 + 206 * (n // 5))), lean, about)[0][0]
        _stamp(sheet, (round(x), round(y)), n)


def _stamp(sheet: Sheet, spot: tuple[int, int], n: int) -> None:
    x, y = spot
    if n == 9:
        sheet.fill(INK, joined(turned(rect(x - 13, y - 80, 26, 11), 30 * k, spot) for k in range(12)))
        return
    sheet.fill(TINT, disc(x, y, 78))
    dx, dy = x + (n * 7) % 5 * 4 - 8, y + (n * 5) % 7 * 3 - 9
    sheet.fill(COLOUR, disc(dx, dy, 68))
    handle = hollow(dx + 30, dy - 2, 20, 8)
    sheet.fill(PAPER, handle + rect(dx - 38, dy - 26, 64, 52, 14) + rect(dx - 44, dy + 34, 76, 9, 4))


def server_cobweb(sheet: Sheet) -> None:
    """Draw a server rack with a cobweb in its corner."""
    sheet.fill(INK, rect(90, 40, 1020, 700, 18))
    for row in range(5):
        y = 76 + row * 124
        sheet.fill(TINT if row != 3 else COLOUR, rect(126, y, 948, 104, 8))
        sheet.fill(INK, joined(rect(330 + n * 26, y + 22, 12, 60, 6) for n in range(9)))
        for n in range(3):
            sheet.fill(PAPER if (row + n) % 3 else INK, disc(176 + n * 46, y + 52, 15))
    spokes = [
        turned(poly((1110, 40), (1110 - reach, 40)), -angle, (1110, 40))[0]
        for angle, reach in ((3, 560), (25, 540), (47, 600), (68, 560), (88, 560))
    ]
    rings = joined(stroke(_sagging(spokes, share), 8) for share in (0.28, 0.46, 0.64, 0.84))
    sheet.fill(INK, joined(stroke(spoke, 8) for spoke in spokes) + rings)
    sheet.fill(INK, stroke([(700, 60), (700, 400)], 6))
    _spider(sheet, (700, 430))


def _sagging(spokes: list[list[tuple[float, float]]], share: float) -> list[tuple[float, float]]:
    ends = [(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share) for (x0, y0), (x1, y1) in spokes]
    points = [ends[0]]
    for (x0, y0), (x1, y1) in pairwise(ends):
        points += [((x0 + x1) / 2 + (1110 - x0) * 0.07, (y0 + y1) / 2 - (y1 - 40) * 0.07), (x1, y1)]
    return list(curve(*points, steps=6))


def _spider(sheet: Sheet, centre: tuple[float, float]) -> None:
    x, y = centre
    legs = joined(
        stroke([(x, y), (x + side * 62, y - 40 + n * 26), (x + side * 82, y + 4 + n * 32)], 8)
        for side in (-1, 1)
        for n in range(4)
    )
    sheet.fill(PAPER, joined([legs, disc(x, y + 10, 50), disc(x, y - 34, 32)]))
    sheet.fill(INK, legs + disc(x, y + 10, 42) + disc(x, y - 34, 25))


def cookie_door(sheet: Sheet) -> None:
    """Draw a door with a cookie banner across it like a bar."""
    sheet.dots(INK, rect(0, 0, 1200, 675), glow((600, 340), 760, 0.55, 0.0), pitch=26)
    sheet.fill(INK, rect(380, 30, 440, 660))
    sheet.fill(TINT, rect(404, 54, 392, 640))
    sheet.fill(INK, rect(440, 92, 320, 190) + rect(440, 470, 320, 230))
    sheet.fill(TINT, rect(450, 102, 300, 170) + rect(450, 480, 300, 230))
    sheet.fill(INK, disc(748, 500, 22))
    lean, about = -6, (600, 370)
    sheet.fill(INK, turned(rect(52, 290, 1110, 180, 14), lean, about))
    sheet.fill(PAPER, turned(rect(40, 276, 1110, 180, 14), lean, about))
    sheet.fill(COLOUR, turned(rect(690, 326, 190, 80, 40), lean, about))
    sheet.fill(INK, turned(rect(910, 326, 190, 80, 40), lean, about))
    sheet.fill(PAPER, turned(rect(922, 338, 166, 56, 28), lean, about))
    sheet.fill(INK, turned(rect(958, 360, 94, 12) + rect(300, 330, 330, 18) + rect(300, 372, 250, 18), lean, about))
    sheet.fill(PAPER, turned(rect(738, 360, 94, 12), lean, about))
    bites = turned(disc(232, 318, 30) + disc(248, 356, 18), lean, about)
    sheet.fill(INK, turned(disc(176, 366, 78), lean, about), minus=bites)
    sheet.fill(
        COLOUR,
        turned(disc(176, 366, 66), lean, about),
        minus=turned(disc(232, 318, 42) + disc(248, 356, 30), lean, about),
    )
    sheet.fill(
        INK,
        turned(
            joined(disc(x, y, 10) for x, y in ((150, 340), (190, 376), (148, 394), (196, 416), (176, 322))),
            lean,
            about,
        ),
    )


def typewriter_robot(sheet: Sheet) -> None:
    """Draw a robot arm types; a long strip of paper runs off the top."""
    strip = path("M300 -20 L560 -20 L560 330 L300 330 Z")
    sheet.fill(INK, rect(288, -20, 284, 340))
    sheet.fill(PAPER, strip)
    sheet.fill(INK, joined(rect(334, 6 + n * 36, 190 - 60 * (n % 3 == 2), 12) for n in range(8)))
    sheet.fill(INK, rect(150, 282, 560, 70, 35) + disc(140, 317, 46) + disc(722, 317, 46))
    sheet.fill(INK, poly((210, 330), (650, 330), (690, 470), (760, 640), (100, 640), (170, 470)))
    sheet.fill(COLOUR, poly((232, 366), (628, 366), (650, 440), (210, 440)))
    for row in range(3):
        y = 490 + row * 48
        count = 8 + row
        keys = joined(disc(430 + (n - (count - 1) / 2) * 58, y, 19) for n in range(count))
        sheet.fill(PAPER, keys)
    sheet.fill(INK, rect(80, 630, 700, 60, 10))
    _robot_arm(sheet)


def _robot_arm(sheet: Sheet) -> None:
    upper, elbow, wrist, tip = (1160, 560), (1010, 190), (740, 270), (650, 470)
    sheet.fill(INK, rect(1040, 570, 200, 120))
    for start, end, width in ((upper, elbow, 92), (elbow, wrist, 74)):
        sheet.fill(INK, stroke([start, end], width))
        sheet.fill(TINT, stroke([start, end], width - 24))
    sheet.dots(COLOUR, stroke([upper, elbow], 68), fade((1010, 190), (1160, 560), 0.0, 0.9), pitch=18)
    sheet.fill(INK, stroke([wrist, (680, 400)], 44) + stroke([(680, 400), tip], 26))
    for joint, r in ((upper, 70), (elbow, 62), (wrist, 48)):
        sheet.fill(INK, disc(*joint, r))
        sheet.fill(PAPER, disc(*joint, r - 14))
        sheet.fill(COLOUR, disc(*joint, r * 0.36))


def label_tangle(sheet: Sheet) -> None:
    """Draw a luggage label on a tangled string far too long."""
    loops = [
        (
            340 + 250 * math.sin(n * 1.21) + 50 * math.sin(n * 3.1),
            330 + 230 * math.cos(n * 1.53) + 50 * math.cos(n * 2.3),
        )
        for n in range(18)
    ]
    sheet.fill(INK, stroke(curve((-40, 640), (120, 600), *loops, (640, 250), (790, 350), (818, 362)), 14))
    lean, about = 12, (790, 350)
    tag = poly((830, 220), (1290, 220), (1290, 490), (830, 490), (750, 420), (750, 290))
    sheet.fill(INK, turned(tag, lean, about))
    inner = turned(poly((838, 236), (1280, 236), (1280, 474), (838, 474), (766, 412), (766, 298)), lean, about)
    sheet.fill(PAPER, inner)
    sheet.fill(COLOUR, turned(rect(1120, 200, 200, 300), lean, about), within=inner)
    sheet.fill(INK, turned(hollow(820, 355, 36, 14), lean, about))
    sheet.fill(INK, turned(rect(890, 300, 220, 18) + rect(890, 350, 300, 18) + rect(890, 400, 160, 18), lean, about))
    sheet.fill(INK, stroke([(818, 362), (790, 350), (760, 322)], 14))


def abacus(sheet: Sheet) -> None:
    """Draw an abacus whose beads form a rising line chart."""
    sheet.fill(INK, rect(40, 36, 1120, 604, 20))
    sheet.fill(TINT, rect(78, 74, 1044, 528))
    sheet.dots(COLOUR, rect(78, 74, 1044, 528), fade((0, 200), (0, 602), 0.0, 0.7), pitch=24)
    levels = (1, 2, 1.5, 3, 2.6, 4, 5, 4.6, 6)
    for n, level in enumerate(levels):
        x = 142 + n * 115
        sheet.fill(INK, rect(x - 6, 74, 12, 528))
        top = 550 - level * 68
        sheet.fill(INK, oval(x, top, 56, 34))
        sheet.fill(PAPER, oval(x, top, 46, 24))
        for k in range(max(0, round(level) - 1) // 2):
            _bead(sheet, (x, 570 - k * 58))
        for k in range(1 + (n < 5) - (n > 7)):
            _bead(sheet, (x, 108 + k * 58))


def _bead(sheet: Sheet, centre: tuple[float, float]) -> None:
    sheet.fill(INK, oval(*centre, 50, 30))
    sheet.fill(COLOUR, oval(centre[0], centre[1], 40, 20))


def queue_number(sheet: Sheet) -> None:
    """Draw a ticket with a queue number, in a chat bubble."""
    huge = bubble(120, 40, 960, 500, 200, 90, 110)
    sheet.fill(INK, huge)
    sheet.fill(COLOUR, bubble(138, 58, 924, 464, 196, 74, 88))
    sheet.dots(TINT, rect(138, 58, 924, 464, 74), fade((0, 60), (0, 500), 0.6, 0.0), pitch=24)
    lean, about = 6, (600, 300)
    teeth = [(400 + n * 25, 590 + 22 * (n % 2)) for n in range(17)]
    sheet.fill(INK, turned([[(384, -20), (816, -20), (816, 612), (384, 612)]], lean, about))
    sheet.fill(PAPER, turned([[(400, -40), (800, -40), *reversed(teeth)]], lean, about))
    sheet.fill(INK, turned(rect(440, 90, 320, 14) + rect(440, 124, 200, 14), lean, about))
    for x in (470, 614):
        sheet.fill(INK, turned(_eight(x, 200), lean, about))
    sheet.fill(
        COLOUR,
        turned(joined(rect(440 + n * 20, 450, 6 + 7 * (n * n % 2), 70) for n in range(16)), lean, about),
    )


def _eight(x: float, y: float) -> Form:
    return [[(x + dx * 1.15, y + dy * 1.15) for dx, dy in outline] for form in _SEGMENTS.values() for outline in form]


SCENES = {
    "stamp-card-loyalty.webp": Scene(draw=stamp_card, colour="teal", ground=COLOUR),
    "server-cobweb.webp": Scene(draw=server_cobweb, colour="teal"),
    "cookie-banner-door.webp": Scene(draw=cookie_door, colour="teal", ground=COLOUR),
    "typewriter-robot-arm.webp": Scene(draw=typewriter_robot, colour="teal", ground=TINT),
    "label-string-tangle.webp": Scene(draw=label_tangle, colour="teal", ground=TINT),
    "abacus-chart.webp": Scene(draw=abacus, colour="teal", ground=COLOUR),
    "chatbot-queue-number.webp": Scene(draw=queue_number, colour="teal"),
}
