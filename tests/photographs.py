"""Photographs for tests, made by code: the sizes, bytes and metadata of a phone's, and the same bytes every time.

They look enough like photographs for encoders: brightness falls off as 1/f, things have edges, far ones are blurred,
faces are smooth, and the sensor adds noise. They are kept in `.cache/test-photographs`, named by all that they are made
from. `make_photograph` makes one; `SUBJECTS` are six to lay into a publication.
"""

import hashlib
import os
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from tests.tools.camera_metadata import as_taken_by_a_phone

if TYPE_CHECKING:
    from numpy.typing import NDArray

KEPT = Path(__file__).parents[1] / ".cache" / "test-photographs"

RECIPE = 1
"""Counts changes of the drawing, so that kept photographs of an earlier one are not taken for it."""

PHONE = (4000, 3000)
"""Width and height of a picture of 12 megapixels, as phones take them."""


class Subject(NamedTuple):
    """A photograph to make: chance decides on the scene, `noise` is the sensor's in levels of 255."""

    seed: int
    width: int = PHONE[0]
    height: int = PHONE[1]
    faces: int = 0
    noise: float = 5.0


SUBJECTS = (
    Subject(1),
    Subject(2, faces=3),
    Subject(3, noise=9.0),
    Subject(4, *PHONE[::-1], faces=1),
    Subject(5, *PHONE[::-1]),
    Subject(6, faces=6, noise=3.0),
)
"""Six photographs of 12 megapixels, two of them upright, of 2 to 5 MB each."""

