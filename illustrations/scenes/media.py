"""Pictures of the media section: whatever is on paper. The rest is in `broadcast`."""

from __future__ import annotations

from press.forms import Form, blob, curve, disc, joined, poly, rect, stroke, turned
from press.paths import path
from press.scene import TALL, Scene
from press.screens import fade
from press.sheet import COLOUR, INK, PAPER, TINT, Sheet
from scenes.props import hollow, waves


def newspaper_island(sheet: Sheet) -> None:
    """Draw a small island folded like a newspaper; a boat with an envelope for a sail."""
    sheet.fill(PAPER, disc(240, 190, 110))
    sheet.dots(COLOUR, disc(240, 190, 110), fade((0, 120), (0, 320), 0.0, 0.9), pitch=20)
    sheet.fill(INK, poly((90, 480), (250, 300), (640, 360), (720, 500), (560, 600), (120, 600)))
    sheet.fill(PAPER, poly((112, 480), (256, 318), (400, 342), (330, 600), (130, 590)))
    sheet.fill(PAPER, poly((424, 346), (628, 376), (700, 500), (560, 590), (356, 600)))
    sheet.fill(INK, joined(stroke([(246 - n * 24, 366 + n * 30), (366 - n * 8, 384 + n * 28)], 9) for n in range(5)))
    sheet.fill(INK, joined(stroke([(560, 420 + n * 30), (628 + n * 6, 428 + n * 26)], 9) for n in range(4)))
    sheet.fill(COLOUR, poly((436, 384), (536, 400), (530, 500), (412, 500)))
    _palm(sheet)
    _envelope_boat(sheet)
    waves(sheet, 626)


def _palm(sheet: Sheet) -> None:
    trunk = curve((470, 360), (480, 280), (520, 190), (560, 150))
    sheet.fill(INK, stroke(trunk, 22))
    for x, y in ((410, 150), (470, 70), (600, 40), (700, 110), (690, 210)):
        leaf = blob(
            (560, 146),
            ((560 + x) / 2 - 12, (146 + y) / 2 - 36),
            (x, y),
            ((560 + x) / 2 + 8, (146 + y) / 2 + 6),
        )
        sheet.fill(INK, leaf)


def _envelope_boat(sheet: Sheet) -> None:
    sheet.fill(INK, rect(952, 180, 14, 330))
    sail = turned(rect(780, 190, 330, 220), -6, (945, 300))
    sheet.fill(INK, turned(rect(768, 178, 354, 244), -6, (945, 300)))
    sheet.fill(PAPER, sail)
    flap = stroke([(786, 196), (945, 320), (1104, 196)], 13)
    sheet.fill(INK, turned(flap, -6, (945, 300)), within=sail)
    sheet.fill(COLOUR, disc(948, 316, 26))
    sheet.fill(INK, path("M760 490 L1150 490 C1130 560 1080 600 1040 620 L860 620 C810 600 776 550 760 490 Z"))


def magazine_stack(sheet: Sheet) -> None:
    """Draw a stack of magazines that rises off the top edge, one sticking out."""
    sheet.dots(PAPER, rect(0, 0, 800, 1000), fade((800, 0), (200, 800), 0.6, 0.0), pitch=26)
    sheet.fill(INK, rect(0, 930, 800, 70))
    offsets = (0, 14, -20, 8, 30, -10, 18, 150, -6, 20, -24, 10, 0, -16, 26, 4)
    heights = (56, 40, 70, 48, 60, 44, 76, 64, 50, 66, 42, 58, 70, 48, 60, 66)
    tones = (
        PAPER,
        TINT,
        INK,
        PAPER,
        TINT,
        PAPER,
        TINT,
        COLOUR,
        PAPER,
        INK,
        TINT,
        PAPER,
        PAPER,
        TINT,
        INK,
        PAPER,
    )
    y = 930.0
    for shift, height, tone in zip(offsets, heights, tones, strict=True):
        y -= height
        _magazine(sheet, (150 + shift, y), (480, height), tone)


