"""Pictures of the social section."""

from __future__ import annotations

import random

from press.forms import burst, curve, disc, joined, poly, rect, stroke, turned
from press.paths import path
from press.scene import TALL, Scene
from press.screens import fade
from press.sheet import COLOUR, INK, PAPER, TINT, Sheet
from scenes.props import bubble, coin, hollow, rule_block

# How many pixels of 50 the head reaches to the right of its middle, from row 2 down.
_HEAD_REACH = (2, 3, 4, 5, 5, 5, 5, 5, 5, 4, 4, 3, 3, 3, 3, 4, 5, 7)
_SLATE_STRIPES = joined(poly((n * 104, 0), (n * 104 + 52, 0), (n * 104 + 12, 70), (n * 104 - 40, 70)) for n in range(6))


def coin_jar(sheet: Sheet) -> None:
    """Draw a coin jar emptied beside a film clapperboard."""
    sheet.fill(COLOUR, poly((0, 480), (1200, 480), (1200, 675), (0, 675)))
    _jar(sheet)
    for x, y, r, squeeze, lean in (
        (470, 400, 40, 0.9, 20),
        (540, 470, 42, 0.4, 30),
        (420, 500, 40, 0.7, -20),
        (500, 566, 44, 1.0, 8),
        (600, 590, 44, 0.85, -30),
        (390, 606, 44, 0.95, 30),
        (566, 360, 34, 0.6, -40),
    ):
        coin(sheet, (x, y), r, squeeze, lean)
    _clapper(sheet)


def _jar(sheet: Sheet) -> None:
    lean, about = 118, (250, 270)
    glass = turned(rect(100, 90, 300, 370, 70), lean, about)
    sheet.fill(INK, turned(rect(142, 44, 216, 60, 16), lean, about))
    sheet.fill(PAPER, turned(rect(158, 30, 184, 26, 6), lean, about))
    sheet.fill(INK, glass)
    sheet.fill(TINT, turned(rect(116, 106, 268, 338, 56), lean, about))
    inside = turned(rect(116, 106, 268, 338, 56), lean, about)
    sheet.fill(COLOUR, rect(0, 300, 520, 300), within=inside)
    for x, y in ((150, 330), (220, 350), (300, 350), (370, 330), (200, 410), (290, 400)):
        coin(sheet, (x, y), 40)
    sheet.fill(PAPER, turned(rect(140, 160, 24, 180, 12), lean, about))


def _clapper(sheet: Sheet) -> None:
    sheet.fill(INK, rect(690, 250, 440, 330, 10))
    sheet.fill(
        PAPER,
        rect(716, 352, 388, 10) + rect(716, 452, 388, 10) + rect(850, 362, 10, 92) + rect(980, 362, 10, 92),
    )
    sheet.fill(
        PAPER,
        [[(690 + x, 256 + y) for x, y in form] for form in _SLATE_STRIPES],
        within=rect(690, 256, 440, 70),
    )
    arm = turned(rect(690, 170, 440, 74, 8), -19, (700, 244))
    sheet.fill(INK, arm)
    stripes = [[(1150 - x, 172 + y) for x, y in form] for form in _SLATE_STRIPES]
    sheet.fill(PAPER, turned(stripes, -19, (700, 244)), within=turned(rect(702, 178, 420, 58), -19, (700, 244)))
    sheet.fill(INK, disc(716, 246, 30))


def bubble_stack(sheet: Sheet) -> None:
    """Draw three speech bubbles, one on top of the other, the middle one empty."""
    top, middle, low = (
        bubble(170, 56, 700, 150, 90),
        bubble(330, 244, 700, 150, -610),
        bubble(170, 432, 700, 150, 90),
    )
    sheet.fill(INK, top)
    sheet.fill(PAPER, rule_block(236, 104, 520, 2, 34, 16))
    sheet.fill(INK, middle)
    sheet.fill(PAPER, bubble(342, 256, 676, 126, -598, 38, 46))
    sheet.fill(COLOUR, low)
    sheet.dots(PAPER, low, fade((900, 0), (300, 0), 0.65, 0.0), pitch=22)
    sheet.fill(INK, rule_block(236, 480, 440, 2, 34, 16))


def rate_card(sheet: Sheet) -> None:
    """Draw a price list with stars in place of prices."""
    lean, about = -8, (600, 340)
    sheet.dots(INK, rect(0, 0, 1200, 675), fade((1200, 0), (500, 600), 0.5, 0.0), pitch=26)
    sheet.fill(INK, turned(rect(232, -34, 770, 820), lean, about))
    sheet.fill(PAPER, turned(rect(210, -60, 770, 820), lean, about))
    sheet.fill(COLOUR, turned(rect(210, -60, 770, 130), lean, about))
    for row in range(5):
        y = 130 + row * 112
        sheet.fill(INK, turned(rect(256, y - 10, 180 + 40 * (row % 2), 22), lean, about))
        sheet.fill(TINT, turned(rect(256, y + 52, 678, 8), lean, about))
        stars = joined(burst(900 - n * 84, y, 40, 16, 5) for n in range(row + 1))
        sheet.fill(COLOUR if row == 4 else INK, turned(stars, lean, about))


