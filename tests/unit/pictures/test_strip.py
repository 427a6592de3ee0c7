import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image, ImageSequence, PngImagePlugin

from plugins.pictures.picture_formats import exif_of, open_picture
from plugins.pictures.strip import without_metadata
from plugins.pictures.values import PictureError
from tests.tools.camera_metadata import CREDIT, SECRETS, as_taken_by_a_phone, exif, profile, xmp

FRAMES = [Image.effect_noise((60, 40), spread).convert("RGB") for spread in (20, 50, 80)]
RAGA = Image.merge("RGBA", [*FRAMES[0].split(), Image.linear_gradient("L").resize((60, 40))])
SECRET_BYTES = [text.encode() for text in (*SECRETS.values(), CREDIT)]
HIDDEN = b"hidden note " + SECRET_BYTES[0]


def saved(picture_format: str, image: Image.Image = FRAMES[0], **how: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, picture_format, **how)
    return out.getvalue()


def moving(picture_format: str, **how: Any) -> bytes:
    return saved(picture_format, save_all=True, append_images=FRAMES[1:], duration=70, loop=0, **how)


def texts() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", CREDIT)
    info.add_text("Comment", SECRETS["comment"], zip=False)
    info.add_itxt("XML:com.adobe.xmp", xmp().decode())
    info.add(b"teSt", HIDDEN)
    info.add(b"tIME", b"\7\xe7\1\2\3\4\5")
    return info


def with_riff_chunk(data: bytes, kind: bytes, body: bytes) -> bytes:
    return data[:4] + struct.pack("<L", len(data) + len(body)) + data[8:] + kind + struct.pack("<L", len(body)) + body


def with_gif_notes(data: bytes) -> bytes:
    """Return a GIF with a comment, XMP as Adobe writes it, and words to draw, before its first picture."""
    at = 13 + (3 << (data[10] & 7) + 1)
    block = bytes([len(HIDDEN)]) + HIDDEN + b"\0"
    comment, words = b"\x21\xfe" + block, b"\x21\x01\x0c" + bytes(12) + block
    packet = b"\x21\xff\x0bXMP DataXMP" + xmp() + b"\x01" + bytes(range(255, -1, -1)) + b"\0"
    return data[:at] + comment + packet + words + data[at:]


def with_boxes(data: bytes) -> bytes:
    boxes = b"".join(struct.pack(">L4s", 8 + len(HIDDEN), kind) + HIDDEN for kind in (b"free", b"uuid", b"udta"))
    return data + boxes


FILES: dict[str, Callable[[], bytes]] = {
    "jpeg": lambda: as_taken_by_a_phone(saved("JPEG", quality=90)),
    "jpeg progressive": lambda: as_taken_by_a_phone(saved("JPEG", quality=90, progressive=True)),
    "jpeg CMYK": lambda: as_taken_by_a_phone(saved("JPEG", FRAMES[0].convert("CMYK"))),
    "jpeg grey with restarts": lambda: saved("JPEG", FRAMES[0].convert("L"), restart_marker_rows=1, comment=HIDDEN),
    "jpeg with a second picture": lambda: saved("MPO", save_all=True, append_images=FRAMES[1:], exif=exif()),
    "png": lambda: saved("PNG", pnginfo=texts(), exif=exif(), icc_profile=profile()) + HIDDEN,
    "png palette": lambda: saved("PNG", FRAMES[0].convert("P"), pnginfo=texts(), transparency=3),
    "png moving": lambda: moving("PNG", pnginfo=texts(), exif=exif()),
    "webp": lambda: saved("WEBP", exif=exif(), xmp=xmp(), icc_profile=profile()),
    "webp lossless": lambda: with_riff_chunk(saved("WEBP", RAGA, lossless=True, exif=exif()), b"note", HIDDEN + b"."),
    "webp plain": lambda: saved("WEBP") + HIDDEN,
    "webp moving": lambda: moving("WEBP", exif=exif(), xmp=xmp()),
    "gif": lambda: with_gif_notes(saved("GIF", comment=HIDDEN)) + HIDDEN,
    "gif moving": lambda: with_gif_notes(moving("GIF", comment=HIDDEN)),
    "avif": lambda: with_boxes(saved("AVIF", exif=exif(), xmp=xmp(), icc_profile=profile())),
    "avif clear": lambda: saved("AVIF", RAGA, exif=exif(), xmp=xmp()) + b"\0\0\1",
    "avif moving": lambda: with_boxes(moving("AVIF", exif=exif(), xmp=xmp())),
}
"""Files with all kinds of metadata, by format."""


def seen(data: bytes) -> list[tuple[Any, ...]]:
    """Return all that is shown of a picture, to the bit: pixels, clearness, times, colours."""
    with Image.open(io.BytesIO(data)) as image:
        kept = ("duration", "loop", "icc_profile", "transparency", "gamma", "background", "adobe_transform")
        frames = ImageSequence.Iterator(image) if image.format != "MPO" else [image]
        return [
            (frame.mode, frame.size, frame.tobytes(), [(key, frame.info[key]) for key in kept if key in frame.info])
            for frame in frames
        ]


