"""Bars that lie."""

import re

from plugins.newsroom.charts.chart_values import ChartData, Series
from plugins.newsroom.charts.draw_bars import draw_bars


def bars(*rows: tuple[str, float | None, str], is_rtl: bool = False) -> str:
    labels, values, texts = zip(*rows, strict=True)
    data = ChartData(labels, tuple(map(float, range(len(rows)))), False, (Series("a", values, texts),))
    return draw_bars(data, is_rtl=is_rtl).markup


def rects(markup: str) -> list[tuple[str, str]]:
    """Return begin and width of each bar."""
    return re.findall(r'<rect class="[^"]*" x="([^"]*)" width="([^"]*)"', markup)


def test_a_bar_is_as_long_as_its_number_to_the_largest() -> None:
    assert rects(bars(("a", 40, "40"), ("b", 10, "10"))) == [("0%", "100%"), ("0%", "25%")]


def test_bars_below_zero_lie_on_the_other_side() -> None:
    assert rects(bars(("a", 30, "30"), ("b", -10, "−10"))) == [("25%", "75%"), ("0%", "25%")]


def test_from_right_to_left_bars_begin_at_the_right() -> None:
    assert rects(bars(("a", 40, "40"), ("b", 10, "10"), is_rtl=True)) == [("0%", "100%"), ("75%", "25%")]


def test_the_digits_of_the_author_stand_at_the_bars() -> None:
    markup = bars(("a", 1234.5, "$1,234.50"), ("b", None, "n/a"), ("c", None, ""))

    assert re.findall(r">([^<>]+)</text>", markup) == ["a", "b", "c", "$1,234.50", "n/a", "–"]


def test_short_names_stand_beside_their_bars_and_long_ones_above() -> None:
    beside, above = bars(("China", 1, "1")), bars(("Printed trade weeklies with many paid subscriptions", 1, "1"))

    assert 'text-anchor="end">China<' in beside
    assert above.count('class="chart__label"') == 2
    assert 'text-anchor="end"' not in above


def test_the_names_of_an_author_are_escaped() -> None:
    assert "&lt;script&gt;" in bars(("<script>", 1, "1"))


def test_noughts_alone_can_be_drawn() -> None:
    assert rects(bars(("a", 0, "0"))) == []
