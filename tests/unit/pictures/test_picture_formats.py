import io

import pytest
from PIL import Image

from plugins.pictures.picture_formats import format_of, iso_brands, open_picture, orientation_of
from plugins.pictures.values import PictureError


def saved(picture_format: str, exif: bytes = b"") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, picture_format, exif=exif)
    return out.getvalue()


@pytest.mark.parametrize("picture_format", ["AVIF", "GIF", "JPEG", "PNG", "WEBP"])
def test_a_format_is_told_by_the_first_bytes(picture_format: str) -> None:
    data = saved(picture_format)

    assert format_of(data) == picture_format.lower()
    assert open_picture(data).format == picture_format


@pytest.mark.parametrize(
    "data", [b"", b"GIF", b"<svg/>", b"RIFF....WAVE", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", b"\xff\xd8"]
)
def test_all_else_has_none(data: bytes) -> None:
    assert format_of(data) is None
    with pytest.raises(PictureError):
        open_picture(data)


def test_brands_of_a_file_of_boxes_are_all_read() -> None:
    assert iso_brands(b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf????") == [b"mif1", b"mif1", b"avif", b"miaf"]
    assert iso_brands(b"\0\0\0\x10ftypavif") == [b"avif"]


@pytest.mark.parametrize(
    "exif", [b"", b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff"]
)
def test_what_cannot_be_read_of_exif_turns_nothing(exif: bytes) -> None:
    assert orientation_of(open_picture(saved("JPEG", exif))) == 1
