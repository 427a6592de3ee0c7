"""Lines, their gaps and their names."""

import pytest

from plugins.newsroom.charts.chart_values import ChartData, Drawing, Series
from plugins.newsroom.charts.draw_lines import apart, draw_lines
from plugins.newsroom.charts.plot import HEIGHT, TOP
from plugins.newsroom.words.catalogues import english


def lines(*series: tuple[str, tuple[float | None, ...]], is_rtl: bool = False) -> Drawing:
    count = len(series[0][1])
    labels = tuple(str(2020 + number) for number in range(count))
    shown = tuple(Series(name, values, labels) for name, values in series)
    return draw_lines(ChartData(labels, tuple(map(float, range(count))), True, shown), english(), is_rtl=is_rtl)


def test_a_line_goes_through_its_numbers() -> None:
    assert f'points="0,{TOP + HEIGHT} 500,{TOP} 1000,{TOP + HEIGHT // 2}"' in lines(("a", (0, 10, 5))).markup


def test_a_line_is_broken_where_a_number_is_missing_and_one_alone_is_a_dot() -> None:
    markup = lines(("a", (1, 2, None, 4, None, 6, 7))).markup

    assert (markup.count("<polyline"), markup.count("<circle")) == (2, 2)


def test_short_names_stand_at_the_ends_of_their_lines_and_long_ones_in_a_legend() -> None:
    short = lines(("Ships", (1, 2)), ("Planes", (2, 3)))
    long = lines(("Ships of all sizes together", (1, 2)), ("Planes", (2, 3)))

    assert (short.has_names, ">Ships</text>" in short.markup) == (True, True)
    assert (long.has_names, "Ships" in long.markup) == (False, False)


def test_names_without_room_below_are_left_out() -> None:
    labels = tuple(f"{month}/15/2025" for month in range(1, 13))
    numbers = tuple(map(float, range(12)))
    data = ChartData(labels, numbers, False, (Series("a", numbers, labels),))

    markup = draw_lines(data, english(), is_rtl=False).markup

    assert 1 < sum(f">{label}</text>" in markup for label in labels) < 8


def test_from_right_to_left_the_first_number_is_at_the_right() -> None:
    assert 'points="1000,' in lines(("a", (0, 10)), is_rtl=True).markup


@pytest.mark.parametrize(
    ("places", "expected"),
    [([10, 12, 90], [10, 26, 90]), ([95, 96, 97], [68, 84, 100]), ([50], [50]), ([-5, -4], [0, 16])],
)
def test_names_are_moved_apart_and_stay_within_bounds(places: list[float], expected: list[float]) -> None:
    assert apart(places, 16, 0, 100) == expected


def test_the_same_numbers_are_the_same_bytes() -> None:
    assert lines(("a", (0.1, 1 / 3))) == lines(("a", (0.1, 1 / 3)))
