"""Pictures of the PR section."""

from __future__ import annotations

from press.forms import band, bow, curve, disc, joined, oval, poly, rect, stroke, turned, wedge
from press.paths import path
from press.scene import Scene
from press.screens import fade, glow
from press.sheet import COLOUR, INK, PAPER, TINT, Sheet
from scenes.props import bubble, microphone, rule_block


def noodle_bowl(sheet: Sheet) -> None:
    """Draw a bowl of instant noodles with a warning siren on top."""
    rays = joined(wedge(600, 250, 900, angle, angle + 11) for angle in range(185, 356, 22))
    sheet.fill(TINT, rays)
    sheet.fill(INK, stroke([(1130, 60), (690, 430)], 20) + stroke([(1180, 130), (710, 440)], 20))
    sheet.fill(INK, bow(600, 220, 100, 180, 360) + rect(500, 218, 200, 110))
    sheet.fill(COLOUR, bow(600, 222, 84, 180, 360) + rect(516, 220, 168, 80))
    sheet.fill(PAPER, band(600, 222, 62, 16, 190, 262))
    sheet.fill(INK, rect(468, 296, 264, 46, 10))
    sheet.fill(INK, oval(600, 398, 336, 80))
    sheet.fill(PAPER, oval(600, 398, 312, 62))
    for n in range(7):
        x = 350 + n * 72
        sheet.fill(
            INK,
            stroke(curve((x, 420), (x + 18, 366), (x + 52, 366), (x + 70, 420)), 9),
            within=oval(600, 398, 312, 62),
        )
    hull = path("M264 400 C280 560 380 650 470 668 L730 668 C820 650 920 560 936 400 C860 480 340 480 264 400 Z")
    sheet.fill(INK, hull)
    sheet.dots(COLOUR, hull, fade((264, 0), (800, 0), 0.9, 0.0), pitch=22)


def apology_bow(sheet: Sheet) -> None:
    """Draw a figure bowing behind a bank of microphones."""
    sheet.dots(TINT, disc(560, 270, 400), glow((560, 270), 400, 0.05, 0.7), pitch=30)
    sheet.fill(INK, path("M760 250 L900 250 C912 400 912 560 900 700 L752 700 Z"))
    sheet.fill(
        INK,
        path("M452 176 C600 150 740 146 828 160 C900 172 916 240 900 330 L770 366 C680 330 560 322 452 330 Z"),
    )
    sheet.fill(PAPER, path("M424 190 L456 180 L456 326 L424 322 Z"))
    sheet.fill(PAPER, oval(340, 258, 96, 82) + disc(312, 336, 17))
    sheet.fill(INK, oval(336, 250, 104, 90), minus=poly((220, 330), (330, 268), (460, 262), (460, 400), (220, 400)))
    sheet.fill(INK, oval(384, 276, 16, 24))
    sheet.fill(INK, stroke([(556, 250), (520, 520)], 74))
    sheet.fill(PAPER, rect(484, 520, 66, 16, 8) + disc(515, 556, 34))
    sheet.fill(PAPER, stroke([(598, 336), (574, 500)], 6))
    for n, height in enumerate((520, 470, 540, 450, 510, 480, 530)):
        x = 110 + n * 160
        microphone(sheet, (x, height + 60), (x, 720), 40, TINT if n % 2 else PAPER)


def ruler_newspaper(sheet: Sheet) -> None:
    """Draw a ruler laid across a newspaper column."""
    lean, about = 4, (600, 340)
    sheet.fill(INK, turned(rect(160, -60, 840, 860), lean, about))
    sheet.fill(PAPER, turned(rect(146, -72, 840, 860), lean, about))
    sheet.fill(INK, turned(rect(196, 10, 740, 72), lean, about))
    sheet.fill(
        INK,
        turned(rule_block(196, 120, 220, 22, 28, 11) + rule_block(716, 120, 220, 22, 28, 11), lean, about),
    )
    sheet.fill(COLOUR, turned(rect(456, 120, 220, 230), lean, about))
    sheet.fill(INK, turned(rule_block(456, 380, 220, 12, 28, 11), lean, about))
    tilt = -31
    sheet.fill(INK, turned(rect(-130, 306, 1480, 156), tilt, about))
    body = turned(rect(-150, 286, 1480, 156), tilt, about)
    sheet.fill(TINT, body)
    ticks = joined(rect(-140 + n * 32, 286, 9, (86 if n % 10 == 0 else 62 if n % 5 == 0 else 40)) for n in range(46))
    sheet.fill(INK, turned(ticks, tilt, about))
    sheet.fill(INK, turned(rect(-150, 424, 1480, 18), tilt, about))


