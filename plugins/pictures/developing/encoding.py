"""Encoding of pixels: the bytes of a picture in a format, with nothing beside the pixels in them."""

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from plugins.pictures.developing.ladder import LADDER
from plugins.pictures.developing.recipe import AVIF, AVIF_OF_WIDEST, JPEG, WEBP

if TYPE_CHECKING:  # most builds meet no new picture
    from PIL.Image import Image

_FORMATS = {"avif": "AVIF", "jpg": "JPEG", "webp": "WEBP"}
"""Pillow's names of formats, by suffix."""


def encoded(image: "Image", suffix: str, options: Mapping[str, Any]) -> bytes:
    """Return a picture in the format of a suffix."""
    image.info.clear()
    into = io.BytesIO()
    image.save(into, _FORMATS[suffix], exif=b"", icc_profile=None, **options)
    return into.getvalue()


def rung_bytes(image: "Image", suffix: str) -> bytes:
    """Return a rung of the ladder in the format of a suffix, at the quality that rungs have."""
    avif = AVIF_OF_WIDEST if image.width == LADDER[-1] else AVIF
    return encoded(image, suffix, {"avif": avif, "jpg": JPEG, "webp": WEBP}[suffix])
