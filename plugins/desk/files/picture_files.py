"""Picture files: how large they are, and the address that each is published at."""

import io
import math
import re
import warnings
from pathlib import PurePosixPath
from xml.etree import ElementTree

from plugins.pictures.values import PictureError, SourcePicture

TYPES = ("avif", "gif", "jpeg", "jpg", "png", "svg", "webp")

_LONGEST_SIDE = 6000
_MOST_PIXELS = 40_000_000
"""Our own judgement: no page needs more, and a reader's phone would take seconds to decode it."""
_EXIF_ORIENTATION = 0x0112
_LYING_ORIENTATIONS = range(5, 9)
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54}


def store_picture(source: str, data: bytes) -> SourcePicture:
    """Return the picture in `data`, the content of the file `source`. Raises PictureError if it cannot be published."""
    name = PurePosixPath(source)
    suffix = name.suffix[1:].lower()
    width, height = measure(data, suffix)
    return SourcePicture(source, "jpeg" if suffix == "jpg" else suffix, width, height, len(data))


def missing_picture(source: str) -> PictureError:
    """Return why the picture at `source`, which is not among the picture files of the folder, cannot be shown."""
    if source.startswith("../"):
        return PictureError("lies outside the content folder")
    if not is_picture(source):
        return PictureError(f"is of a type that browsers do not show (known: {', '.join(TYPES)})")
    return PictureError("does not exist", is_missing=True)


def is_picture(name: str) -> bool:
    """Tell whether a file is a picture that browsers show, by its name."""
    stem, _, suffix = name.rpartition(".")
    return suffix.lower() in TYPES and not (stem == "" or stem.endswith("/"))


def measure(data: bytes, suffix: str) -> tuple[int, int]:
    """Return width and height in pixels as a browser shows it. Raises PictureError if `data` cannot be published."""
    return _measure_svg(data) if suffix == "svg" else _measure_raster(data)


def _measure_raster(data: bytes) -> tuple[int, int]:
    from PIL import Image, UnidentifiedImageError  # here, for most builds meet no new picture

    try:
        # Pillow warns of very large pictures; they are refused here, with their size.
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data)) as image:
            width, height = image.size
            is_lying = image.getexif().get(_EXIF_ORIENTATION) in _LYING_ORIENTATIONS
    except Image.DecompressionBombError:
        raise _too_large("far too many") from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise PictureError("is damaged, or no picture") from None
    if max(width, height) > _LONGEST_SIDE or width * height > _MOST_PIXELS:
        raise _too_large(f"{width} × {height}")
    return (height, width) if is_lying else (width, height)


def _too_large(size: str) -> PictureError:
    most = f"{_LONGEST_SIDE} a side and {_MOST_PIXELS // 1_000_000} million in all"
    return PictureError(f"has {size} pixels (at most {most})")


def _measure_svg(data: bytes) -> tuple[int, int]:
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, LookupError, ValueError):
        raise PictureError("is damaged, or no picture") from None
    if root.tag.rpartition("}")[2] != "svg":
        raise PictureError("is damaged, or no picture")
    box = [float(number) for number in re.findall(_NUMBER, root.get("viewBox", ""))]
    box_width, box_height = box[2:4] if len(box) == 4 else (0.0, 0.0)
    width, height = _pixels(root.get("width")), _pixels(root.get("height"))
    if not width and not height:
        width, height = box_width, box_height
    elif box_width and box_height:
        width = width or height * box_width / box_height
        height = height or width * box_height / box_width
    if not (1 <= width < math.inf and 1 <= height < math.inf):
        raise PictureError("does not say how large it is (width and height, or viewBox)")
    return round(width), round(height)


def _pixels(length: str | None) -> float:
    """Return an SVG length in pixels; 0 where it depends on its surroundings or is not given."""
    match = re.fullmatch(rf"\s*({_NUMBER})\s*([a-z]*)\s*", length or "")
    return float(match[1]) * _PIXELS.get(match[2], 0.0) if match else 0.0
