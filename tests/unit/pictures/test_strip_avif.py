import io
import struct
from typing import Any

import pytest
from PIL import Image

from plugins.pictures.strip_avif import avif_without_metadata
from tests.tools.camera_metadata import SECRETS, exif, xmp

FRAMES = [Image.effect_noise((64, 48), spread).convert("RGB") for spread in (20, 50)]


def avif(**how: Any) -> bytes:
    out = io.BytesIO()
    FRAMES[0].save(out, "AVIF", exif=exif(), xmp=xmp(), **how)
    return out.getvalue()


def test_the_times_at_which_a_moving_picture_was_made_go() -> None:
    data = avif(save_all=True, append_images=FRAMES[1:])
    assert any(data[data.index(kind) + 8 :][:16].strip(b"\0") for kind in (b"mvhd", b"tkhd", b"mdhd"))

    clean = avif_without_metadata(data)

    for kind in (b"mvhd", b"tkhd", b"mdhd"):
        at = clean.index(kind) + 4
        assert clean[at + 4 : at + (20 if clean[at] else 12)].strip(b"\0") == b"", kind


def test_the_picture_stays_where_it_is() -> None:
    data = avif()

    clean = avif_without_metadata(data)

    assert len(clean) == len(data)
    assert clean.index(b"mdat") == data.index(b"mdat")
    assert b"Exif" not in clean
    assert b"rdf+xml" not in clean


def test_what_stands_behind_the_last_box_goes() -> None:
    hidden = SECRETS["place"].encode()

    assert avif_without_metadata(avif() + hidden) == avif_without_metadata(avif())


def inserted(data: bytes, at: int, added: bytes, *kinds: bytes) -> bytes:
    """Return a file of one picture with bytes put in: boxes round that place are larger, and the picture is farther."""
    place = data.index(struct.pack(">L", data.index(b"mdat") + 4), data.index(b"iloc"))
    data = increased(data, place, len(added))
    for kind in kinds:
        data = increased(data, data.index(kind) - 4, len(added))
    return data[:at] + added + data[at:]


def increased(data: bytes, at: int, number: int) -> bytes:
    return data[:at] + struct.pack(">L", struct.unpack_from(">L", data, at)[0] + number) + data[at + 4 :]


NOTE = b"hidden note of a phone"


def plain_avif() -> bytes:
    out = io.BytesIO()
    FRAMES[0].save(out, "AVIF")
    return out.getvalue()


@pytest.mark.parametrize("where", ["property", "box of items", "between pictures"])
def test_no_part_has_room_for_notes(where: str) -> None:
    data, box = plain_avif(), struct.pack(">L4s", 8 + len(NOTE), b"udes") + NOTE
    if where == "property":
        noted = inserted(data, data.index(b"ipco") + 4, box, b"ipco", b"iprp", b"meta")
        associations = noted.index(b"ipma") + 4  # their numbers are one more now
        count = noted[associations + 10]
        numbers = bytes(number + 1 for number in noted[associations + 11 : associations + 11 + count])
        noted = noted[: associations + 11] + numbers + noted[associations + 11 + count :]
    elif where == "box of items":
        noted = inserted(data, data.index(b"iprp") - 4, box, b"meta")
    else:
        noted = inserted(data, data.index(b"mdat") + 4, NOTE, b"mdat")
    assert Image.open(io.BytesIO(noted)).tobytes() == Image.open(io.BytesIO(data)).tobytes()

    clean = avif_without_metadata(noted)

    assert NOTE not in clean
    assert Image.open(io.BytesIO(clean)).tobytes() == Image.open(io.BytesIO(data)).tobytes()


@pytest.mark.parametrize("kind", [b"free", b"uuid", b"udta", b"what"])
def test_boxes_that_draw_nothing_are_emptied(kind: bytes) -> None:
    hidden = SECRETS["place"].encode()
    box = struct.pack(">L4s", 8 + len(hidden), kind) + hidden

    clean = avif_without_metadata(avif() + box)

    assert hidden not in clean
    assert clean.endswith(box[:8] + bytes(len(hidden)))
