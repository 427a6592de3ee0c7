import io

import pytest
from PIL import Image

from plugins.pictures.endings import check_ending
from plugins.pictures.values import PictureError

NOISE = Image.effect_noise((120, 90), 80).convert("RGB")
FORMATS = ["jpeg", "png", "webp", "gif", "avif"]


def saved(picture_format: str) -> bytes:
    out = io.BytesIO()
    NOISE.save(out, picture_format)
    return out.getvalue()


@pytest.mark.parametrize("picture_format", FORMATS)
@pytest.mark.parametrize("behind", [b"", b"\0", bytes(4096), b"a note of a phone"])
def test_a_whole_file_is_taken_whatever_stands_behind_it(picture_format: str, behind: bytes) -> None:
    check_ending(saved(picture_format) + behind, picture_format)


@pytest.mark.parametrize("picture_format", FORMATS)
def test_a_copy_that_broke_off_and_was_filled_up_is_refused(picture_format: str) -> None:
    data = saved(picture_format)
    half = len(data) // 2

    with pytest.raises(PictureError, match=r"^is damaged: .+ are there, the rest is empty$"):
        check_ending(data[:half] + bytes(len(data) - half), picture_format)


@pytest.mark.parametrize("picture_format", ["webp", "avif"])
def test_a_file_that_says_how_long_it_is_tells_how_much_is_there(picture_format: str) -> None:
    data = saved(picture_format)

    with pytest.raises(PictureError, match=rf"^is damaged: 2000 of {len(data)} bytes are there$"):
        check_ending(data[:2000], picture_format)


def test_a_png_without_its_end_is_refused() -> None:
    with pytest.raises(PictureError, match=r"^is damaged: its end is missing$"):
        check_ending(saved("png")[:-9], "png")


def test_a_photo_of_a_thousand_passes_is_refused() -> None:
    out = io.BytesIO()
    NOISE.save(out, "JPEG", progressive=True)
    data = out.getvalue()
    check_ending(data, "jpeg")

    with pytest.raises(PictureError, match="far too many passes"):
        check_ending(data[:-2] + b"\xff\xda\0\x08\1\1\0\0\x3f\0" * 1000 + data[-2:], "jpeg")
