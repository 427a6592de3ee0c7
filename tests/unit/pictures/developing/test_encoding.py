"""Encoded pixels: nothing beside them, and the quality of each rung."""

from io import BytesIO

import pytest
from PIL import Image

from plugins.pictures.developing.encoding import encoded, rung_bytes
from plugins.pictures.developing.recipe import AVIF, AVIF_OF_WIDEST, JPEG, WEBP
from tests.unit.pictures.negatives import drawing


@pytest.mark.parametrize(("suffix", "options"), [("avif", AVIF), ("jpg", JPEG), ("webp", WEBP)])
def test_nothing_of_the_source_is_written_but_pixels(suffix: str, options: dict[str, object]) -> None:
    image = drawing()
    image.info |= {"exif": b"Exif\0\0II*\0", "icc_profile": b"profile", "xmp": b"<x/>", "comment": b"secret"}

    with Image.open(BytesIO(encoded(image, suffix, options))) as found:
        found.load()
        info = {name: value for name, value in found.info.items() if value}

    assert info.keys() & {"exif", "icc_profile", "xmp", "comment"} == set()


@pytest.mark.parametrize(("width", "options"), [(1200, AVIF), (1500, AVIF), (1600, AVIF_OF_WIDEST)])
def test_only_the_widest_rung_has_a_quality_of_its_own(width: int, options: dict[str, object]) -> None:
    image = drawing(width, 200)

    assert rung_bytes(image, "avif") == encoded(image, "avif", options)


def test_other_formats_have_one_quality() -> None:
    assert rung_bytes(drawing(), "jpg") == encoded(drawing(), "jpg", JPEG)
    assert rung_bytes(drawing(), "webp") == encoded(drawing(), "webp", WEBP)
