import pytest

from plugins.pictures.values import MIDDLE, Crop, Developed, Print, Wish, focus_of_part, wish_named


@pytest.mark.parametrize(
    "wish",
    [
        Wish("pictures/a b.jpg"),
        Wish("pictures/a.jpg", crop=(10, 0, 80, 60)),
        Wish("pictures/a.jpg", focus=(40, 20), purpose="ratios"),
        Wish("pictures/a.jpg", crop=(0, 0, 50, 50), focus=(40, 20), purpose="ratios"),
        Wish("original", purpose="original"),
    ],
)
def test_a_wish_is_found_by_its_name(wish: Wish) -> None:
    assert wish_named(wish.name) == wish


def test_sizes_of_the_whole_picture_have_the_name_of_the_file() -> None:
    assert Wish("pictures/a.jpg", focus=(40, 20)).name == "pictures/a.jpg"


def test_a_file_that_serves_twice_is_one_print() -> None:
    own = Print("own.webp", 1200, 675, 9_000)

    assert Developed("k", 1200, 675, 0, modern=(own,), older=(own,)).prints == (own,)


@pytest.mark.parametrize(
    ("focus", "crop", "size", "expected"),
    [
        (MIDDLE, None, (4000, 3000), MIDDLE),
        (MIDDLE, None, (3000, 4000), (50, 20)),
        ((40, 70), None, (3000, 4000), (40, 70)),
        ((30, 20), (10, 0, 80, 60), (4000, 3000), (25, 33)),
        ((5, 90), (10, 0, 80, 60), (4000, 3000), (0, 100)),
        (MIDDLE, (40, 0, 20, 100), (800, 3000), (50, 20)),
    ],
)
def test_the_focal_point_of_a_part_is_told_in_percent_of_it(
    focus: tuple[int, int], crop: Crop | None, size: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert focus_of_part(focus, crop, *size) == expected
