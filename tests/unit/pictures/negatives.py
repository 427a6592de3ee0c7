"""Negatives of pictures that tests have drawn."""

from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from plugins.pictures.picture_formats import format_of
from plugins.pictures.values import Negative, SourcePicture
from tests.photographs import Subject, photograph

SMALL = Subject(11, 800, 600, faces=1)
LARGE = Subject(12, 2000, 1500, faces=2)


def negative_of(place: Path, data: bytes, **wishes: Any) -> Negative:
    """Write a picture to a place, and return its negative."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    with Image.open(BytesIO(data)) as image:
        width, height = image.size
        is_animated = getattr(image, "is_animated", False)
    picture = SourcePicture(place.name, format_of(data) or "", width, height, len(data), is_animated)
    return Negative(str(place), picture, blake2b(data, digest_size=16).digest(), **wishes)


def small_photograph(folder: Path, **wishes: Any) -> Negative:
    return negative_of(folder / "small.jpg", photograph(SMALL, has_metadata=False), **wishes)


def encoded_as(image: Image.Image, picture_format: str, **options: Any) -> bytes:
    into = BytesIO()
    image.save(into, picture_format, **options)
    return into.getvalue()


def drawing(width: int = 400, height: int = 300) -> Image.Image:
    """Return a drawing of few colours and sharp edges."""
    image = Image.new("RGB", (width, height), "#ddd")
    image.paste("#246", (width // 8, height // 8, width // 2, height // 2))
    image.paste("#b33", (width // 2, height // 3, width * 7 // 8, height * 7 // 8))
    return image
