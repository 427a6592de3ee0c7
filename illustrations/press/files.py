"""Encodes printed pictures as small files: WebP for the site, PNG with a palette for the brand."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

# Below this a lossy picture shows ringing along its edges (judged by eye at 200 %).
_LOSSY_QUALITY = 82


def webp(picture: Image.Image, colours: int = 32) -> bytes:
    """Encode a picture as WebP, lossless with a palette or lossy, whichever is smaller."""
    lossless, lossy = BytesIO(), BytesIO()
    reduced(picture, colours).convert("RGB").save(lossless, "WEBP", lossless=True, quality=100, method=6)
    picture.save(lossy, "WEBP", quality=_LOSSY_QUALITY, method=6)
    return min(lossless.getvalue(), lossy.getvalue(), key=len)


def png(picture: Image.Image, colours: int = 32) -> bytes:
    """Encode a picture as PNG with a palette."""
    buffer = BytesIO()
    reduced(picture, colours).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def reduced(picture: Image.Image, colours: int) -> Image.Image:
    """Bring a picture down to a palette, without dither."""
    return picture.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
