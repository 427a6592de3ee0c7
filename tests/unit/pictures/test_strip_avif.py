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


@pytest.mark.parametrize("kind", [b"free", b"uuid", b"udta", b"what"])
def test_boxes_that_draw_nothing_are_emptied(kind: bytes) -> None:
    hidden = SECRETS["place"].encode()
    box = struct.pack(">L4s", 8 + len(hidden), kind) + hidden

    clean = avif_without_metadata(avif() + box)

    assert hidden not in clean
    assert clean.endswith(box[:8] + bytes(len(hidden)))
