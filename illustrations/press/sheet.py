"""The sheet: plates (tint, colour, ink) that forms are laid on, printed a little out of register."""

from __future__ import annotations

import math
from typing import Final

from PIL import Image, ImageChops, ImageDraw

from press.forms import Form, Point
from press.inks import Inks, Rgb
from press.screens import Bounds, Ramp, dots

PAPER: Final = "paper"
TINT: Final = "tint"
COLOUR: Final = "colour"
INK: Final = "ink"

# Drawn at three times the size and reduced: nine levels of edge, few enough for a small palette.
_SCALE = 3
_PLATES = (TINT, COLOUR, INK)


class Sheet:
    """Plates to lay forms on, later forms over earlier ones, in pixels of the finished picture."""

    def __init__(self, width: int, height: int, ground: str = PAPER) -> None:
        self.width = width
        self.height = height
        size = (width * _SCALE, height * _SCALE)
        self._plates = {name: Image.new("L", size, 255 if name == ground else 0) for name in _PLATES}

    def fill(self, tone: str, form: Form, within: Form | None = None, minus: Form | None = None) -> None:
        """Lay a form in one tone and clear it from the other plates; PAPER clears all three."""
        self._lay(tone, form, within, minus)

    def dots(self, tone: str, form: Form, ramp: Ramp, pitch: int = 18, minus: Form | None = None) -> None:
        """Fill a form with a halftone of dots."""
        self._lay(tone, dots(_bounds(form), pitch, ramp), form, minus)

    def printed(self, inks: Inks, slip: Point = (0, 0), edge_steps: int = 10) -> Image.Image:
        """Print the plates; `slip` moves tint and colour against the ink, as a press out of register does.

        Edges are softened in so many steps, 2 to 10; fewer steps make a smaller file.
        """
        steps = [round(round(v * (edge_steps - 1) / 255) * 255 / (edge_steps - 1)) for v in range(256)]
        picture = Image.new("RGB", (self.width, self.height), inks.paper)
        for name in _PLATES:
            plate = self._plates[name]
            if name != INK:
                plate = _slipped(plate, slip)
            coverage = plate.reduce(_SCALE).point(steps)
            flat = Image.new("RGB", picture.size, getattr(inks, name))
            over = (
                flat
                if name == INK
                else ImageChops.multiply(picture, _filter(picture.size, getattr(inks, name), inks.paper))
            )
            picture.paste(over, mask=coverage)
        return picture

    def _lay(self, tone: str, form: Form, within: Form | None, minus: Form | None) -> None:
        left, top, right, bottom = self._pixels(_bounds(form))
        if left >= right or top >= bottom:
            return
        size = (right - left, bottom - top)
        mask = _mask(form, size, (left, top))
        if within is not None:
            mask = ImageChops.darker(mask, _mask(within, size, (left, top)))
        if minus is not None:
            mask = ImageChops.subtract(mask, _mask(minus, size, (left, top)))
        for name, plate in self._plates.items():
            plate.paste(255 if name == tone else 0, (left, top, right, bottom), mask)

    def _pixels(self, bounds: Bounds) -> tuple[int, int, int, int]:
        left, top, right, bottom = bounds
        return (
            max(0, math.floor(left * _SCALE)),
            max(0, math.floor(top * _SCALE)),
            min(self.width * _SCALE, math.ceil(right * _SCALE) + 1),
            min(self.height * _SCALE, math.ceil(bottom * _SCALE) + 1),
        )


def _bounds(form: Form) -> Bounds:
    xs = [x for outline in form for x, _ in outline] or [0]
    ys = [y for outline in form for _, y in outline] or [0]
    return (min(xs), min(ys), max(xs), max(ys))


def _mask(form: Form, size: tuple[int, int], origin: tuple[int, int]) -> Image.Image:
    mask = Image.new("L", size, 0)
    draw = ImageDraw.Draw(mask)
    left, top = origin
    for outline in form:
        draw.polygon([(x * _SCALE - left, y * _SCALE - top) for x, y in outline], fill=255)
    return mask


def _slipped(plate: Image.Image, slip: Point) -> Image.Image:
    """Move a plate; what lies at its edge is drawn out, so that no strip of bare paper appears."""
    dx, dy = round(slip[0] * _SCALE), round(slip[1] * _SCALE)
    width, height = plate.size
    moved = plate.copy()
    moved.paste(plate, (dx, dy))
    if dx > 0:
        moved.paste(moved.crop((dx, 0, dx + 1, height)).resize((dx, height)), (0, 0))
    if dx < 0:
        moved.paste(moved.crop((width + dx - 1, 0, width + dx, height)).resize((-dx, height)), (width + dx, 0))
    if dy > 0:
        moved.paste(moved.crop((0, dy, width, dy + 1)).resize((width, dy)), (0, 0))
    if dy < 0:
        moved.paste(moved.crop((0, height + dy - 1, width, height + dy)).resize((width, -dy)), (0, height + dy))
    return moved


def _filter(size: tuple[int, int], tone: Rgb, paper: Rgb) -> Image.Image:
    """Make the flat picture that, multiplied with bare paper, gives the tone."""
    red, green, blue = (min(255, round(255 * part / ground)) for part, ground in zip(tone, paper, strict=True))
    return Image.new("RGB", size, (red, green, blue))
