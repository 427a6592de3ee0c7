"""Pictures of the e-commerce section: shops, aisles and shelves."""

from __future__ import annotations

from press.forms import Form, disc, joined, oval, poly, rect, stroke
from press.paths import path
from press.scene import Scene
from press.screens import fade
from press.sheet import COLOUR, INK, PAPER, TINT, Sheet

_SHELF_ARTICLE = "articles/2023/11/supermarket-shelf-screens"


def night_store(sheet: Sheet) -> None:
    """Draw a convenience store lit up at night, with the moon above."""
    sheet.fill(PAPER, disc(1080, 100, 64), minus=disc(1052, 84, 58))
    sheet.fill(TINT, rect(170, 250, 800, 350))
    sheet.dots(COLOUR, rect(170, 250, 800, 180), fade((0, 250), (0, 430), 0.8, 0.0), pitch=22)
    sheet.fill(INK, rect(560, 290, 16, 310) + rect(760, 290, 16, 310) + rect(666, 290, 8, 310))
    for row in (390, 470, 550):
        sheet.fill(INK, rect(200, row, 330, 10))
        goods = joined(rect(212 + n * 44, row - 30 - 12 * (n * row % 3), 28, 30 + 12 * (n * row % 3)) for n in range(7))
        sheet.fill(COLOUR, goods)
    sheet.fill(PAPER, rect(796, 300, 150, 300))
    sheet.fill(INK, rect(812, 330, 118, 10) + rect(812, 360, 118, 10) + rect(812, 390, 80, 10))
    for n in range(10):
        x = 140 + n * 86
        sheet.fill(COLOUR if n % 2 else PAPER, rect(x, 200, 86, 70) + disc(x + 43, 270, 43))
    sheet.fill(COLOUR, rect(140, 150, 860, 56))
    sheet.fill(PAPER, rect(140, 168, 860, 14))
    spill = poly((170, 612), (970, 612), (1130, 675), (10, 675))
    sheet.dots(COLOUR, spill, fade((0, 606), (0, 690), 0.9, 0.25), pitch=22)


def sari_sari(sheet: Sheet) -> None:
    """Draw a tiny neighbourhood shop window hung with sachets."""
    sheet.fill(INK, rect(110, 96, 980, 420))
    sheet.fill(COLOUR, rect(130, 116, 940, 400))
    for n in range(9):
        _sachets(sheet, 146 + n * 104, (3, 4, 2, 3, 2, 4, 3, 1, 2)[n], n)
    bars = joined(rect(234 + n * 104, 96, 8, 420) for n in range(8))
    sheet.fill(INK, bars)
    sheet.fill(INK, rect(60, 506, 1080, 60))
    sheet.fill(PAPER, rect(70, 516, 1060, 22))
    _counter(sheet)
    roof = joined(rect(n * 60, 0, 30, 84) for n in range(20))
    sheet.fill(INK, rect(0, 0, 1200, 96))
    sheet.fill(PAPER, roof)
    sheet.dots(COLOUR, rect(60, 566, 1080, 109), fade((0, 566), (0, 690), 0.8, 0.1), pitch=22)


def _sachets(sheet: Sheet, x: float, count: int, seed: int) -> None:
    tone = (PAPER, TINT, INK)[seed % 3]
    mark = PAPER if tone == INK else COLOUR
    for row in range(count):
        y = 116 + row * 84
        sheet.fill(
            tone,
            rect(x, y, 80, 76)
            + joined(
                poly((x + n * 20, y + 75), (x + n * 20 + 20, y + 75), (x + n * 20 + 10, y + 84)) for n in range(4)
            ),
        )
        sheet.fill(
            mark,
            disc(x + 40, y + 38, 20) if seed % 2 else poly((x + 14, y + 54), (x + 40, y + 16), (x + 66, y + 54)),
        )


