"""Likeness of developed photographs to the author's, as eyes see it: SSIMULACRA2, where 100 is the same and 70 is good.

Below 50, most people see a difference without looking for it.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from plugins.pictures.developing.develop import Development, develop_together
from plugins.pictures.upright import open_upright
from tests.photographs import SUBJECTS, make_photograph
from tests.tools.chance import thinned
from tests.unit.pictures.negatives import negative_of

FLOOR = 60
"""For what screens of single density show pixel by pixel."""
FLOOR_OF_WIDEST = 50
"""For the rung that only screens of double density and more ask for, whose pixels are a quarter as large."""
NOISY, UPRIGHT = 2, 3
"""The subjects that encoders find hardest."""


@cache
def developed(subject: int, folder: Path) -> tuple[Image.Image, Mapping[str, bytes]]:
    """Return a photograph with all its pixels, and the files made from it."""
    data = make_photograph(SUBJECTS[subject], has_metadata=False).read_bytes()
    (made,) = develop_together([negative_of(folder / "a.jpg", data)], data)
    assert isinstance(made, Development)
    return open_upright(data), made.files


RUNGS = [
    (NOISY, "320.avif", FLOOR),
    (NOISY, "720.avif", FLOOR),
    (NOISY, "1200.avif", FLOOR),
    (NOISY, "1600.avif", FLOOR_OF_WIDEST),
    (NOISY, "1200.jpg", FLOOR),
    (UPRIGHT, "320.avif", FLOOR),
    (UPRIGHT, "720.avif", FLOOR),
    (UPRIGHT, "480.jpg", FLOOR),
]


@pytest.mark.slow
@pytest.mark.parametrize(("subject", "name", "floor"), thinned(RUNGS, "rungs"))
def test_a_rung_looks_like_the_photograph_in_its_size(
    subject: int, name: str, floor: int, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from ssimulacra2 import compute_ssimulacra2  # here, because it brings SciPy: 0.4 s in every worker

    photograph, files = developed(subject, tmp_path_factory.getbasetemp())
    saved, shown = tmp_path / "saved.png", tmp_path / "shown.png"
    (tmp_path / name).write_bytes(files[name])
    with Image.open(tmp_path / name) as rung:
        rung.convert("RGB").save(shown, compress_level=0)
        photograph.resize(rung.size, Image.Resampling.LANCZOS).save(saved, compress_level=0)

    assert compute_ssimulacra2(str(saved), str(shown)) >= floor