def envelope_clock(sheet: Sheet) -> None:
    """Draw an envelope sealed with a clock face."""
    sheet.fill(PAPER, rect(60, 60, 1080, 680))
    sheet.fill(INK, stroke([(60, 680), (520, 330)], 14) + stroke([(1140, 680), (680, 330)], 14))
    flap = poly((60, 60), (1140, 60), (600, 440))
    sheet.fill(INK, poly((40, 46), (1160, 46), (600, 464)))
    sheet.fill(TINT, flap)
    sheet.dots(COLOUR, flap, fade((0, 60), (0, 420), 0.6, 0.0), pitch=24)
    edge = [(600 + (176 + 10 * (n % 2)) * _cos(n * 15), 400 + (176 + 10 * (n % 2)) * _sin(n * 15)) for n in range(24)]
    sheet.fill(INK, [list(curve(*edge, edge[0]))])
    sheet.fill(COLOUR, disc(600, 400, 150))
    ticks = joined(turned(rect(593, 268, 14, 32 if n % 3 else 46), n * 30, (600, 400)) for n in range(12))
    sheet.fill(PAPER, ticks)
    sheet.fill(INK, stroke([(600, 400), (600, 308)], 20) + stroke([(600, 400), (664, 446)], 20))
    sheet.fill(PAPER, disc(600, 400, 11))


def _cos(degrees: float) -> float:
    return turned(poly((1, 0)), degrees, (0, 0))[0][0][0]


def _sin(degrees: float) -> float:
    return turned(poly((1, 0)), degrees, (0, 0))[0][0][1]


def paper_plane(sheet: Sheet) -> None:
    """Draw a paper aeroplane that draws three speech bubbles behind it."""
    sheet.dots(PAPER, rect(0, 0, 1200, 675), fade((0, 675), (0, 200), 0.55, 0.0), pitch=28)
    trail = curve((80, 620), (230, 560), (330, 600), (430, 500), (560, 430), (700, 420), (830, 300))
    for n in range(0, len(trail) - 4, 7):
        sheet.fill(INK, stroke(trail[n : n + 4], 12))
    for x, y, width, tone, rows in (
        (70, 360, 200, PAPER, 2),
        (300, 220, 240, TINT, 2),
        (640, 470, 280, PAPER, 2),
    ):
        sheet.fill(INK, bubble(x, y, width, width * 0.52, 50, 36, 44))
        sheet.fill(tone, bubble(x + 11, y + 11, width - 22, width * 0.52 - 22, 44, 26, 32))
        sheet.fill(INK, rule_block(x + 38, y + width * 0.18, width - 80, rows, 30, 12))
    sheet.fill(PAPER, poly((1140, 40), (600, 190), (800, 268)))
    sheet.fill(INK, poly((1140, 40), (800, 268), (822, 400), (868, 306)))
    sheet.fill(TINT, poly((1140, 40), (868, 306), (1040, 380)))
    sheet.fill(PAPER, poly((1140, 40), (868, 306), (822, 400), (836, 290)))


def otter(sheet: Sheet) -> None:
    """Draw an otter at a press microphone."""
    sheet.fill(TINT, disc(600, 330, 310))
    body = path("M380 720 C370 520 420 440 440 400 L760 400 C780 440 830 520 820 720 Z")
    head = path(
        "M390 300 C380 160 480 96 600 96 C720 96 820 160 810 300 C806 420 720 470 600 470 C480 470 394 420 390 300 Z"
    )
    sheet.fill(INK, body + head + disc(424, 176, 52) + disc(776, 176, 52))
    sheet.fill(COLOUR, disc(424, 176, 26) + disc(776, 176, 26))
    sheet.fill(PAPER, path("M470 720 C470 580 520 520 600 500 C680 520 730 580 730 720 Z"))
    sheet.fill(PAPER, oval(536, 372, 94, 74) + oval(664, 372, 94, 74) + oval(600, 420, 70, 40))
    sheet.fill(INK, path("M546 306 C560 288 640 288 654 306 C652 340 620 356 600 360 C580 356 548 340 546 306 Z"))
    sheet.fill(
        INK,
        stroke(curve((536, 402), (568, 416), (600, 392), (632, 416), (664, 402)), 11) + rect(595, 350, 10, 48),
    )
    sheet.fill(PAPER, disc(498, 256, 27) + disc(702, 256, 27))
    sheet.fill(INK, disc(504, 258, 18) + disc(696, 258, 18))
    sheet.fill(PAPER, disc(510, 251, 6) + disc(702, 251, 6))
    for side in (-1, 1):
        for n in range(3):
            start = (600 + side * 124, 366 + n * 20)
            sheet.fill(INK, stroke([start, (600 + side * 268, 338 + n * 40)], 7))
    for x, y, foot in ((170, 420, 240), (1030, 420, 960), (330, 540, 380), (870, 540, 820)):
        microphone(sheet, (x, y), (foot, 720), 44)


SCENES = {
    "noodle-bowl-alarm.webp": Scene(draw=noodle_bowl, colour="violet"),
    "apology-bow-podium.webp": Scene(draw=apology_bow, colour="violet", ground=COLOUR),
    "ruler-newspaper.webp": Scene(draw=ruler_newspaper, colour="violet", ground=COLOUR),
    "envelope-clock.webp": Scene(draw=envelope_clock, colour="violet", ground=INK),
    "paper-plane-speech.webp": Scene(draw=paper_plane, colour="violet", ground=COLOUR),
    "otter-microphone.webp": Scene(draw=otter, colour="violet"),
}
