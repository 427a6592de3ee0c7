"""Keys of developed pictures: whatever a file depends on is in them, and nothing else."""

import re
from typing import Any

import pytest

from plugins.pictures.developing.recipe import TONES, encoder_versions, picture_key, recipe_text, tone_of
from plugins.pictures.values import MIDDLE, Negative, SourcePicture

PHOTOGRAPH = Negative("content/a.jpg", SourcePicture("a.jpg", "jpeg", 4000, 3000, 5_000_000), b"1" * 16)
DRAWING = PHOTOGRAPH._replace(source=PHOTOGRAPH.source._replace(format="svg"))
MOVING = PHOTOGRAPH._replace(source=PHOTOGRAPH.source._replace(format="gif", is_animated=True))


@pytest.mark.parametrize(
    "change",
    [
        {"digest": b"2" * 16},
        {"crop": (0, 0, 50, 50)},
        {"purpose": "ratios"},
        {"purpose": "original"},
    ],
)
def test_another_content_or_wish_has_another_key(change: dict[str, Any]) -> None:
    assert picture_key(PHOTOGRAPH._replace(**change)) != picture_key(PHOTOGRAPH)


@pytest.mark.parametrize(
    ("negative", "change"),
    [
        (PHOTOGRAPH, {"place": "content/b.jpg", "source": PHOTOGRAPH.source._replace(source="b.jpg")}),
        (PHOTOGRAPH, {"focus": (10, 10)}),
        (PHOTOGRAPH._replace(purpose="original"), {"crop": (0, 0, 50, 50)}),
        (DRAWING._replace(purpose="ratios"), {"crop": (0, 0, 50, 50)}),
    ],
)
def test_name_place_and_wishes_that_change_no_file_change_no_key(negative: Negative, change: dict[str, Any]) -> None:
    assert picture_key(negative._replace(**change)) == picture_key(negative)


def test_the_focal_point_counts_for_ratios() -> None:
    ratios = PHOTOGRAPH._replace(purpose="ratios")

    assert picture_key(ratios._replace(focus=(10, 10))) != picture_key(ratios)


def test_qualities_and_widths_are_told_in_the_recipe() -> None:
    assert "'quality': 50, 'speed': 8, 'max_threads': 1, 'autotiling': False" in recipe_text("sizes", None, MIDDLE)
    assert "(320, 480, 720, 960, 1200, 1600)" in recipe_text("sizes", None, MIDDLE)


def test_the_encoders_count_by_version() -> None:
    assert re.fullmatch(
        r"Pillow \d+, libavif [\d.]+, codecs .*aom.*[\d.]+, libjpeg-turbo [\d.]+, libwebp [\d.]+", encoder_versions()
    )


@pytest.mark.parametrize(("number", "tone"), list(enumerate(TONES)))
def test_every_tone_stands_for_itself(number: int, tone: tuple[int, int, int]) -> None:
    assert tone_of(tone) == number


@pytest.mark.parametrize(
    ("colour", "number"), [((0, 0, 0), 0), ((255, 255, 255), 7), ((120, 140, 165), 5), ((170, 130, 100), 3)]
)
def test_a_colour_has_the_nearest_tone(colour: tuple[int, int, int], number: int) -> None:
    assert tone_of(colour) == number
