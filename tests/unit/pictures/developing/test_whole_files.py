"""Whole files: which pictures are handed on with every pixel, and in which format."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from plugins.pictures.developing.shown_part import open_part
from plugins.pictures.developing.whole_files import WholeFiles
from tests.unit.pictures.negatives import drawing, encoded_as, negative_of


def whole_files(folder: Path, data: bytes, suffix: str, crop: tuple[int, int, int, int] | None = None) -> WholeFiles:
    negative = negative_of(folder / f"a.{suffix}", data, crop=crop)
    return WholeFiles(negative, data, open_part(negative, data))


@pytest.mark.parametrize(
    ("picture_format", "suffix"), [("PNG", "png"), ("WEBP", "webp"), ("JPEG", "jpg"), ("GIF", "gif")]
)
def test_a_file_is_handed_on_as_it_was_saved(tmp_path: Path, picture_format: str, suffix: str) -> None:
    data = encoded_as(drawing(), picture_format)
    files = whole_files(tmp_path, data, suffix)

    saved = files.as_saved()

    assert saved is not None
    assert saved.name == f"400x300.{suffix}"
    with Image.open(BytesIO(files.contents[saved.name])) as found, Image.open(BytesIO(data)) as before:
        assert found.convert("RGB").tobytes() == before.convert("RGB").tobytes()


def test_a_part_of_a_file_is_not_the_file(tmp_path: Path) -> None:
    assert whole_files(tmp_path, encoded_as(drawing(), "PNG"), "png", (0, 0, 50, 50)).as_saved() is None


def test_a_file_wider_than_phones_can_decode_is_not_handed_on(tmp_path: Path) -> None:
    data = encoded_as(Image.new("L", (3201, 10)), "PNG")

    assert whole_files(tmp_path, data, "png").as_saved() is None


def test_a_jpeg_for_print_is_not_handed_on(tmp_path: Path) -> None:
    data = encoded_as(drawing().convert("CMYK"), "JPEG")

    assert whole_files(tmp_path, data, "jpg").as_saved() is None


@pytest.mark.parametrize("picture_format", ["PNG", "JPEG"])
def test_a_file_that_has_to_be_turned_is_not_handed_on(tmp_path: Path, picture_format: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 3
    data = encoded_as(drawing(), picture_format, exif=exif)

    assert whole_files(tmp_path, data, picture_format.lower()).as_saved() is None


def test_a_drawing_is_made_smaller_without_loss(tmp_path: Path) -> None:
    data = encoded_as(drawing(), "PNG", compress_level=1)
    files = whole_files(tmp_path, data, "png")

    made = files.without_loss(len(data), files.as_saved())

    assert made is not None
    assert made.name == "400x300.webp"
    assert made.bytes < len(data)
    with Image.open(BytesIO(files.contents[made.name])) as found:
        assert found.convert("RGB").tobytes() == drawing().tobytes()


def test_where_it_cannot_pay_nothing_is_made_anew(tmp_path: Path) -> None:
    data = encoded_as(Image.effect_noise((400, 300), 90).convert("RGB"), "PNG")
    files = whole_files(tmp_path, data, "png")
    saved = files.as_saved()

    assert files.without_loss(len(data) // 4 - 1, saved) is saved
    assert list(files.contents) == ["400x300.png"]