def bubble_lock(sheet: Sheet) -> None:
    """Draw a comment bubble closed with a padlock."""
    huge = rect(80, -120, 1000, 500, 120) + poly((560, 370), (860, 370), (800, 520))
    sheet.fill(PAPER, huge)
    sheet.dots(COLOUR, huge, fade((0, -40), (0, 380), 0.7, 0.0), pitch=24)
    sheet.fill(INK, joined(disc(x, 170, 40) for x in (430, 580, 730)))
    sheet.fill(INK, hollow(796, 460, 96, 32) + rect(700, 460, 32, 60) + rect(860, 460, 32, 60))
    sheet.fill(INK, rect(650, 490, 292, 240, 28))
    sheet.fill(TINT, disc(796, 570, 32) + poly((780, 580), (812, 580), (828, 660), (764, 660)))


def apartment_block(sheet: Sheet) -> None:
    """Draw an apartment block whose lit windows are message bubbles."""
    sheet.fill(PAPER, disc(1050, 150, 90))
    sheet.fill(INK, rect(150, 40, 700, 700) + rect(200, 0, 90, 60))
    sheet.fill(INK, rect(890, 360, 260, 320))
    lit = {
        (0, 1): PAPER,
        (1, 3): COLOUR,
        (2, 0): COLOUR,
        (2, 4): PAPER,
        (3, 2): PAPER,
        (4, 1): COLOUR,
        (1, 0): PAPER,
        (3, 4): COLOUR,
        (0, 4): COLOUR,
    }
    for row in range(5):
        for column in range(5):
            x, y = 190 + column * 128, 84 + row * 122
            tone = lit.get((row, column))
            if tone is None:
                sheet.dots(TINT, rect(x, y, 104, 76), fade((0, y), (0, y + 80), 0.1, 0.22), pitch=18)
            else:
                sheet.fill(tone, bubble(x, y, 104, 72, 24 if column % 2 else -80, 20, 28))
                sheet.fill(INK, joined(disc(x + 28 + 24 * n, y + 36, 7) for n in range(3)))
    sheet.fill(TINT, joined(rect(920 + 70 * (n % 3), 400 + 80 * (n // 3), 44, 44) for n in range(9)))


def night_desk(sheet: Sheet) -> None:
    """Draw a desk with a laptop at night, the moon in the window."""
    sheet.fill(PAPER, rect(640, 50, 460, 370))
    sheet.fill(COLOUR, rect(656, 66, 428, 338))
    sheet.dots(TINT, rect(656, 66, 428, 338), fade((0, 180), (0, 420), 0.0, 0.7), pitch=22)
    sheet.fill(PAPER, disc(920, 180, 70), minus=disc(894, 160, 62))
    sheet.fill(PAPER, rect(862, 66, 14, 338) + rect(656, 236, 428, 14) + rect(616, 410, 508, 22))
    sheet.fill(TINT, rect(0, 560, 1200, 115))
    sheet.fill(PAPER, poly((190, 270), (600, 270), (640, 540), (150, 540)))
    sheet.fill(INK, poly((206, 286), (584, 286), (618, 520), (172, 520)))
    sheet.dots(
        COLOUR,
        poly((206, 286), (584, 286), (618, 520), (172, 520)),
        fade((0, 286), (0, 520), 0.9, 0.3),
        pitch=20,
    )
    sheet.fill(PAPER, bubble(262, 330, 220, 80, 30, 26, 36))
    sheet.fill(INK, rule_block(290, 356, 150, 2, 22, 8))
    sheet.fill(PAPER, poly((110, 540), (680, 540), (720, 580), (70, 580)))
    sheet.fill(COLOUR, hollow(900, 516, 46, 16))
    sheet.fill(PAPER, rect(780, 450, 116, 140, 14))
    for x in (812, 858):
        sheet.fill(TINT, stroke(curve((x, 430), (x - 14, 400), (x + 12, 370), (x, 336)), 8))


def pixel_face(sheet: Sheet) -> None:
    """Draw a mannequin's head that dissolves into pixels."""
    head = path(
        "M400 100 C240 100 160 220 168 350 C168 390 140 430 112 480 C100 504 120 516 150 520 L156 570 "
        "C150 586 156 596 166 602 C158 620 164 632 172 642 C168 710 210 728 290 716 L310 840 "
        "C250 880 150 900 90 1000 L400 1000 Z"
    )
    sheet.fill(INK, head)
    chance = random.Random(5)
    for row, reach in enumerate(_HEAD_REACH, start=2):
        for column in range(-2, 8):
            luck = chance.random()
            if column < 0:
                tone = COLOUR if luck > 0.86 else None
            elif column < reach:
                tone = None if luck < column * 0.11 else COLOUR if luck > 0.8 else INK
            else:
                tone = chance.choice((COLOUR, PAPER, INK)) if luck > 0.76 + (column - reach) * 0.03 else None
            if tone:
                sheet.fill(tone, rect(400 + column * 50, row * 50, 50, 50))
    sheet.fill(PAPER, stroke(curve((196, 412), (222, 426), (256, 416)), 12))


SCENES = {
    "coin-jar-camera.webp": Scene(draw=coin_jar, colour="pink"),
    "speech-bubbles-stack.webp": Scene(draw=bubble_stack, colour="pink", ground=TINT),
    "rate-card-stars.webp": Scene(draw=rate_card, colour="pink", ground=COLOUR),
    "comment-bubbles-lock.webp": Scene(draw=bubble_lock, colour="pink", ground=COLOUR),
    "apartment-block-messages.webp": Scene(draw=apartment_block, colour="pink", ground=TINT),
    "night-desk-moon.webp": Scene(draw=night_desk, colour="pink", ground=INK),
    "pixel-face-mannequin.webp": Scene(draw=pixel_face, colour="pink", ground=TINT, size=TALL),
}
