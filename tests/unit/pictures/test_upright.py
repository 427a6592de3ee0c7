import io
from typing import Any

import pytest
from PIL import Image, ImageCms

from plugins.pictures.upright import on_white, open_upright
from plugins.pictures.values import PictureError
from tests.photographs import UNDONE_BY
from tests.profiles import grey_profile, ink_profile, rgb_profile

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def file(image: Image.Image, picture_format: str, **how: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, picture_format, **how)
    return out.getvalue()


def quarters(width: int = 32, height: int = 48) -> Image.Image:
    """Return a picture of red, green, blue and white quarters, in the order of reading."""
    image = Image.new("RGB", (width, height))
    for number, colour in enumerate((RED, GREEN, BLUE, WHITE)):
        left, top = number % 2 * width // 2, number // 2 * height // 2
        image.paste(colour, (left, top, left + width // 2, top + height // 2))
    return image


def corners(image: Image.Image) -> list[tuple[int, ...]]:
    """Return the colours of the four quarters, each of the bands to 0, 1 or 2."""
    width, height = image.size
    found = [image.getpixel((x, y)) for y in (height // 4, -(-3 * height // 4)) for x in (width // 4, 3 * width // 4)]
    return [tuple(round(band / 127.5) for band in colour) for colour in found if isinstance(colour, tuple)]


def close(found: Any, wanted: tuple[int, ...], by: int = 3) -> bool:
    return len(found) == len(wanted) and all(abs(one - other) <= by for one, other in zip(found, wanted, strict=True))


UPRIGHT = corners(quarters())


@pytest.mark.parametrize("orientation", UNDONE_BY)
@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_is_set_upright(picture_format: str, orientation: int) -> None:
    way = UNDONE_BY[orientation]
    stored = quarters() if way is None else quarters().transpose(way)
    exif = Image.Exif()
    exif[0x0112] = orientation

    image = open_upright(file(stored, picture_format, exif=exif))

    assert (image.mode, image.size, corners(image)) == ("RGB", (32, 48), UPRIGHT)


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize(
    ("sides", "size"), [((20, 30), (20, 30)), ((400, 600), (400, 600)), ((401, 10), (800, 1200)), (None, (1600, 2400))]
)
def test_a_large_photo_is_decoded_as_small_as_will_do(
    orientation: int, sides: tuple[int, int] | None, size: tuple[int, int]
) -> None:
    way = UNDONE_BY[orientation]
    stored = quarters(1600, 2400) if way is None else quarters(1600, 2400).transpose(way)
    exif = Image.Exif()
    exif[0x0112] = orientation

    image = open_upright(file(stored, "JPEG", exif=exif), sides)

    assert (image.size, corners(image)) == (size, UPRIGHT)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_a_drawing_of_any_mode_is_made_smaller_by_whole_steps(mode: str) -> None:
    light = quarters(1600, 2400).convert("L").point(lambda value: 255 if value > 100 else 0)
    drawing = light.convert("L").convert("I;16").point(lambda value: value * 257 + 0) if mode == "I;16" else light
    drawing = drawing if mode == "I;16" else drawing.convert(mode)

    image = open_upright(file(drawing, "PNG"), (500, 100))

    assert image.size == (534, 800)
    assert image.mode == "RGB"  # nothing of it is clear
    assert [colour[:3] for colour in corners(image)] == [(0, 0, 0), (2, 2, 2), (0, 0, 0), (2, 2, 2)]


def test_sixteen_bits_become_eight_without_burning_out() -> None:
    image = Image.new("I;16", (4, 1))
    for x, value in enumerate((0, 128, 32768, 65535)):
        image.putpixel((x, 0), value)

    shown = open_upright(file(image, "PNG"))

    assert [shown.getpixel((x, 0)) for x in range(4)] == [(0,) * 3, (0,) * 3, (128,) * 3, WHITE]


@pytest.mark.parametrize("mode", ["P", "L", "RGB", "LA", "RGBA"])
def test_what_is_clear_stays_clear(mode: str) -> None:
    drawing = Image.new("RGBA", (8, 8), (10, 10, 10, 255))
    drawing.paste((200, 200, 200, 0), (0, 0, 4, 8))
    if mode == "P":
        data = file(drawing.convert("P"), "PNG", transparency=drawing.convert("P").getpixel((0, 0)))
    elif mode in {"L", "RGB"}:
        clear = 200 if mode == "L" else (200, 200, 200)
        data = file(drawing.convert(mode), "PNG", transparency=clear)
    else:
        data = file(drawing.convert(mode), "PNG")

    image = open_upright(data)

    assert image.mode == "RGBA"
    assert [pixel[3] for pixel in (image.getpixel((1, 1)), image.getpixel((6, 6))) if isinstance(pixel, tuple)] == [
        0,
        255,
    ]


def test_ink_becomes_light() -> None:
    ink = Image.new("CMYK", (16, 16), (255, 0, 0, 0))

    image = open_upright(file(ink, "JPEG"))

    assert (image.mode, image.getpixel((8, 8))) == ("RGB", (0, 255, 255))


def matrix_profile(red: tuple[float, float], green: tuple[float, float], blue: tuple[float, float]) -> bytes:
    """Return an ICC profile of these primaries (x, y) with the white of D65 and a gamma of 2.2."""
    return rgb_profile(red, green, blue, 2.2)


@pytest.mark.parametrize(
    ("primaries", "pixel", "wanted"),
    [
        # Display P3 and Adobe RGB: colours of the same light, written with other numbers.
        (((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)), (200, 100, 80), (216, 93, 72)),
        (((0.64, 0.33), (0.21, 0.71), (0.15, 0.06)), (180, 120, 100), (199, 121, 99)),
    ],
)
@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_wide_colours_are_converted(
    picture_format: str, primaries: tuple[Any, Any, Any], pixel: tuple[int, ...], wanted: tuple[int, ...]
) -> None:
    how: dict[str, Any] = {"lossless": True} if picture_format == "WEBP" else {"quality": 100}
    data = file(Image.new("RGB", (16, 16), pixel), picture_format, icc_profile=matrix_profile(*primaries), **how)

    image = open_upright(data)

    assert close(image.getpixel((8, 8)), wanted)
    assert image.info == {}


def test_colours_of_a_clear_picture_are_converted_and_its_clearness_kept() -> None:
    profile = matrix_profile((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
    data = file(Image.new("RGBA", (4, 4), (200, 100, 80, 7)), "PNG", icc_profile=profile)

    image = open_upright(data)

    assert close(image.getpixel((1, 1)), (216, 93, 72, 7))


def test_greys_are_converted() -> None:
    """Gamma 1.0 tells of light itself: half of it is a light grey in sRGB."""
    data = file(Image.new("L", (16, 16), 128), "JPEG", icc_profile=grey_profile(1.0), quality=100)

    image = open_upright(data)

    assert close(image.getpixel((8, 8)), (188, 188, 188))


def test_inks_are_converted_by_their_profile() -> None:
    profile = ink_profile({(0, 0, 0, 0): (100, 0, 0), (1, 0, 0, 0): (50, -30, -40)})
    data = file(Image.new("CMYK", (16, 16), (255, 0, 0, 0)), "JPEG", icc_profile=profile, quality=100)

    image = open_upright(data)

    assert image.mode == "RGB"
    assert close(image.getpixel((8, 8)), (0, 132, 187), 4)  # Lab 50, -30, -40: outside sRGB, and cut off at 0


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.mark.parametrize("profile", [SRGB, b"nonsense", SRGB[:200], b"\0" * 128])
@pytest.mark.parametrize(
    ("mode", "pixel"), [("RGB", (200, 100, 80)), ("L", 120), ("CMYK", (0, 0, 0, 0)), ("LA", (9, 8))]
)
def test_a_profile_that_is_broken_or_of_another_kind_changes_nothing(mode: str, pixel: Any, profile: bytes) -> None:
    picture = Image.new(mode, (16, 16), pixel)
    picture_format, how = ("PNG", {}) if mode == "LA" else ("JPEG", {"quality": 100})

    image = open_upright(file(picture, picture_format, icc_profile=profile, **how))

    wanted = picture.convert("RGBA" if mode == "LA" else "RGB").getpixel((1, 1))
    assert isinstance(wanted, tuple)
    assert close(image.getpixel((8, 8)), wanted)


def test_the_first_picture_of_a_moving_one_is_taken() -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in (RED, BLUE)]
    for picture_format in ("GIF", "WEBP", "PNG", "AVIF"):
        how: dict[str, Any] = {"lossless": True} if picture_format == "WEBP" else {}
        data = file(frames[0], picture_format, save_all=True, append_images=frames[1:], **how)

        image = open_upright(data)

        pixel = image.getpixel((4, 4))
        assert isinstance(pixel, tuple)
        assert close(pixel[:3], RED, 9), picture_format


def test_an_orientation_of_other_programs_is_none() -> None:
    """Browsers ask EXIF alone; Lightroom writes it into XMP as well, and some programs leave that behind."""
    packet = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><r tiff:Orientation="6"/></x:xmpmeta>'

    image = open_upright(file(quarters(), "JPEG", xmp=packet))

    assert image.size == (32, 48)


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_a_part_of_a_picture_is_refused(picture_format: str) -> None:
    noise = Image.effect_noise((200, 200), 90).convert("RGB")
    data = file(noise, picture_format)

    with pytest.raises(PictureError):
        open_upright(data[: len(data) * 7 // 10])


def test_a_text_is_refused() -> None:
    with pytest.raises(PictureError):
        open_upright(b"hello")


def test_what_can_be_seen_through_stands_on_white() -> None:
    assert on_white(Image.new("RGBA", (1, 1), "#0000")).getpixel((0, 0)) == (255, 255, 255)
    assert on_white(Image.new("RGBA", (1, 1), "#000f")).getpixel((0, 0)) == (0, 0, 0)
