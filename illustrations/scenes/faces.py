"""What the authors' portraits share: shoulders, a face and its features, drawn on 400 by 400."""

from __future__ import annotations

from press.forms import Form, curve, oval, rect, stroke
from press.paths import path
from press.screens import Ramp
from press.sheet import COLOUR, INK, PAPER, TINT, Sheet


def shoulders(sheet: Sheet, tone: str, skin: str = PAPER) -> Form:
    """Print neck and shoulders; give the shoulders for a collar to be laid in."""
    sheet.fill(skin, rect(170, 240, 60, 100))
    sheet.fill(INK, path("M170 276 C190 296 214 296 230 272 L230 262 L170 262 Z"))
    body = path("M20 420 C24 346 80 326 160 318 C180 340 220 340 240 318 C320 326 376 346 380 420 Z")
    sheet.fill(tone, body)
    return body


def face(sheet: Sheet, shade: Ramp, skin: str = PAPER) -> Form:
    """Print a face with its shaded side; give its outline."""
    face = path("M126 170 C126 100 274 100 274 170 C274 236 252 288 200 288 C148 288 126 236 126 170 Z")
    sheet.fill(skin, face)
    sheet.dots(TINT if skin == PAPER else COLOUR, face, shade, pitch=10)
    return face


def features(sheet: Sheet, brow: float | None = 0, painted: bool = True) -> None:
    """Print eyes, brows (raised by so much, or none), nose and mouth."""
    for x in (168, 232):
        sheet.fill(INK, oval(x, 190, 7, 8))
        if brow is not None:
            sheet.fill(INK, stroke(curve((x - 18, 170 - brow), (x, 164 - brow), (x + 18, 170 - brow)), 6))
    sheet.fill(INK, stroke(curve((200, 192), (192, 218), (204, 222)), 5))
    if not painted:
        sheet.fill(INK, stroke(curve((174, 248), (200, 256), (228, 246)), 6))
        return
    sheet.fill(COLOUR, path("M174 246 C186 242 194 240 200 244 C206 240 214 242 226 246 C214 262 186 262 174 246 Z"))
