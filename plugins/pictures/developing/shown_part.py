"""The part of a decoded picture that is shown, and its sizes and ratios as pixels."""

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from plugins.pictures.developing.ladder import RATIO_WIDTH, rung_widths
from plugins.pictures.developing.recipe import tone_of
from plugins.pictures.upright import on_white, open_upright
from plugins.pictures.values import Negative

if TYPE_CHECKING:  # most builds meet no new picture
    from PIL.Image import Image

_MOST_WHOLE = 24_000_000
"""Pixels of a picture that is decoded in full where a small part is shown: colours are converted in three copies."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part of a decoded picture."""

    image: "Image"
    """In mode RGB, or RGBA where something of it can be seen through."""
    box: Box
    """In pixels of `image`, which may be smaller than the author's file."""
    width: int
    height: int
    """In pixels of the author's file."""

    def resized(self, width: int, height: int) -> "Image":
        """Return the part in another size."""
        from PIL.Image import Resampling

        return self.image.resize((width, height), Resampling.LANCZOS, self.box, reducing_gap=3.0)

    def as_it_is(self) -> "Image | None":
        """Return the part with the pixels that its author saved; None where those were never decoded, or not whole."""
        is_whole = all(edge.is_integer() for edge in map(float, self.box))
        part = self.image.crop((*map(int, self.box),)) if is_whole else None  # type: ignore[arg-type]  # four they are
        return part if part and part.size == (self.width, self.height) else None

    def tone(self) -> int:
        """Return the number of the tone that is nearest to its average."""
        from PIL.Image import Resampling

        pixel = on_white(self.image.resize((1, 1), Resampling.BOX, self.box)).getpixel((0, 0))
        assert isinstance(pixel, tuple)
        red, green, blue = map(int, pixel)
        return tone_of((red, green, blue))

    def inside(self, ratio: tuple[int, int], focus: tuple[int, int]) -> "ShownPart":
        """Return the largest part of a ratio, as near round the focal point as the edges allow."""
        across, down = ratio
        width = min(self.width, self.height * across / down)
        height = min(self.height, self.width * down / across)
        left, top, right, bottom = self.box
        start, end = _round_point(focus[0] / 100, width / self.width)
        upper, lower = _round_point(focus[1] / 100, height / self.height)
        box = (
            left + (right - left) * start,
            top + (bottom - top) * upper,
            left + (right - left) * end,
            top + (bottom - top) * lower,
        )
        return ShownPart(self.image, box, max(1, round(width)), max(1, round(height)))


def open_part(negative: Negative, data: bytes) -> ShownPart:
    """Decode a picture, no larger than its sizes and ratios need. Raises PictureError.

    It is decoded alike for all purposes, so that a file does not depend on those that are made together with it.
    """
    full_width, full_height = negative.source.width, negative.source.height
    across, down, share, depth = negative.crop or (0, 0, 100, 100)
    width, height = max(1, round(full_width * share / 100)), max(1, round(full_height * depth / 100))
    needed = min(1.0, max(rung_widths(width, height)[-1] / width, RATIO_WIDTH / min(width, height)))
    sides = ceil(full_width * needed), ceil(full_height * needed)
    if full_width * full_height > _MOST_WHOLE:
        sides = min(sides[0], full_width // 2), min(sides[1], full_height // 2)
    image = open_upright(data, sides)
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    box = (
        image.width * across / 100,
        image.height * down / 100,
        image.width * (across + share) / 100,
        image.height * (down + depth) / 100,
    )
    return ShownPart(image, box, width, height)


def _round_point(point: float, share: float) -> tuple[float, float]:
    """Return start and end of a part that takes `share` of a length, with `point` in its middle if it can be."""
    start = min(max(point - share / 2, 0.0), 1.0 - share)
    return start, min(start + share, 1.0)