UNDONE_BY = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""By EXIF orientation: the turn after which a viewer that heeds it shows the picture upright again."""


def make_photograph(subject: Subject, orientation: int = 1, quality: int = 90, has_metadata: bool = True) -> Path:
    """Return the file of a JPEG that is upright at `subject`'s width and height once its orientation is heeded.

    With metadata it has all that `camera_metadata.py` knows of, and is never to be published so.
    """
    wanted = (RECIPE, *subject, orientation, quality, has_metadata)
    name = hashlib.sha256(repr((wanted, np.__version__, Image.__version__)).encode()).hexdigest()[:16]
    place = KEPT / f"{subject.width}x{subject.height}-{name}.jpg"
    if not place.exists():
        picture = _upright(subject)
        turn = UNDONE_BY[orientation]
        if turn is not None:  # the first of the turns is 0
            picture = picture.transpose(turn)
        file = BytesIO()
        picture.save(file, "JPEG", quality=quality)
        data = file.getvalue()
        _keep(place, as_taken_by_a_phone(data, orientation) if has_metadata else data)
    return place


def photograph(subject: Subject, orientation: int = 1, quality: int = 90, has_metadata: bool = True) -> bytes:
    """Return the bytes of the file that `make_photograph` makes."""
    return make_photograph(subject, orientation, quality, has_metadata).read_bytes()


def _keep(place: Path, data: bytes) -> None:
    """Write a file as a whole: several workers may want the same photograph at once."""
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_suffix(f".{os.getpid()}.tmp")
    unfinished.write_bytes(data)
    unfinished.replace(place)


@cache
def _last_drawn(subject: Subject) -> Image.Image:
    return _draw(subject)


def _upright(subject: Subject) -> Image.Image:
    """Return the picture; only the last one stays in memory, for all its orientations are often asked for in turn."""
    if _last_drawn.cache_info().currsize:
        hits = _last_drawn.cache_info().hits
        picture = _last_drawn(subject)
        if _last_drawn.cache_info().hits > hits:
            return picture
        _last_drawn.cache_clear()
    return _last_drawn(subject)


def _draw(subject: Subject) -> Image.Image:
    """Return the scene: far things out of focus, near ones sharp with a grain of their own, noise over all."""
    chance = np.random.default_rng([RECIPE, *map(int, subject[:4])])
    size = (subject.width, subject.height)
    picture = _background(chance, size)
    _draw_things(picture, chance, count=14)
    picture = picture.resize((max(1, size[0] // 6), max(1, size[1] // 6)), Image.Resampling.BOX)
    picture = picture.filter(ImageFilter.GaussianBlur(1.5)).resize(size, Image.Resampling.BICUBIC)
    _draw_things(picture, chance, count=9)
    _draw_faces(picture, chance, subject.faces)
    return _with_grain(picture, chance, subject.noise)


def _background(chance: np.random.Generator, size: tuple[int, int]) -> Image.Image:
    """Return clouds in three colours, made small: nothing in them is sharp."""
    bands = [_fractal(chance, 384, power=1.6) for _ in range(2)]
    shades = chance.uniform(30, 225, (2, 3))
    mixed = shades[0] + (shades[1] - shades[0]) * bands[0][..., None] + 36 * (bands[1][..., None] - 0.5)
    return Image.fromarray(np.clip(mixed, 0, 255).astype(np.uint8)).resize(size, Image.Resampling.BICUBIC)


def _fractal(chance: np.random.Generator, side: int, power: float) -> "NDArray[np.float32]":
    """Return a square whose spectrum falls off as 1/f to that power, as natural scenes do, from 0 to 1."""
    rows, columns = np.fft.fftfreq(side)[:, None], np.fft.rfftfreq(side)[None, :]
    frequency = np.hypot(rows, columns)
    frequency[0, 0] = 1.0
    phase = np.exp(2j * np.pi * chance.random(frequency.shape))
    field = np.fft.irfft2(phase / frequency**power, s=(side, side))
    low, high = np.percentile(field, (1, 99))
    return np.clip((field - low) / (high - low), 0, 1).astype(np.float32)


def _draw_things(picture: Image.Image, chance: np.random.Generator, count: int) -> None:
    """Draw houses, poles and leaves: straight edges, thin lines, round outlines."""
    pen = ImageDraw.Draw(picture)
    width, height = picture.size
    for _ in range(count):
        x, y = chance.uniform(0, width), chance.uniform(height * 0.3, height)
        across, down = chance.uniform(0.02, 0.22) * width, chance.uniform(0.05, 0.35) * height
        ink = tuple(int(level) for level in chance.integers(15, 240, 3))
        match int(chance.integers(3)):
            case 0:
                lean = chance.uniform(-0.2, 0.2) * across
                pen.polygon([(x, y), (x + across, y), (x + across + lean, y + down), (x + lean, y + down)], fill=ink)
            case 1:
                pen.line([(x, y), (x + chance.uniform(-1, 1) * across, y - down)], fill=ink, width=max(1, width // 220))
            case _:
                pen.ellipse([x, y, x + across, y + min(down, across)], fill=ink)


def _draw_faces(picture: Image.Image, chance: np.random.Generator, count: int) -> None:
    """Draw heads in the upper half: a smooth oval with hair, eyes and a mouth, which a crop must not cut off."""
    pen = ImageDraw.Draw(picture)
    width, height = picture.size
    for place in range(count):
        tall = chance.uniform(0.16, 0.24) * height
        wide, middle, top = tall * 0.75, width * (place + 0.5) / count, chance.uniform(0.08, 0.22) * height
        red = int(chance.integers(110, 235))
        skin = (red, int(red * 0.78), int(red * 0.66))
        pen.ellipse([middle - wide * 0.56, top - tall * 0.1, middle + wide * 0.56, top + tall * 0.8], fill=(48, 36, 30))
        pen.ellipse([middle - wide * 0.5, top, middle + wide * 0.5, top + tall], fill=skin)
        for side in (-0.2, 0.2):
            eye = middle + side * wide
            pen.ellipse([eye - wide * 0.07, top + tall * 0.42, eye + wide * 0.07, top + tall * 0.48], fill=(30, 24, 24))
        pen.ellipse(
            [middle - wide * 0.16, top + tall * 0.72, middle + wide * 0.16, top + tall * 0.78], fill=(150, 70, 70)
        )
        pen.rectangle(
            [middle - wide, top + tall * 1.02, middle + wide, height], fill=tuple(map(int, chance.integers(20, 200, 3)))
        )


def _with_grain(picture: Image.Image, chance: np.random.Generator, noise: float) -> Image.Image:
    """Return the picture with the fine structure of surfaces where it is sharp, and the sensor's noise.

    Both come from a tile that is laid side by side: noise for each of 12 million pixels costs a second, and encoders
    see no difference.
    """
    side = 512
    surface = np.asarray(Image.fromarray(_fractal(chance, side, power=1.0) * 44 - 22))
    sensor = chance.normal(0, noise, (side, side, 3)).astype(np.float32)
    tile = surface[..., None] * 0.6 + sensor
    levels = np.asarray(picture).copy()
    for top in range(0, picture.height, side):
        for left in range(0, picture.width, side):
            part = levels[top : top + side, left : left + side]
            turned = np.rot90(tile, (top // side + left // side) % 4)[: part.shape[0], : part.shape[1]]
            part[...] = np.clip(part + turned, 0, 255)
    return Image.fromarray(levels)
