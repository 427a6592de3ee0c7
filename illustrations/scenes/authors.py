"""Portraits of the invented authors, and the newsroom's desk lamp."""

from __future__ import annotations

from press.forms import band, curve, disc, joined, oval, poly, rect, stroke, turned
from press.paths import path
from press.scene import SQUARE, Scene
from press.screens import fade
from press.sheet import COLOUR, INK, PAPER, TINT, Sheet
from scenes.faces import face, features, shoulders
from scenes.props import hollow

_SLIP = (3, -3)
_GREY_STRANDS = (
    ((150, 100), (180, 80), (226, 76)),
    ((180, 104), (210, 92), (256, 96)),
    ((128, 140), (134, 116), (150, 100)),
)


def adeline(sheet: Sheet) -> None:
    """Draw a short dark bob and round glasses."""
    sheet.fill(
        INK,
        path(
            "M96 180 C92 70 150 52 200 52 C250 52 308 70 304 180 C306 240 300 262 290 276 L110 276 "
            "C100 262 94 240 96 180 Z"
        ),
    )
    body = shoulders(sheet, INK)
    sheet.fill(
        COLOUR,
        poly((160, 318), (200, 400), (240, 318), (262, 324), (212, 420), (188, 420), (138, 324)),
        within=body,
    )
    face(sheet, fade((130, 0), (210, 0), 0.7, 0.0))
    sheet.fill(
        INK,
        path(
            "M120 190 C122 120 160 96 240 92 C270 100 280 140 280 190 C262 160 240 136 226 118 "
            "C200 150 150 150 120 190 Z"
        ),
    )
    features(sheet, 6)
    sheet.fill(INK, hollow(166, 192, 31, 6) + hollow(234, 192, 31, 6) + rect(194, 187, 12, 6))


def farid(sheet: Sheet) -> None:
    """Draw a trimmed beard and a collared shirt."""
    body = shoulders(sheet, COLOUR)
    sheet.fill(INK, rect(196, 366, 8, 60))
    sheet.fill(
        PAPER,
        poly((156, 310), (200, 350), (170, 384), (128, 322)) + poly((244, 310), (200, 350), (230, 384), (272, 322)),
        within=body + rect(120, 300, 160, 90),
    )
    sheet.fill(PAPER, oval(122, 202, 15, 23) + oval(278, 202, 15, 23))
    sheet.fill(INK, rect(114, 110, 172, 120, 60))
    outline = face(sheet, fade((276, 0), (170, 0), 0.9, 0.0))
    sheet.fill(
        INK,
        path(
            "M124 196 C140 214 146 232 166 230 C186 224 214 224 234 230 C254 232 260 214 276 196 "
            "C276 250 254 300 200 300"
            "C146 300 124 250 124 196 Z"
        ),
    )
    sheet.fill(
        INK,
        path(
            "M112 176 C104 90 150 58 214 60 C276 62 298 110 286 176 C276 150 266 138 250 130"
            " C210 136 160 134 140 124"
            "C126 140 120 156 112 176 Z"
        ),
    )
    features(sheet, painted=False)
    sheet.fill(PAPER, path("M176 246 C190 252 210 252 224 246 C216 264 184 264 176 246 Z"), within=outline)


def wulan(sheet: Sheet) -> None:
    """Draw a headscarf."""
    sheet.fill(
        INK,
        path(
            "M84 200 C76 90 130 44 200 44 C270 44 324 90 316 200 C312 270 340 320 384 420 L16 420 "
            "C60 320 88 270 84 200 Z"
        ),
    )
    sheet.fill(
        COLOUR,
        path(
            "M94 200 C88 98 138 54 200 54 C262 54 312 98 306 200 C302 270 322 330 366 420 L34 420 "
            "C78 330 98 270 94 200 Z"
        ),
    )
    sheet.dots(
        INK,
        path("M94 260 C98 300 200 360 306 250 C306 300 330 350 366 420 L34 420 C60 360 88 300 94 260 Z"),
        fade((0, 290), (0, 420), 0.0, 0.6),
        pitch=12,
    )
    sheet.fill(INK, path("M122 180 C120 96 280 96 278 180 C280 250 254 300 200 300 C146 300 120 250 122 180 Z"))
    sheet.fill(TINT, path("M132 186 C130 112 270 112 268 186 C268 244 248 288 200 288 C152 288 132 244 132 186 Z"))
    features(sheet, 2)
    sheet.fill(
        INK,
        stroke(curve((110, 250), (150, 330), (240, 350), (300, 330)), 7)
        + stroke(curve((150, 330), (180, 370), (190, 410)), 7),
    )


def kenji(sheet: Sheet) -> None:
    """Draw grey hair, headphones round the neck."""
    shoulders(sheet, INK)
    sheet.fill(PAPER, oval(124, 198, 14, 22) + oval(276, 198, 14, 22))
    face(sheet, fade((130, 0), (200, 0), 0.6, 0.0))
    sheet.fill(
        TINT,
        path(
            "M110 180 C100 80 170 44 230 56 C290 62 304 120 288 182 C282 160 276 150 270 140"
            " C230 140 190 130 176 112"
            "C160 130 130 140 126 150 C120 160 114 168 110 180 Z"
        ),
    )
    sheet.fill(INK, joined(stroke(curve(*line), 4) for line in _GREY_STRANDS))
    features(sheet, painted=False)
    sheet.fill(
        INK,
        stroke(curve((150, 226), (156, 240), (152, 254)), 4) + stroke(curve((250, 226), (244, 240), (248, 254)), 4),
    )
    sheet.fill(TINT, band(200, 290, 128, 22, 12, 168))
    for x in (84, 316):
        sheet.fill(PAPER, rect(x - 34, 276, 68, 96, 28))
        sheet.fill(COLOUR, rect(x - 26, 284, 52, 80, 22))


