import io
from pathlib import Path

import pytest
from PIL import Image

from plugins.desk.pictures import PictureError, StoredPicture, measure, store_pictures


def svg(attributes: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode()


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="40" height="30px"', (40, 30)),
        ('width="1in" height="72pt"', (96, 96)),
        ('viewBox="0 0 64 36"', (64, 36)),
        ('viewBox="0,0,64,36" width="100%"', (64, 36)),
        ('viewBox="-10 -10 64 36" width="128"', (128, 72)),
    ],
)
def test_an_svg_is_as_large_as_browsers_show_it(attributes: str, size: tuple[int, int]) -> None:
    assert measure(svg(attributes), "svg") == size


@pytest.mark.parametrize("data", [b"<svg", b"<html/>", svg(""), svg('viewBox="0 0 0 0"')])
def test_an_svg_that_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(PictureError):
        measure(data, "svg")


def test_a_photo_that_lies_on_its_side_is_measured_upright() -> None:
    image, file = Image.new("RGB", (40, 30)), io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(file, "JPEG", exif=exif)

    assert measure(file.getvalue(), "jpg") == (30, 40)


def test_the_address_follows_the_content(tmp_path: Path) -> None:
    (tmp_path / "A b.SVG").write_bytes(svg('viewBox="0 0 64 36"'))
    first = store_pictures(tmp_path, ["A b.SVG"])["A b.SVG"]
    (tmp_path / "A b.SVG").write_bytes(svg('viewBox="0 0 64 37"'))
    second = store_pictures(tmp_path, ["A b.SVG"])["A b.SVG"]

    assert isinstance(first, StoredPicture)
    assert isinstance(second, StoredPicture)
    assert first.path == "pictures/a-b-bc06e700.svg"
    assert second.path != first.path
