"""Pictures of the advertising section: pitches, sounds and brands. Screens are in `outdoor`."""

from __future__ import annotations

from press.forms import Form, burst, curve, disc, joined, moved, poly, rect, scaled, stroke, turned
from press.paths import path
from press.scene import Scene
from press.screens import fade, glow
from press.sheet import COLOUR, INK, PAPER, TINT, Sheet
from scenes.props import note


def pitch_table(sheet: Sheet) -> None:
    """Draw a boardroom table from above, seven chairs, one pulled out."""
    lean, about = -14, (600, 340)
    sheet.dots(COLOUR, rect(0, 0, 1200, 675), fade((0, 0), (0, 620), 0.5, 0.0), pitch=28)
    chairs = [(330, 150, 0), (520, 150, 0), (710, 150, 0), (330, 470, 180), (520, 470, 180), (960, 300, 90)]
    for x, y, facing in chairs:
        _chair(sheet, (x, y), facing, INK, lean)
    _chair(sheet, (756, 566), 152, COLOUR, lean)
    table = turned(rect(220, 190, 700, 300, 60), lean, about)
    sheet.fill(INK, table)
    sheet.fill(TINT, turned(rect(238, 208, 664, 264, 46), lean, about))
    for x, y, tilt in (
        (300, 236, 4),
        (490, 230, -6),
        (680, 238, 3),
        (300, 380, -4),
        (490, 384, 7),
        (800, 300, 94),
    ):
        page = turned(turned(rect(x, y, 62, 82), tilt, (x + 31, y + 41)), lean, about)
        sheet.fill(PAPER, page)
    sheet.fill(INK, turned(disc(600, 346, 30), lean, about))
    sheet.fill(PAPER, turned(disc(600, 346, 19), lean, about))


def _chair(sheet: Sheet, centre: tuple[float, float], facing: float, tone: str, lean: float) -> None:
    x, y = centre
    about = (600, 340)

    def place(form: Form) -> Form:
        return turned(turned(form, facing, (x + 60, y + 20)), lean, about)

    sheet.fill(INK, place(rect(x - 8, y - 38, 136, 126, 34)))
    sheet.fill(PAPER if tone == INK else tone, place(rect(x + 6, y - 12, 108, 88, 24)))
    sheet.fill(INK, place(rect(x - 4, y - 52, 128, 34, 17)))


def loudspeaker(sheet: Sheet) -> None:
    """Draw a loudspeaker whose musical notes tangle on their way into an ear."""
    sheet.fill(INK, path("M-20 250 L120 250 L390 70 L390 610 L120 430 L-20 430 Z"))
    sheet.fill(PAPER, path("M130 272 L364 116 L364 564 L130 408 Z"))
    sheet.dots(COLOUR, path("M130 272 L364 116 L364 564 L130 408 Z"), fade((0, 564), (0, 150), 0.0, 0.7), pitch=30)
    sheet.fill(INK, rect(376, 50, 40, 580, 20))
    tangle = curve(
        (416, 340),
        (500, 260),
        (600, 420),
        (700, 250),
        (600, 190),
        (540, 330),
        (660, 470),
        (740, 380),
        (660, 300),
        (600, 440),
        (720, 520),
        (800, 360),
        (900, 345),
    )
    sheet.fill(INK, stroke(tangle, 15))
    for x, y, size, lean in (
        (520, 180, 34, -14),
        (660, 150, 30, 12),
        (780, 220, 32, -6),
        (560, 560, 34, 10),
        (740, 610, 28, -16),
    ):
        sheet.fill(INK, note(x, y, size, lean))
    _ear(sheet)


def _ear(sheet: Sheet) -> None:
    sheet.fill(
        PAPER,
        path(
            "M900 300 C870 120 1000 50 1090 80 C1200 120 1190 290 1130 370 C1080 430 1100 520 1020 590 "
            "C960 640 890 600 896 530 C900 470 910 380 900 300 Z"
        ),
    )
    sheet.fill(
        INK,
        stroke(
            curve(
                (940, 260),
                (940, 160),
                (1030, 130),
                (1096, 180),
                (1090, 290),
                (1040, 350),
                (1040, 420),
                (1000, 470),
            ),
            20,
        ),
    )
    sheet.fill(INK, stroke(curve((910, 345), (960, 330), (1000, 280), (1030, 250)), 16))


