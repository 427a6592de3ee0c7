"""Round ticks, and numbers at them."""

import pytest

from plugins.newsroom.charts.scale import scale, written
from plugins.newsroom.words.catalogues import english


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([12, 37], (0, 10, 20, 30, 40)),
        ([0.1, 0.34], (0, 0.1, 0.2, 0.3, 0.4)),
        ([-2, 6], (-2, 0, 2, 4, 6)),
        ([-7, -3], (-8, -6, -4, -2, 0)),
        ([0, 0], (0, 0.2, 0.4, 0.6, 0.8, 1)),
        ([3e-12], (0, 1e-12, 2e-12, 3e-12)),
        ([1_234_567], (0, 250_000, 500_000, 750_000, 1_000_000, 1_250_000)),
    ],
)
def test_ticks_are_round_and_all_values_lie_between_them(values: list[float], ticks: tuple[float, ...]) -> None:
    assert scale(values).ticks == ticks


def test_lines_of_large_numbers_need_no_zero() -> None:
    assert scale([101, 117], has_zero=False).ticks == (100, 105, 110, 115, 120)


def test_lines_near_to_zero_begin_there() -> None:
    assert scale([20, 117], has_zero=False).low == 0


def test_the_share_of_a_value_counts_from_the_lowest_tick() -> None:
    assert scale([0, 40]).share(10) == 0.25


@pytest.mark.parametrize(
    ("value", "step", "has_comma", "text"),
    [
        (1000, 500, False, "1,000"),
        (-1000, 500, False, "−1,000"),
        (0.5, 0.25, False, "0.50"),
        (2.5, 2.5, True, "2,5"),
        (0.1, 0.1, False, "0.1"),
    ],
)
def test_a_tick_has_as_many_decimals_as_its_step(value: float, step: float, has_comma: bool, text: str) -> None:
    assert written(value, step, english(), has_comma=has_comma) == text


def test_one_large_number_has_room_above_it() -> None:
    assert scale([1e30], has_zero=False).high > 1e30