def po_yin(sheet: Sheet) -> None:
    """Draw long hair with a fringe."""
    sheet.fill(
        INK,
        path(
            "M92 200 C84 80 140 48 200 48 C260 48 316 80 308 200 C306 280 326 330 336 420 L64 420 "
            "C74 330 94 280 92 200 Z"
        ),
    )
    sheet.fill(PAPER, rect(170, 250, 60, 90))
    sheet.fill(TINT, path("M90 420 C100 360 140 340 166 330 C180 356 220 356 234 330 C260 340 300 360 310 420 Z"))
    sheet.fill(
        INK,
        joined(rect(96, 352 + n * 22, 210, 9) for n in range(4)),
        within=path("M90 420 C100 360 140 340 166 330 C180 356 220 356 234 330 C260 340 300 360 310 420 Z"),
    )
    face(sheet, fade((0, 290), (0, 200), 0.5, 0.0))
    sheet.fill(
        INK,
        path(
            "M118 168 C110 80 290 80 282 168 L262 172 L250 160 L232 170 L214 160 L196 170 L178 160 L160 170 L144 162 Z"
        ),
    )
    features(sheet, None)
    sheet.fill(
        INK,
        path("M118 150 C116 220 130 280 150 330 L104 340 L100 160 Z")
        + path("M282 150 C284 220 270 280 250 330 L296 340 L300 160 Z"),
    )
    sheet.fill(PAPER, stroke(curve((128, 110), (160, 82), (210, 76)), 7))


def nicola(sheet: Sheet) -> None:
    """Draw curly hair and earrings."""
    curls = (
        (200, 84, 62),
        (136, 98, 52),
        (264, 98, 52),
        (96, 156, 48),
        (304, 156, 48),
        (84, 224, 44),
        (316, 224, 44),
        (104, 278, 36),
        (296, 278, 36),
    )
    sheet.fill(INK, joined(disc(x, y, r) for x, y, r in curls) + rect(110, 120, 180, 150))
    body = shoulders(sheet, COLOUR)
    sheet.fill(PAPER, oval(200, 316, 50, 40), within=body)
    face(sheet, fade((280, 0), (160, 0), 0.9, 0.0))
    sheet.fill(
        INK,
        joined(
            disc(x, y, r)
            for x, y, r in ((150, 116, 28), (196, 104, 30), (244, 114, 28), (126, 146, 18), (274, 146, 18))
        ),
    )
    sheet.fill(
        TINT,
        joined(
            band(x, y, r, 6, 150, 330)
            for x, y, r in (
                (136, 92, 22),
                (206, 66, 24),
                (272, 100, 22),
                (92, 168, 20),
                (310, 176, 20),
                (88, 240, 18),
                (312, 244, 18),
            )
        ),
    )
    features(sheet, 2)
    for x in (126, 274):
        sheet.fill(COLOUR, disc(x, 262, 17))
        sheet.fill(PAPER, disc(x, 262, 7))


def newsroom(sheet: Sheet) -> None:
    """Draw a desk lamp over a stack of paper."""
    light = poly((150, 150), (262, 116), (390, 330), (60, 330))
    sheet.fill(TINT, light)
    sheet.dots(COLOUR, light, fade((0, 140), (0, 330), 0.0, 0.65), pitch=14)
    for n in range(6):
        y = 318 - n * 18
        sheet.fill(INK, rect(128 + (n * 17) % 14, y, 190, 22, 3))
        sheet.fill(PAPER, rect(132 + (n * 17) % 14, y + 4, 182, 13, 2))
    sheet.fill(INK, rect(0, 338, 400, 62))
    sheet.fill(INK, rect(20, 316, 110, 24, 8) + stroke([(74, 320), (50, 190), (170, 88)], 13) + disc(50, 190, 14))
    sheet.fill(INK, turned(path("M150 40 L230 40 L276 124 L104 124 Z"), -17, (190, 90)) + disc(176, 60, 26))


SCENES = {
    "author-adeline-quek-rao.webp": Scene(draw=adeline, colour="red", ground=TINT, size=SQUARE, slip=_SLIP),
    "author-farid-zulhilmi.webp": Scene(draw=farid, colour="violet", ground=TINT, size=SQUARE, slip=_SLIP),
    "author-wulan-prameswari.webp": Scene(draw=wulan, colour="orange", ground=PAPER, size=SQUARE, slip=_SLIP),
    "author-kenji-alvarado.webp": Scene(draw=kenji, colour="blue", ground=COLOUR, size=SQUARE, slip=_SLIP),
    "author-hsu-po-yin.webp": Scene(draw=po_yin, colour="pink", ground=COLOUR, size=SQUARE, slip=_SLIP),
    "author-nicola-devarajan.webp": Scene(draw=nicola, colour="teal", ground=TINT, size=SQUARE, slip=_SLIP),
    "author-newsroom.webp": Scene(draw=newsroom, colour="blue", size=SQUARE, slip=_SLIP),
}