def _magazine(sheet: Sheet, corner: tuple[float, float], size: tuple[float, float], tone: str) -> None:
    (x, y), (width, height) = corner, size
    sheet.fill(INK, rect(x, y, width, height + 2, 10))
    sheet.fill(tone, rect(x + 6, y + 6, width - 12, height - 8, 6))
    mark = PAPER if tone in (INK, COLOUR) else INK
    sheet.fill(
        mark,
        rect(x + 40, y + height / 2 - 5, 150, 12)
        + rect(x + 400, y + 6, 12, height - 8)
        + disc(x + 336, y + height / 2 + 1, 10),
    )


def train_ads(sheet: Sheet) -> None:
    """Draw paper advertisements hanging from the ceiling of a train carriage."""
    vanish = (600, 380)
    sheet.fill(TINT, poly((0, 675), (1200, 675), vanish))
    sheet.fill(COLOUR, poly((0, 60), (0, 675), vanish) + poly((1200, 60), (1200, 675), vanish))
    sheet.fill(INK, poly((-20, 0), (1220, 0), (1220, 60), vanish, (-20, 60)))
    for near, far in ((0.04, 0.32), (0.42, 0.6), (0.67, 0.78)):
        for edge in (0, 1200):
            sheet.fill(PAPER, _pane(edge, 240, 480, (near, far)))
            sheet.dots(COLOUR, _pane(edge, 240, 480, (near, far)), fade((0, 280), (0, 460), 0.0, 0.6), pitch=20)
    for edge in (0, 1200):
        sheet.fill(INK, _pane(edge, 560, 600, (0, 0.85)))
    sheet.fill(INK, rect(552, 300, 96, 150))
    sheet.fill(PAPER, rect(564, 314, 72, 66))
    for depth in (0.82, 0.7, 0.52, 0.24):
        for side in (-1, 1):
            _strap(sheet, depth + 0.06, side)
            _poster(sheet, depth, side)


def _pane(edge: float, top: float, bottom: float, span: tuple[float, float]) -> Form:
    near, far = ((edge + (600 - edge) * share, share) for share in span)
    rows = [(x, y + (380 - y) * share) for (x, share) in (near, far) for y in (top, bottom)]
    return poly(rows[0], rows[2], rows[3], rows[1])


def _poster(sheet: Sheet, depth: float, side: int) -> None:
    scale = 1 - depth
    width, height = 350 * scale, 300 * scale
    x, y = 600 + side * 262 * scale - width / 2, 380 - 420 * scale
    sheet.fill(INK, rect(x - 9 * scale - 1, y - 60 * scale, width + 18 * scale + 2, height + 70 * scale))
    sheet.fill(PAPER, rect(x, y, width, height))
    sheet.fill(
        COLOUR,
        rect(x, y, width, height * 0.52) if side < 0 else disc(x + width / 2, y + height * 0.4, height * 0.28),
    )
    top = y + height * (0.64 if side < 0 else 0.76)
    rows = joined(
        rect(x + width * 0.1, top + height * 0.13 * n, width * (0.8 - 0.3 * n), height * 0.06) for n in range(2)
    )
    sheet.fill(INK, rows)


def _strap(sheet: Sheet, depth: float, side: int) -> None:
    scale = 1 - depth
    x, y = 600 + side * 640 * scale, 380 - 400 * scale
    sheet.fill(INK, rect(x - 9 * scale, y, 18 * scale, 150 * scale))
    sheet.fill(INK, hollow(x, y + 200 * scale, 66 * scale, 22 * scale))


SCENES = {
    "newspaper-island-mail.webp": Scene(draw=newspaper_island, colour="blue", ground=TINT),
    "magazine-stack.webp": Scene(draw=magazine_stack, colour="blue", ground=COLOUR, size=TALL),
    "train-hanging-ads.webp": Scene(draw=train_ads, colour="blue"),
}