def _counter(sheet: Sheet) -> None:
    sheet.fill(INK, rect(820, 386, 84, 126, 12) + rect(926, 386, 84, 126, 12))
    for x in (828, 934):
        sheet.fill(PAPER, rect(x, 412, 68, 92, 8))
        sheet.fill(COLOUR, joined(disc(x + 17 + 34 * (n % 2), 488 - 26 * (n // 2), 13) for n in range(5)))


def aisle(sheet: Sheet) -> None:
    """Draw a supermarket aisle in one-point perspective, with screens along the shelf edges."""
    vanish = (600, 300)
    sheet.fill(PAPER, poly((0, 675), (1200, 675), vanish))
    sheet.dots(COLOUR, poly((-60, 675), (1260, 675), vanish), fade((0, 360), (0, 600), 0.8, 0.0), pitch=30)
    sheet.fill(INK, poly((0, 0), (1200, 0), vanish))
    for left, right in ((0.16, 0.24), (0.36, 0.42), (0.52, 0.56)):
        sheet.fill(PAPER, _lamp(left, right))
    for side in (0, 1200):
        _shelves(sheet, side)
    sheet.fill(COLOUR, rect(520, 250, 160, 110))
    sheet.fill(INK, rect(520, 244, 160, 10))


def _lamp(near: float, far: float) -> Form:
    return poly(
        (600 - 150 * (1 - near), 300 * near),
        (600 + 150 * (1 - near), 300 * near),
        (600 + 150 * (1 - far), 300 * far),
        (600 - 150 * (1 - far), 300 * far),
    )


def _shelves(sheet: Sheet, edge: float) -> None:
    """Print one side of the aisle: goods between boards that all run to the vanishing point."""
    sheet.fill(COLOUR, poly((edge, -20), (edge, 700), _toward(edge, 700, 0.86), _toward(edge, -20, 0.86)))
    for board in range(4):
        top = -60 + board * 190
        for n in range(7):
            near, far = 1 - 0.80**n, 1 - 0.80 ** (n + 0.8)
            tone = (PAPER, INK, TINT)[(n * 2 + board) % 3]
            rise = 96 - 22 * ((n + board) % 3)
            sheet.fill(tone, _pane(edge, top + 190 - rise - 44, top + 146, (near, far)))
        sheet.fill(INK, _pane(edge, top + 146, top + 196, (0, 0.86)))
        for n in range(5):
            near, far = 1 - 0.80 ** (n + 0.1), 1 - 0.80 ** (n + 0.62)
            sheet.fill(PAPER, _pane(edge, top + 154, top + 188, (near, far)))


def _toward(x: float, y: float, share: float) -> tuple[float, float]:
    return (x + (600 - x) * share, y + (300 - y) * share)


def _pane(edge: float, top: float, bottom: float, span: tuple[float, float]) -> Form:
    near, far = span
    return poly(
        _toward(edge, top, near),
        _toward(edge, top, far),
        _toward(edge, bottom, far),
        _toward(edge, bottom, near),
    )


def shelf_edge(sheet: Sheet) -> None:
    """Draw a close view of a shelf edge: a bottle, a tin and a price screen."""
    sheet.dots(COLOUR, rect(0, 0, 1200, 450), fade((0, 0), (1200, 0), 0.0, 0.7), pitch=24)
    bottle = path(
        "M220 450 L220 220 C220 150 290 150 290 80 L290 -20 L390 -20 L390 80 C390 150 460 150 460 220 L460 450 Z"
    )
    sheet.fill(INK, bottle)
    sheet.fill(PAPER, rect(220, 250, 240, 130))
    sheet.fill(COLOUR, disc(340, 315, 46))
    sheet.fill(TINT, rect(248, 190, 18, 50, 9))
    sheet.fill(INK, rect(560, 170, 270, 280) + oval(695, 170, 135, 34))
    sheet.fill(PAPER, oval(695, 168, 112, 22))
    sheet.fill(TINT, rect(572, 236, 246, 170))
    sheet.fill(COLOUR, path("M572 406 L572 330 C640 270 740 390 818 300 L818 406 Z"))
    sheet.fill(INK, rect(940, 210, 190, 250, 10))
    sheet.fill(PAPER, rect(952, 222, 166, 226, 4))
    sheet.fill(INK, rect(0, 450, 1200, 150))
    sheet.fill(TINT, rect(0, 600, 1200, 75))
    sheet.fill(PAPER, rect(470, 470, 380, 116, 8))
    sheet.fill(COLOUR, rect(482, 482, 130, 92, 4))
    sheet.fill(PAPER, stroke([(516, 540), (538, 556), (580, 504)], 14))
    sheet.fill(INK, rect(640, 490, 180, 34) + rect(640, 544, 110, 14))
    sheet.fill(COLOUR, rect(60, 490, 300, 76, 8) + rect(960, 490, 300, 76, 8))


SCENES = {
    "convenience-store-night.webp": Scene(draw=night_store, colour="orange", ground=INK),
    "sari-sari-store.webp": Scene(draw=sari_sari, colour="orange", ground=TINT),
    f"{_SHELF_ARTICLE}/inner-aisle.webp": Scene(draw=aisle, colour="orange", ground=TINT),
    f"{_SHELF_ARTICLE}/inner-shelf.webp": Scene(draw=shelf_edge, colour="orange"),
}
