"""Cards as JPEG files."""

import io
from typing import TYPE_CHECKING

from plugins.pictures.upright import on_white, open_upright
from plugins.share_cards.card_values import HEIGHT, WIDTH, Layout
from plugins.share_cards.set_type import Style, Typesetter

if TYPE_CHECKING:  # builds that draw no card do without Pillow
    from PIL.Image import Image

MOST_BYTES = 290_000
"""Some services show no picture beyond 300 KB."""
_LIGHT = 120_000
_QUALITIES = ((84, _LIGHT), (74, MOST_BYTES), (62, MOST_BYTES), (46, MOST_BYTES), (30, MOST_BYTES))
"""Of JPEG, each with the bytes up to which it is taken. Text shows its edges below 80. Judgement of this project."""


def paint(layout: Layout, photograph: bytes | None, type: Typesetter) -> bytes:
    """Return a card as a JPEG of at most MOST_BYTES. `photograph` is a file for the layout's picture."""
    from PIL import Image, ImageDraw  # here, for most builds draw no card

    image = Image.new("RGB", (WIDTH, HEIGHT), layout.paper)
    if layout.picture and photograph:
        box = layout.picture
        image.paste(
            _cropped(photograph, (box.right - box.left, box.bottom - box.top), layout.focus), (box.left, box.top)
        )
    pencil = ImageDraw.Draw(image)
    for box in layout.boxes:
        pencil.rectangle((box.left, box.top, box.right - 1, box.bottom - 1), box.colour)
    for line in layout.lines:
        style = Style(line.role, line.lang, line.base, line.colour)
        type.draw(image, line.text, (line.left, line.baseline), line.size, style)
    return _encoded(image)


def _cropped(photograph: bytes, size: tuple[int, int], focus: tuple[int, int]) -> "Image":
    """Return a picture that fills a box, round its focal point; on white where it is transparent."""
    from PIL import Image, ImageOps

    whole = on_white(open_upright(photograph, size))
    return ImageOps.fit(whole, size, Image.Resampling.LANCZOS, centering=_centering(whole.size, size, focus))


def _centering(whole: tuple[int, int], box: tuple[int, int], focus: tuple[int, int]) -> tuple[float, float]:
    """Return the centring by which the focal point comes as near to the middle of the box as the picture allows."""
    scale = max(box[0] / whole[0], box[1] / whole[1])
    parts = []
    for side, wanted, percent in zip(whole, box, focus, strict=True):
        spare = side * scale - wanted
        parts.append(min(1.0, max(0.0, (side * scale * percent / 100 - wanted / 2) / spare)) if spare > 1 else 0.5)
    return parts[0], parts[1]


def _encoded(image: "Image") -> bytes:
    """Return the file: not progressive, which would save 6 % of it and take three times as long."""
    for quality, most in _QUALITIES:
        file = io.BytesIO()
        image.save(file, "JPEG", quality=quality, optimize=True, subsampling=0 if quality > 80 else 2)
        if file.tell() <= most:
            break
    return file.getvalue()
