"""The plane of columns and lines."""

import pytest

from plugins.newsroom.charts.chart_values import ChartData, Series
from plugins.newsroom.charts.plot import HEIGHT, TOP, Plot
from plugins.newsroom.charts.scale import scale
from plugins.newsroom.words.catalogues import english


def plot(labels: list[str], *, is_rtl: bool = False, after: str = "") -> Plot:
    values = tuple(float(number) for number in range(len(labels)))
    data = ChartData(tuple(labels), values, True, (Series("a", values, tuple(labels)),), after=after)
    return Plot(data, scale(values), english(), is_rtl)


def test_the_highest_tick_is_at_the_top_and_the_lowest_at_the_bottom() -> None:
    found = plot(["2024", "2025", "2026"])

    assert (found.y(found.scale.high), found.y(found.scale.low)) == (TOP, TOP + HEIGHT)


def test_from_right_to_left_places_are_mirrored() -> None:
    assert plot(["a"], is_rtl=True).x(0.25) == 0.75


@pytest.mark.parametrize(("after", "first"), [(" %", "0.0 %"), (" containers", "0.0")])
def test_a_short_unit_stands_at_each_tick(after: str, first: str) -> None:
    assert plot(["2024", "2025"], after=after).tick_labels[0] == first


def test_labels_that_have_no_room_on_a_phone_stand_in_a_wide_column_only() -> None:
    labels = plot([str(year) for year in range(2000, 2020)]).labels([row / 19 for row in range(20)], 20)

    narrow = [label for label in labels if "chart__more" not in label]
    assert len(narrow) < len(labels) < 20
    assert ">2000<" in narrow[0]
