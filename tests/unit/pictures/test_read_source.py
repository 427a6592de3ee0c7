import io
import struct
import time
import zlib
from typing import Any

import pytest
from PIL import Image

from plugins.pictures.read_source import read_source
from plugins.pictures.values import PictureError, SourcePicture
from tests.photographs import SUBJECTS, make_photograph
from tests.tools.camera_metadata import CREDIT, as_taken_by_a_phone, exif

SMALL = Image.effect_noise((40, 30), 60).convert("RGB")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 36"/>'


def saved(picture_format: str, image: Image.Image = SMALL, **how: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, picture_format, **how)
    return out.getvalue()


def header_of_png(width: int, height: int) -> bytes:
    """Return a PNG that says how large it is, and holds almost nothing."""
    parts = (
        (b"IHDR", struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"")),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body)) for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def header_of_jpeg(width: int, height: int, *, is_progressive: bool = False) -> bytes:
    """Return a JPEG with another size in its header."""
    data = bytearray(saved("JPEG", progressive=is_progressive))
    at = data.index(b"\xff\xc2" if is_progressive else b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


@pytest.mark.parametrize("picture_format", ["avif", "gif", "jpeg", "png", "webp"])
def test_a_picture_is_known_by_its_content(picture_format: str) -> None:
    data = saved(picture_format.upper())

    picture = read_source(f"pictures/a.{picture_format}", data)

    assert picture == SourcePicture(f"pictures/a.{picture_format}", picture_format, 40, 30, len(data))


def test_a_drawing_is_known_by_its_content() -> None:
    assert read_source("a.svg", SVG) == SourcePicture("a.svg", "svg", 64, 36, len(SVG), has_alpha=True)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_measured_upright(orientation: int) -> None:
    picture = read_source("a.jpg", saved("JPEG", exif=exif(orientation)))

    assert (picture.width, picture.height) == ((30, 40) if orientation > 4 else (40, 30))


@pytest.mark.parametrize("picture_format", ["png", "webp", "avif"])
def test_other_formats_are_measured_upright_too(picture_format: str) -> None:
    picture = read_source(f"a.{picture_format}", saved(picture_format.upper(), exif=exif(6)))

    assert (picture.width, picture.height) == (30, 40)


def test_the_maker_is_read() -> None:
    assert read_source("a.jpg", as_taken_by_a_phone(saved("JPEG"))).credit == CREDIT


@pytest.mark.parametrize(("alpha", "has_alpha"), [(255, False), (254, True)])
@pytest.mark.parametrize("picture_format", ["PNG", "WEBP", "AVIF"])
def test_a_picture_is_clear_where_it_is_not_all_opaque(picture_format: str, alpha: int, *, has_alpha: bool) -> None:
    clear = SMALL.convert("RGBA")
    clear.putpixel((3, 3), (0, 0, 0, alpha))
    how = {"quality": 100} if picture_format == "AVIF" else {"lossless": True}

    picture = read_source(f"a.{picture_format.lower()}", saved(picture_format, clear, **how))

    assert picture.has_alpha is has_alpha


@pytest.mark.parametrize("picture_format", ["gif", "png", "webp", "avif"])
def test_a_moving_picture_is_told_from_others(picture_format: str) -> None:
    others = [SMALL.transpose(Image.Transpose.ROTATE_180)]

    assert read_source(
        f"a.{picture_format}", saved(picture_format.upper(), save_all=True, append_images=others)
    ).is_animated
    assert not read_source(f"a.{picture_format}", saved(picture_format.upper())).is_animated


def test_a_photo_with_another_behind_it_stands_still() -> None:
    data = saved("MPO", save_all=True, append_images=[SMALL.transpose(Image.Transpose.ROTATE_180)])

    picture = read_source("a.jpg", data)

    assert (picture.format, picture.is_animated, picture.remark) == ("jpeg", False, None)


@pytest.mark.parametrize(
    ("source", "data", "what", "better"),
    [
        ("b/stall.jpg", saved("PNG"), "is PNG, though its name ends in '.jpg'", "'stall.png'"),
        ("stall.PNG", saved("JPEG"), "is JPEG, though its name ends in '.PNG'", "'stall.jpg'"),
        ("stall.png", saved("WEBP"), "is WebP, though its name ends in '.png'", "'stall.webp'"),
        ("stall.svg", saved("PNG"), "is PNG, though its name ends in '.svg'", "'stall.png'"),
        ("stall.png", SVG, "is SVG, though its name ends in '.png'", "'stall.svg'"),
    ],
)
def test_a_wrong_suffix_is_told_and_published_right(source: str, data: bytes, what: str, better: str) -> None:
    picture = read_source(source, data)

    assert picture.remark == (what, f"it is published all the same; a better name is {better}")


@pytest.mark.parametrize("source", ["a.jpg", "a.JPEG", "a.Jpg"])
def test_every_suffix_of_a_format_is_right(source: str) -> None:
    assert read_source(source, saved("JPEG")).remark is None


@pytest.mark.parametrize("picture_format", ["jpeg", "png", "webp", "gif", "avif"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_part_of_a_file_is_refused(picture_format: str, share: float) -> None:
    data = saved(picture_format.upper(), Image.effect_noise((300, 200), 60).convert("RGB"))

    with pytest.raises(PictureError, match=r"^is damaged") as caught:
        read_source(f"a.{picture_format}", data[: int(len(data) * share)])

    assert caught.value.remedy == "save or upload it anew"


@pytest.mark.parametrize("picture_format", ["png", "webp", "gif", "avif"])
@pytest.mark.parametrize("share", [0.4, 0.8, 0.98])
def test_a_part_of_a_moving_picture_is_refused(picture_format: str, share: float) -> None:
    frames = [Image.effect_noise((100, 80), spread).convert("RGB") for spread in (30, 60, 90)]
    data = saved(picture_format.upper(), frames[0], save_all=True, append_images=frames[1:])

    with pytest.raises(PictureError, match=r"^is damaged"):
        read_source(f"a.{picture_format}", data[: int(len(data) * share)])


def test_a_gif_whose_end_was_forgotten_is_taken() -> None:
    data = saved("GIF", save_all=True, append_images=[SMALL.transpose(Image.Transpose.ROTATE_180)])

    assert read_source("a.gif", data.rstrip(b"\x3b")).is_animated


@pytest.mark.parametrize(
    ("source", "data", "what"),
    [
        ("a.png", header_of_png(20_001, 10), "has 20001 × 10 pixels (at most 20000 a side)"),
        ("a.png", header_of_png(10_000, 5001), "has 10000 × 5001 pixels (PNG: at most 50 million)"),
        ("a.png", header_of_png(65_000, 65_000), "has far too many pixels"),
        ("a.jpg", header_of_jpeg(17_000, 12_000), "has far too many pixels"),
        ("a.jpg", header_of_jpeg(12_000, 10_001), "has 12000 × 10001 pixels (JPEG: at most 120 million)"),
        (
            "a.jpg",
            header_of_jpeg(9000, 6000, is_progressive=True),
            "has 9000 × 6000 pixels (progressive JPEG: at most 50 million)",
        ),
    ],
)
@pytest.mark.filterwarnings("error")
def test_a_picture_that_would_fill_the_memory_is_refused_by_its_header(source: str, data: bytes, what: str) -> None:
    with pytest.raises(PictureError) as caught:
        read_source(source, data)

    assert str(caught.value) == what
    assert caught.value.remedy.startswith("make it smaller")


def test_a_large_picture_is_told() -> None:
    image = Image.new("L", (6000, 4001), 200)

    picture = read_source("a.jpg", saved("JPEG", image))

    assert picture.remark
    assert picture.remark[0].startswith("is larger than any page needs (24 million pixels, ")


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_photo_that_was_cut_off_and_given_an_end_is_told(mode: str) -> None:
    noise = Image.effect_noise((300, 400), 60).convert(mode)
    data = saved("JPEG", noise)
    half = data[: len(data) // 2]

    assert read_source("a.jpg", half.rstrip(b"\xff") + b"\xff\xd9").remark == (
        "is an even grey in its lower part",
        "look at it: if that part is missing, save or upload it anew",
    )
    assert read_source("a.jpg", data).remark is None
    assert read_source("a.jpg", saved("JPEG", Image.new(mode, (300, 400), "#808080"))).remark is None


@pytest.mark.parametrize(("transfer", "is_told"), [(16, True), (18, True), (13, False), (1, False)])
def test_a_picture_in_hdr_is_told(transfer: int, *, is_told: bool) -> None:
    plain, body = saved("PNG"), bytes((9, transfer, 0, 1))
    chunk = struct.pack(">L", 4) + b"cICP" + body + struct.pack(">L", zlib.crc32(b"cICP" + body))
    avif = bytearray(saved("AVIF"))
    at = avif.index(b"colrnclx") + 8
    avif[at : at + 4] = struct.pack(">HH", 9, transfer)

    for source, data in (("a.png", plain[:33] + chunk + plain[33:]), ("a.avif", bytes(avif))):
        remark = read_source(source, data).remark
        assert (remark is not None and remark[0].startswith("is in HDR")) is is_told, source


def test_a_heavy_motion_is_told() -> None:
    frames = [Image.effect_noise((600, 500), spread) for spread in range(20, 100, 10)]

    picture = read_source("a.gif", saved("GIF", frames[0], save_all=True, append_images=frames[1:]))

    assert picture.remark
    assert picture.remark[0].startswith("moves, and has ")


@pytest.mark.parametrize("data", [b"", b"hello", b"<html>", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"])
@pytest.mark.parametrize("source", ["a.jpg", "a.svg", "a.png"])
def test_what_is_no_picture_is_refused(source: str, data: bytes) -> None:
    with pytest.raises(PictureError) as caught:
        read_source(source, data)

    assert caught.value.remedy


def test_a_hostile_drawing_is_refused() -> None:
    with pytest.raises(PictureError, match="holds HTML"):
        read_source("a.svg", SVG.replace(b"/>", b"><foreignObject>x</foreignObject></svg>"))


@pytest.mark.parametrize("picture_format", ["jpeg", "png", "webp", "gif", "avif"])
def test_damage_anywhere_is_refused_or_goes_unseen_and_never_stops_a_build(picture_format: str) -> None:
    whole = saved(picture_format.upper())
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        data = bytearray(whole)
        data[at : at + 4] = b"\xff\x00\xff\x7f"
        try:
            picture = read_source(f"a.{picture_format}", bytes(data))
        except PictureError:
            continue
        assert picture.width > 0


@pytest.mark.slow
def test_a_photo_of_a_phone_costs_little() -> None:
    data = make_photograph(SUBJECTS[0]).read_bytes()
    read_source("a.jpg", data)

    start = time.process_time()
    picture = read_source("a.jpg", data)

    assert (picture.width, picture.height) == (4000, 3000)
    assert time.process_time() - start < 0.4  # 0.1 on an idle machine
