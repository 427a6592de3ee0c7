"""The widths of a picture, and the choice among its files: exact counts of bytes."""

import pytest

from plugins.pictures.developing.ladder import modern_ladder, older_ladder, older_widths, rung_height, rung_widths
from plugins.pictures.values import Print

WIDTHS = (320, 480, 720, 960, 1200, 1600)


def avif(width: int, size: int) -> Print:
    return Print(f"{width}.avif", width, width // 2, size)


def jpeg(width: int, size: int) -> Print:
    return Print(f"{width}.jpg", width, width // 2, size)


def whole(width: int, size: int, suffix: str = "webp") -> Print:
    return Print(f"{width}x{width // 2}.{suffix}", width, width // 2, size)


def names(prints: tuple[Print, ...]) -> list[str]:
    return [made.name for made in prints]


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((4000, 3000), (320, 480, 720, 960, 1200, 1600)),
        ((3000, 4000), (320, 480, 720, 960, 1200)),
        ((3000, 3000), (320, 480, 720, 960, 1200, 1600)),
        ((1600, 900), (320, 480, 720, 960, 1200, 1600)),
        ((1500, 900), (320, 480, 720, 960, 1200, 1500)),
        ((1250, 900), (320, 480, 720, 960, 1250)),
        ((1000, 900), (320, 480, 720, 1000)),
        ((350, 900), (350,)),
        ((1, 1), (1,)),
        ((20_000, 300), (320, 480, 720, 960, 1200, 1600)),
        ((1000, 19_000), (320, 480, 648)),
        ((1, 20_000), (1,)),
    ],
)
def test_no_rung_is_wider_than_the_picture_or_nearly_as_wide_as_the_next(
    size: tuple[int, int], widths: tuple[int, ...]
) -> None:
    assert rung_widths(*size) == widths


@pytest.mark.parametrize(
    ("rung", "size", "height"),
    [(480, (1600, 900), 270), (648, (1000, 19_000), 12_312), (1, (1, 20_000), 16_000), (320, (20_000, 1), 1)],
)
def test_a_rung_has_a_height_that_encoders_take(rung: int, size: tuple[int, int], height: int) -> None:
    assert rung_height(rung, *size) == height


@pytest.mark.parametrize(
    ("widths", "older"),
    [
        (WIDTHS, (480, 1200)),
        ((320, 480, 720, 960, 1200, 1400), (480, 1200)),
        ((320, 480, 720, 960, 1250), (480, 1250)),
        ((320, 480, 720), (480, 720)),
        ((320, 500), (500,)),
        ((90,), (90,)),
    ],
)
def test_older_browsers_get_two_of_the_widths(widths: tuple[int, ...], older: tuple[int, ...]) -> None:
    assert older_widths(widths) == older


SAW = [(320, 6_942), (480, 13_660), (720, 28_151), (960, 45_135), (1200, 64_873), (1600, 82_732)]


@pytest.mark.parametrize(
    ("sizes", "whole_bytes", "limit", "offered"),
    [
        pytest.param(SAW, None, 829_183, SAW, id="a photograph has all rungs"),
        pytest.param(SAW, None, 50_000, SAW[:4], id="none has more bytes than a file that is too large to show"),
        pytest.param(SAW, None, 45_134, SAW[:3], id="not one byte more"),
        pytest.param(SAW, None, 45_135, SAW[:4], id="as many bytes are allowed"),
        pytest.param(SAW, None, 1_000, SAW[:1], id="one there must be"),
        pytest.param(SAW, None, None, SAW, id="a part of a file has nothing to be compared with"),
    ],
)
def test_rungs_where_the_file_itself_cannot_be_shown(
    sizes: list[tuple[int, int]], whole_bytes: None, limit: int | None, offered: list[tuple[int, int]]
) -> None:
    rungs = [avif(*each) for each in sizes]

    assert modern_ladder(rungs, whole_bytes, limit) == tuple(avif(*each) for each in offered)


@pytest.mark.parametrize(
    ("sizes", "saved", "offered"),
    [
        pytest.param([(320, 5_800), (480, 10_300)], 9_800, ["320.avif", "1200x600.webp"], id="a drawing"),
        pytest.param([(320, 6_860), (1200, 9_801)], 9_800, ["320.avif", "1200x600.webp"], id="70 % are worth it"),
        pytest.param([(320, 6_861), (1200, 9_801)], 9_800, ["1200x600.webp"], id="a byte more is not"),
        pytest.param([(320, 3_000), (1200, 9_799)], 9_800, ["320.avif", "1200.avif"], id="the widest saves a byte"),
        pytest.param([(320, 3_000), (1200, 9_800)], 9_800, ["320.avif", "1200.avif"], id="or is as small"),
        pytest.param([(320, 12_000)], 9_800, ["1200x600.webp"], id="nothing smaller there is"),
    ],
)
def test_the_whole_file_is_the_widest_where_it_has_fewer_bytes(
    sizes: list[tuple[int, int]], saved: int, offered: list[str]
) -> None:
    rungs = [avif(*each) for each in sizes]

    assert names(modern_ladder(rungs, whole(1200, saved), saved)) == offered


@pytest.mark.parametrize(
    ("sizes", "saved", "offered"),
    [
        ([(480, 26_482), (1200, 128_022)], None, ["480.jpg", "1200.jpg"]),
        ([(480, 26_482), (1200, 128_022)], 829_183, ["480.jpg", "1200.jpg"]),
        ([(480, 129_000), (1200, 128_022)], None, ["1200.jpg"]),
        ([(480, 15_915), (1200, 50_000)], 50_427, ["480.jpg", "1200x600.webp"]),
        ([(480, 7_000), (1200, 20_000)], 10_000, ["480.jpg", "1200x600.webp"]),
        ([(480, 7_001), (1200, 20_000)], 10_000, ["1200x600.webp"]),
        ([(480, 6_000), (1200, 7_000)], 10_000, ["480.jpg", "1200.jpg"]),
        ([(480, 6_000), (1200, 7_001)], 10_000, ["480.jpg", "1200x600.webp"]),
    ],
)
def test_there_is_always_a_file_for_older_browsers(
    sizes: list[tuple[int, int]], saved: int | None, offered: list[str]
) -> None:
    rungs = [jpeg(*each) for each in sizes]
    file = whole(1200, saved) if saved else None

    assert names(older_ladder(rungs, file)) == offered
