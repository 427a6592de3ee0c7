"""Pictures of the e-commerce section: selling, parcels and couriers. Shops are in `shops`."""

from __future__ import annotations

from press.forms import Form, Point, curve, disc, joined, moved, oval, poly, rect, scaled, stroke, turned
from press.paths import path
from press.scene import LEAD, Scene
from press.screens import fade, glow
from press.sheet import COLOUR, INK, PAPER, TINT, Sheet
from scenes.props import box, bust, wheel

_HANDLE = stroke(curve((-170, -60), (-128, -250), (0, -296), (128, -250), (170, -60)), 26)
_BODY = poly((-250, -60), (250, -60), (192, 190), (-192, 190))
_RIMS = rect(-278, -90, 556, 56, 28) + rect(-206, 172, 412, 32, 16)
_WIRES = joined(stroke([(n * 62, -60), (n * 48, 190)], 14, square=True) for n in range(-4, 5)) + joined(
    stroke([(-250 + n * 15, n * 62), (250 - n * 15, n * 62)], 14) for n in range(3)
)


def shopping_basket(sheet: Sheet) -> None:
    """Draw a shopping basket lifted off a phone's screen; its cut-out stays behind."""
    sheet.fill(COLOUR, disc(850, 300, 360))
    tilt, pivot = -9, (370, 560)
    sheet.fill(INK, turned(rect(120, 130, 480, 940, 66), tilt, pivot))
    screen = turned(rect(152, 166, 416, 870, 38), tilt, pivot)
    sheet.fill(COLOUR, screen)
    sheet.dots(PAPER, screen, fade((0, 160), (0, 600), 0.62, 0.0), pitch=28)
    sheet.fill(INK, turned(rect(296, 188, 128, 22, 11), tilt, pivot))
    left_behind = turned(moved(scaled(_HANDLE + _BODY + _RIMS, 0.68), 360, 640), tilt, pivot)
    sheet.fill(PAPER, left_behind, within=screen)
    lift = [turned(moved(form, 720, 400), 16, (720, 400)) for form in (_HANDLE, _BODY, _WIRES, _RIMS)]
    sheet.fill(INK, lift[0])
    sheet.fill(PAPER, lift[1])
    sheet.fill(INK, lift[2], within=lift[1])
    sheet.fill(INK, lift[3])


def live_host(sheet: Sheet) -> None:
    """Draw a live-selling host seen from behind, inside a ring light."""
    sheet.dots(COLOUR, rect(0, 0, 1200, 675), glow((600, 330), 640, 0.0, 0.55), pitch=26)
    sheet.fill(INK, disc(600, 330, 322))
    sheet.fill(PAPER, disc(600, 330, 306))
    sheet.fill(COLOUR, disc(600, 330, 226))
    person = bust(600, 330, 104)
    sheet.fill(INK, person)
    hair = path(
        "M498 340 C480 210 540 190 600 190 C660 190 720 210 702 340 C700 420 680 470 660 476 L540 476 "
        "C520 470 500 420 498 340 Z"
    )
    sheet.fill(INK, hair + disc(600, 178, 46))
    sheet.fill(PAPER, stroke(curve((532, 478), (566, 492), (634, 492), (668, 478)), 10))
    sheet.fill(INK, rect(588, 560, 24, 130))
    box(sheet, (830, 452), (250, 190), tone=TINT)
    box(sheet, (1010, 540), (150, 112), 0, tone=COLOUR)


def conveyor(sheet: Sheet) -> None:
    """Draw parcels on a conveyor belt, one of them falling off the end."""
    sheet.fill(COLOUR, poly((0, 360), (850, 602), (850, 675), (0, 675)))
    sheet.dots(TINT, poly((0, 360), (850, 602), (850, 675), (0, 675)), fade((0, 420), (0, 690), 0.0, 0.7), pitch=26)
    sheet.fill(INK, stroke([(-60, 338), (790, 580)], 76))
    for n in range(6):
        sheet.fill(PAPER, disc(-10 + n * 160, 352 + n * 45.6, 18))
    for x, size, tone in (
        (-20, (150, 170), TINT),
        (160, (200, 130), PAPER),
        (400, (140, 210), TINT),
        (580, (176, 140), COLOUR),
    ):
        box(sheet, (x, 307 + (x + 20) * 0.284 - size[1]), size, 15.9, tone)
    box(sheet, (862, 190), (220, 210), 38, TINT)
    for x, y in ((800, 150), (886, 96), (980, 70)):
        sheet.fill(INK, stroke([(x, y), (x - 34, y - 70)], 14))


def return_label(sheet: Sheet) -> None:
    """Draw a taped parcel with a return arrow on its label."""
    sheet.fill(INK, rect(196, 76, 808, 640))
    sheet.fill(TINT, rect(212, 92, 776, 640))
    sheet.dots(COLOUR, rect(212, 92, 776, 640), fade((0, 180), (0, 675), 0.0, 0.6), pitch=24)
    sheet.fill(PAPER, rect(530, 92, 140, 640))
    sheet.fill(INK, rect(212, 150, 776, 10))
    label = turned(rect(340, 230, 520, 360), -5, (600, 410))
    sheet.fill(INK, moved(label, 12, 14))
    sheet.fill(PAPER, label)
    arrow = stroke([(470, 510), (640, 510)], 52, square=True) + stroke([(500, 366), (640, 366)], 52, square=True)
    bend = stroke([(640 + 72 * a, 438 + 72 * b) for a, b in _half_turn()], 52)
    head = poly((400, 366), (520, 276), (520, 456))
    sheet.fill(INK, turned(arrow + bend + head, -5, (600, 410)))


