"""Rows of galleries."""

import pytest

from plugins.desk.publication.gallery_rows import PHONE_ROW, fits, row_lengths, shape_of

PORTRAIT, SQUARE, PHOTO, WIDE = 75, 100, 150, 178


@pytest.mark.parametrize(
    ("shapes", "expected"),
    [
        ([PHOTO, PHOTO], [2]),
        ([WIDE, WIDE], [2]),
        ([PORTRAIT] * 3, [3]),
        ([PHOTO] * 3, [3]),
        ([PHOTO] * 4, [2, 2]),
        ([PHOTO] * 5, [2, 3]),
        ([PHOTO] * 7, [2, 2, 3]),
        ([PORTRAIT, WIDE, SQUARE, PHOTO, PORTRAIT], [2, 3]),
        ([WIDE, PORTRAIT], [2]),
        ([260, 260], [1, 1]),
    ],
)
def test_rows_are_about_as_high_as_each_other(shapes: list[int], expected: list[int]) -> None:
    assert row_lengths(shapes) == expected


def test_on_a_phone_fewer_stand_in_a_row() -> None:
    assert row_lengths([PHOTO] * 3, PHONE_ROW) == [1, 1, 1]
    assert row_lengths([PORTRAIT] * 4, PHONE_ROW) == [2, 2]


@pytest.mark.parametrize(
    ("size", "shape"), [((3000, 2000), 150), ((1080, 1920), 56), ((1600, 1000), 160), ((1, 9), 36)]
)
def test_the_nearest_shape_is_taken(size: tuple[int, int], shape: int) -> None:
    assert shape_of(*size) == shape


def test_a_panorama_does_not_fit_any_shape_and_a_photograph_does() -> None:
    assert not fits(5000, 1000)
    assert fits(4000, 3000)
    assert fits(4000, 1000)