@pytest.mark.parametrize("name", FILES)
def test_pixels_stay_bit_for_bit(name: str) -> None:
    data = FILES[name]()

    clean = without_metadata(data, name.split()[0])

    assert seen(clean) == seen(data)


@pytest.mark.parametrize("name", FILES)
def test_nothing_else_stays(name: str) -> None:
    data = FILES[name]()
    assert any(secret in data for secret in SECRET_BYTES)

    clean = without_metadata(data, name.split()[0])

    assert [secret for secret in SECRET_BYTES if secret in clean] == []
    image = Image.open(io.BytesIO(clean))
    image.load()
    assert (dict(image.getexif()), image.info.get("exif", b"")) == ({}, b"")
    assert image.info.keys().isdisjoint({"comment", "photoshop", "Author", "Comment", "mp"})
    assert not (image.info.get("xmp") or b"").strip(b"\0")
    assert not image.info.get("XML:com.adobe.xmp")
    assert getattr(image, "mpinfo", None) is None


@pytest.mark.parametrize("name", FILES)
def test_a_clean_file_stays_as_it_is(name: str) -> None:
    clean = without_metadata(FILES[name](), name.split()[0])

    assert without_metadata(clean, name.split()[0]) == clean


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_that_lies_on_its_side_keeps_its_orientation_alone(picture_format: str) -> None:
    data = saved(picture_format, exif=exif(6))

    clean = without_metadata(data, picture_format.lower())

    image = open_picture(clean)
    image.load()
    assert dict(exif_of(image)) == {0x0112: 6}
    assert [secret for secret in SECRET_BYTES if secret in clean] == []


def test_the_small_picture_in_a_jfif_header_goes() -> None:
    data = saved("JPEG")
    thumbnail = b"JFIF\0\1\1\0\0\1\0\1\2\2" + HIDDEN[:12]
    data = data[:2] + b"\xff\xe0" + struct.pack(">H", len(thumbnail) + 2) + thumbnail + data[20:]

    clean = without_metadata(data, "jpeg")

    assert HIDDEN[:12] not in clean
    assert seen(clean) == seen(saved("JPEG"))


def segment(mark: int, body: bytes) -> bytes:
    return b"\xff" + bytes([mark]) + struct.pack(">H", len(body) + 2) + body


NOTE = HIDDEN[:30].ljust(30, b".")


@pytest.mark.parametrize(
    ("picture_format", "place", "note"),
    [
        ("jpeg", 2, segment(0xEE, b"Adobe\0\x64\0\0\0\0\1" + NOTE)),
        ("jpeg", 2, segment(0xF7, NOTE)),
        ("jpeg", 2, segment(0xE2, b"MPF\0" + NOTE)),
        ("gif", -1, b"\x21\xf9\4\0\0\0\0\x1e" + NOTE + b"\0"),
        ("gif", -1, b"\x21\xff\x0bNETSCAPE2.0\3\1\0\0\x1e" + NOTE + b"\0"),
        ("gif", -1, b"\x21\xff\x0bHUSHPHONE10\x1e" + NOTE + b"\0"),
        ("png", 33, struct.pack(">L4s", 30, b"teSt") + NOTE + struct.pack(">L", zlib.crc32(b"teSt" + NOTE))),
        ("png", 33, struct.pack(">L4s", 30, b"prIv") + NOTE + struct.pack(">L", zlib.crc32(b"prIv" + NOTE))),
    ],
)
def test_no_part_has_room_for_notes(picture_format: str, place: int, note: bytes) -> None:
    data = saved(picture_format, FRAMES[0].convert("L"))

    clean = without_metadata(data[:place] + note + data[place:], picture_format)

    assert NOTE not in clean
    assert seen(clean)[0][2] == seen(data)[0][2]


@pytest.mark.parametrize("end", [b"", b"\xff", b"..", b"\xff\xff"])
def test_a_photograph_that_lacks_only_its_end_gets_one(end: bytes) -> None:
    data = saved("JPEG")

    assert without_metadata(data[:-2] + end, "jpeg")[-2:] == b"\xff\xd9"


def test_the_name_of_a_profile_goes() -> None:
    body = HIDDEN[:40] + b"\0\0" + zlib.compress(profile())
    chunk = struct.pack(">L", len(body)) + b"iCCP" + body + struct.pack(">L", zlib.crc32(b"iCCP" + body))
    plain = saved("PNG")

    clean = without_metadata(plain[:33] + chunk + plain[33:], "png")

    assert HIDDEN[:12] not in clean
    assert Image.open(io.BytesIO(clean)).info["icc_profile"] == profile()


@pytest.mark.parametrize("name", FILES)
def test_a_part_of_a_file_is_refused_or_told_by_nothing(name: str) -> None:
    """Whatever the place at which it breaks off, there is no other error than the one for authors."""
    data = FILES[name]()
    for end in range(0, len(data), max(1, len(data) // 97)):
        try:
            clean = without_metadata(data[:end], name.split()[0])
        except PictureError:
            continue
        assert [secret for secret in SECRET_BYTES if secret in clean] == []
