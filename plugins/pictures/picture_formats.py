"""Formats of picture files, told by their first bytes and not by their names."""

import io
import warnings
from typing import TYPE_CHECKING

from plugins.pictures.values import PictureError

if TYPE_CHECKING:  # most builds meet no new picture
    from PIL.Image import Exif
    from PIL.ImageFile import ImageFile

PICTURE_SUFFIXES = {
    "avif": ("avif",),
    "gif": ("gif",),
    "jpeg": ("jpg", "jpeg"),
    "png": ("png",),
    "svg": ("svg",),
    "webp": ("webp",),
}
"""The formats that browsers show, each with the suffixes of its files, the usual one first."""

FORMAT_NAMES = {"avif": "AVIF", "gif": "GIF", "jpeg": "JPEG", "png": "PNG", "svg": "SVG", "webp": "WebP"}

DAMAGED = "is damaged, or no picture"
ANEW = "save or upload it anew"

_LONGEST_SIDE = 20_000
_MOST_MEGAPIXELS = {"avif": 24, "gif": 50, "jpeg": 120, "png": 50, "webp": 20}
_MOST_PROGRESSIVE = 50
"""By the memory that decoding takes, measured: below 400 MB. A photograph stored in passes is held whole."""
_SMALLER = "make it smaller: 3000 pixels on the longer side are plenty"
_ORIENTATION = 0x0112
_LYING = range(5, 9)
"""Orientations in which the stored rows are the upright picture's columns."""
_AVIF_BRANDS = (b"avif", b"avis")


def format_of(data: bytes) -> str | None:
    """Return the format of a picture that browsers show; None for all other files. An SVG is not looked at."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return "avif" if any(brand in _AVIF_BRANDS for brand in iso_brands(data)) else None


def iso_brands(data: bytes) -> list[bytes]:
    """Return the brands of a file of boxes (AVIF, HEIC, videos), the main one first; empty for any other file."""
    if data[4:8] != b"ftyp":
        return []
    end = min(int.from_bytes(data[:4]), len(data))
    return [data[start : start + 4] for start in (8, *range(16, end - 3, 4))]


def open_picture(data: bytes) -> "ImageFile":
    """Return the picture in `data` with its header read and no pixel decoded. Raises PictureError."""
    from PIL import AvifImagePlugin, Image, WebPImagePlugin  # noqa: F401 - else Pillow loads all

    picture_format = format_of(data)
    if picture_format is None:
        raise PictureError(DAMAGED, ANEW)
    try:
        with warnings.catch_warnings(action="ignore"):  # of large ones, which are judged elsewhere
            return Image.open(io.BytesIO(data), formats=(picture_format.upper(),))
    except Image.DecompressionBombError:
        raise PictureError("has far too many pixels", _SMALLER) from None
    except Exception:  # a decoder raises whatever it stumbles over
        raise PictureError(DAMAGED, ANEW) from None


def check_pixels(image: "ImageFile", picture_format: str) -> None:
    """Refuse a picture that would take too much memory, by its header. Raises PictureError."""
    width, height = image.size
    name, most = FORMAT_NAMES[picture_format], _MOST_MEGAPIXELS[picture_format]
    if picture_format == "jpeg" and image.info.get("progressive"):
        name, most = "progressive JPEG", _MOST_PROGRESSIVE
    if max(width, height) > _LONGEST_SIDE:
        raise PictureError(f"has {width} × {height} pixels (at most {_LONGEST_SIDE} a side)", _SMALLER)
    if width * height > most * 1_000_000:
        raise PictureError(f"has {width} × {height} pixels ({name}: at most {most} million)", _SMALLER)


def exif_of(image: "ImageFile") -> "Exif":
    """Return the EXIF data of a picture that has been opened, empty where it has none that can be read.

    Pillow's own `getexif` takes an orientation in XMP too, which browsers do not.
    """
    from PIL.Image import Exif

    exif = Exif()
    try:
        with warnings.catch_warnings(action="ignore"):
            exif.load(image.info.get("exif", b""))
    except Exception:  # a reader of TIFF on hostile bytes raises whatever it stumbles over
        return Exif()
    return exif


def orientation_of(image: "ImageFile") -> int:
    """Return the orientation that a picture is stored in, 1 to 8; 1 is upright. A PNG has to be decoded before."""
    found = exif_of(image).get(_ORIENTATION)
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def is_lying(orientation: int) -> bool:
    """Tell whether width and height change places when a picture is set upright."""
    return orientation in _LYING
