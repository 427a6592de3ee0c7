"""The part of a picture that is shown: its crop, its ratios round the focal point, its tone."""

from pathlib import Path

import pytest
from PIL import Image

from plugins.pictures.developing.shown_part import ShownPart, open_part
from tests.unit.pictures.negatives import drawing, encoded_as, negative_of, small_photograph


def part_of(image: Image.Image) -> ShownPart:
    return ShownPart(image, (0, 0, image.width, image.height), image.width, image.height)


@pytest.mark.parametrize(
    ("size", "ratio", "focus", "box"),
    [
        ((400, 300), (1, 1), (50, 50), (50, 0, 350, 300)),
        ((400, 300), (1, 1), (0, 50), (0, 0, 300, 300)),
        ((400, 300), (1, 1), (100, 0), (100, 0, 400, 300)),
        ((400, 300), (1, 1), (40, 90), (10, 0, 310, 300)),
        ((400, 300), (4, 3), (0, 0), (0, 0, 400, 300)),
        ((320, 400), (16, 9), (50, 20), (0, 0, 320, 180)),
        ((320, 400), (16, 9), (50, 50), (0, 110, 320, 290)),
        ((320, 400), (16, 9), (50, 95), (0, 220, 320, 400)),
    ],
)
def test_a_ratio_is_taken_round_the_focal_point_as_far_as_the_edges_allow(
    size: tuple[int, int], ratio: tuple[int, int], focus: tuple[int, int], box: tuple[float, ...]
) -> None:
    inner = part_of(Image.new("RGB", size)).inside(ratio, focus)

    assert inner.box == pytest.approx(box)
    assert (inner.width, inner.height) == (round(box[2] - box[0]), round(box[3] - box[1]))


def test_a_ratio_of_a_part_stays_inside_the_part() -> None:
    part = ShownPart(Image.new("RGB", (1000, 1000)), (500, 200, 900, 400), 800, 400)

    inner = part.inside((1, 1), (100, 50))

    assert inner.box == pytest.approx((700, 200, 900, 400))
    assert (inner.width, inner.height) == (400, 400)


def test_a_crop_is_opened_in_pixels_of_the_author(tmp_path: Path) -> None:
    part = open_part(small_photograph(tmp_path, crop=(10, 0, 80, 60)), (tmp_path / "small.jpg").read_bytes())

    assert (part.width, part.height) == (640, 360)
    assert part.box == (80, 0, 720, 360)


@pytest.mark.parametrize("crop", [(99, 99, 1, 1), (0, 0, 100, 1), (33, 33, 33, 33)])
def test_the_smallest_crop_has_pixels(tmp_path: Path, crop: tuple[int, int, int, int]) -> None:
    negative = negative_of(tmp_path / "a.png", encoded_as(drawing(40, 30), "PNG"), crop=crop)
    part = open_part(negative, (tmp_path / "a.png").read_bytes())

    assert part.width >= 1
    assert part.height >= 1
    assert part.resized(part.width, part.height).size == (part.width, part.height)


def test_a_picture_is_decoded_no_larger_than_it_is_shown(tmp_path: Path) -> None:
    data = encoded_as(Image.new("RGB", (6400, 4800)), "JPEG")

    part = open_part(negative_of(tmp_path / "a.jpg", data), data)

    assert part.image.size == (1600, 1200)
    assert (part.width, part.height) == (6400, 4800)


def test_a_picture_through_which_nothing_is_seen_has_no_alpha(tmp_path: Path) -> None:
    opaque, clear = Image.new("RGBA", (4, 4), "#123f"), Image.new("RGBA", (4, 4), "#1238")
    found = []
    for image in (opaque, clear):
        data = encoded_as(image, "PNG")
        found.append(open_part(negative_of(tmp_path / "a.png", data), data).image.mode)

    assert found == ["RGB", "RGBA"]


def test_pixels_as_saved_are_only_there_where_none_was_lost() -> None:
    image = drawing(400, 300)
    half = ShownPart(image, (0, 0, 200, 150), 200, 150).as_it_is()

    assert part_of(image).as_it_is() == image
    assert half is not None
    assert half.tobytes() == image.crop((0, 0, 200, 150)).tobytes()
    assert ShownPart(image, (0, 0, 400, 300), 800, 600).as_it_is() is None
    assert ShownPart(image, (0.5, 0, 200.5, 150), 200, 150).as_it_is() is None


@pytest.mark.parametrize(("colour", "tone"), [("black", 0), ("white", 7), ("#fff0", 7), ("#0000", 7)])
def test_the_tone_is_that_of_the_average_as_seen_on_white(colour: str, tone: int) -> None:
    assert part_of(Image.new("RGBA", (8, 8), colour)).tone() == tone


def test_a_small_part_of_a_huge_picture_is_decoded_at_half_its_sides_for_memory(tmp_path: Path) -> None:
    data = encoded_as(Image.new("L", (6001, 5201)), "PNG")

    part = open_part(negative_of(tmp_path / "a.png", data, crop=(0, 0, 10, 10)), data)

    assert part.image.size == (3001, 2601)
    assert (part.width, part.height) == (600, 520)
