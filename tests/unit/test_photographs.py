"""The photographs that other tests are fed: upright however they are stored, and full of what may not be published."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageOps

from tests.photographs import UNDONE_BY, Subject, photograph
from tests.tools.camera_metadata import SECRETS

SMALL = Subject(7, 400, 300, faces=1)


def test_every_orientation_shows_the_same_picture_upright() -> None:
    shown = [ImageOps.exif_transpose(Image.open(BytesIO(photograph(SMALL, turn)))) for turn in UNDONE_BY]
    apart = [np.abs(np.asarray(picture, dtype=int) - np.asarray(shown[0], dtype=int)).mean() for picture in shown]

    assert {picture.size for picture in shown} == {(400, 300)}
    assert max(apart) < 6  # JPEG keeps colour by blocks, which lie elsewhere in a turned picture


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
def test_metadata_of_a_phone_stands_in_the_bytes(secret: str) -> None:
    assert secret.encode() in photograph(SMALL)


def test_a_photograph_without_metadata_tells_nothing() -> None:
    data = photograph(SMALL, has_metadata=False)

    assert not [secret for secret in SECRETS.values() if secret.encode() in data]
    assert not Image.open(BytesIO(data)).getexif()