def durian(sheet: Sheet) -> None:
    """Draw a durian whose peel comes off to show a plain disc."""
    centre, hinge = (540, 350), (560, 640)
    right, spikes = poly((556, -80), (1200, -80), (1200, 760), (540, 760)), burst(*centre, 322, 250, 26, 4)
    peel = [
        turned(form, 42, hinge) for form in (spikes, disc(*centre, 244), right, disc(*centre, 236), disc(*centre, 214))
    ]
    sheet.fill(INK, peel[0], within=peel[2], minus=peel[3])
    sheet.fill(TINT, peel[1], within=peel[2], minus=peel[4])
    sheet.fill(PAPER, disc(*centre, 232))
    sheet.dots(COLOUR, disc(*centre, 232), fade((560, 0), (800, 0), 0.0, 0.6), pitch=24)
    sheet.fill(INK, spikes, minus=right)
    thorns = joined(
        poly((x - 26, y + 22), (x, y - 30), (x + 26, y + 22))
        for row in range(9)
        for x, y in [(270 + column * 64 + 32 * (row % 2), 130 + row * 56) for column in range(6)]
    )
    sheet.fill(TINT, thorns, within=disc(*centre, 246), minus=right)
    sheet.fill(INK, rect(512, -20, 56, 84, 14))


def lantern_tv(sheet: Sheet) -> None:
    """Draw a television that shows a red lantern; a tear runs out of the picture."""
    sheet.fill(INK, stroke([(600, 100), (470, -20)], 12) + stroke([(600, 100), (740, -10)], 12))
    sheet.fill(INK, rect(240, 84, 720, 490, 56))
    sheet.fill(PAPER, rect(276, 120, 520, 418, 44))
    sheet.dots(TINT, rect(276, 120, 520, 418, 44), glow((536, 320), 300, 0.1, 1.0), pitch=20)
    sheet.fill(
        PAPER,
        disc(878, 190, 44)
        + disc(878, 300, 30)
        + rect(838, 380, 80, 10)
        + rect(838, 410, 80, 10)
        + rect(838, 440, 80, 10),
    )
    sheet.fill(INK, disc(878, 190, 28))
    sheet.fill(INK, rect(530, 120, 12, 60) + rect(476, 176, 120, 26, 6) + rect(476, 424, 120, 26, 6))
    body = path("M470 200 C360 240 360 390 470 428 L602 428 C712 390 712 240 602 200 Z")
    sheet.fill(COLOUR, body)
    ribs = [curve((536 + n * 26, 200), (536 + n * 60, 314), (536 + n * 26, 428)) for n in (-1.6, 0, 1.6)]
    sheet.fill(INK, joined(stroke(rib, 8) for rib in ribs))
    sheet.fill(INK, joined(rect(512 + n * 18, 450, 8, 64) for n in range(3)))
    sheet.fill(INK, rect(0, 612, 1200, 14) + rect(330, 570, 30, 50) + rect(810, 570, 30, 50))
    sheet.fill(COLOUR, rect(0, 626, 1200, 60))
    sheet.fill(INK, _drop(450, 560, 1.5))
    sheet.fill(TINT, _drop(450, 562, 1.2))


def _drop(x: float, y: float, size: float) -> Form:
    drop = path("M0 -70 C16 -30 52 -6 50 8 C48 50 -48 50 -50 8 C-52 -6 -16 -30 0 -70 Z")
    return moved(scaled(drop, size), x, y)


SCENES = {
    "pitch-table-chairs.webp": Scene(draw=pitch_table, colour="red"),
    "loudspeaker-notes.webp": Scene(draw=loudspeaker, colour="red", ground=COLOUR),
    "durian-logo-peel.webp": Scene(draw=durian, colour="red", ground=COLOUR),
    "lantern-tear-tv.webp": Scene(draw=lantern_tv, colour="red", ground=TINT),
}