def _half_turn() -> list[Point]:
    return [(x, y) for x, y in curve((0, 1), (0.71, 0.71), (1, 0), (0.71, -0.71), (0, -1))]


def courier_cash(sheet: Sheet) -> None:
    """Draw a courier's motorbike with a delivery box, banknotes fluttering behind."""
    sheet.fill(COLOUR, disc(860, 330, 300))
    sheet.dots(PAPER, disc(860, 330, 300), fade((0, 60), (0, 420), 0.6, 0.0), pitch=30)
    sheet.fill(INK, rect(0, 590, 1200, 14))
    _motorbike(sheet)
    notes = ((90, 180, -24), (250, 330, 14), (60, 420, 32), (330, 120, 20), (300, 490, -12))
    for x, y, lean in notes:
        _banknote(sheet, (x, y), lean)


def _motorbike(sheet: Sheet) -> None:
    wheel(sheet, (650, 510), 86)
    wheel(sheet, (1040, 510), 86)
    fork = stroke([(1040, 510), (950, 270), (900, 256)], 24)
    sheet.fill(INK, fork + stroke([(650, 510), (800, 500)], 30))
    frame = path(
        "M560 400 C600 360 700 352 780 360 C800 420 850 430 900 400 L950 300 L1000 420"
        " C960 470 930 520 900 530"
        "L720 530 C720 450 640 420 560 440 Z"
    )
    sheet.fill(INK, frame)
    sheet.fill(PAPER, path("M800 452 C850 462 900 440 934 396 L960 424 C930 470 900 496 880 500 L780 500 Z"))
    sheet.fill(INK, rect(600, 336, 210, 40, 20))
    sheet.fill(INK, rect(500, 130, 230, 210, 14))
    sheet.fill(TINT, rect(514, 144, 202, 182, 6))
    sheet.fill(COLOUR, rect(514, 200, 202, 44))
    sheet.fill(INK, disc(985, 312, 36))
    sheet.fill(PAPER, disc(992, 312, 22))
    sheet.fill(INK, path("M960 440 C1000 380 1090 370 1140 440 L1110 440 C1080 410 1010 410 980 450 Z"))


def _banknote(sheet: Sheet, corner: Point, lean: float) -> None:
    x, y = corner
    wave = path(
        f"M{x} {y} C{x + 50} {y - 34} {x + 90} {y + 34} {x + 150} {y} L{x + 150} {y + 78} "
        f"C{x + 90} {y + 112} {x + 50} {y + 44} {x} {y + 78} Z"
    )
    middle = (x + 75, y + 39)
    sheet.fill(INK, turned(scaled(wave, 1.14, middle), lean, middle))
    sheet.fill(PAPER, turned(wave, lean, middle))
    sheet.fill(COLOUR, turned(oval(*middle, 26, 20), lean, middle))


def moon_bag(sheet: Sheet) -> None:
    """Draw a crescent moon holding a shopping bag like a hook."""
    moon, shade = disc(500, 330, 290), disc(610, 240, 246)
    sheet.fill(PAPER, moon, minus=shade)
    sheet.dots(TINT, moon, fade((300, 0), (660, 0), 0.95, 0.0), pitch=22, minus=shade)
    strings = stroke(curve((742, 446), (700, 330), (770, 292), (846, 330), (838, 446)), 14)
    sheet.fill(INK, strings)
    bag = poly((690, 440), (890, 440), (914, 640), (666, 640))
    sheet.fill(INK, bag)
    sheet.fill(TINT, rect(722, 474, 20, 20, 10) + rect(838, 474, 20, 20, 10))
    for x, y, r in ((930, 140, 54), (1060, 270, 34), (800, 90, 26)):
        sheet.fill(PAPER, _star(x, y, r))


def _star(x: float, y: float, r: float) -> Form:
    low = r * 0.2
    return poly(
        (x, y - r),
        (x + low, y - low),
        (x + r, y),
        (x + low, y + low),
        (x, y + r),
        (x - low, y + low),
        (x - r, y),
        (x - low, y - low),
    )


SCENES = {
    "shopping-basket-phone.webp": Scene(draw=shopping_basket, colour="orange", ground=TINT, size=LEAD),
    "live-host-ring-light.webp": Scene(draw=live_host, colour="orange", ground=INK),
    "parcels-conveyor.webp": Scene(draw=conveyor, colour="orange"),
    "return-parcel-label.webp": Scene(draw=return_label, colour="orange", ground=COLOUR),
    "motorbike-courier-cash.webp": Scene(draw=courier_cash, colour="orange", ground=TINT),
    "ramadan-moon-basket.webp": Scene(draw=moon_bag, colour="orange", ground=COLOUR),
}
