"""Bars that stand."""

import re

from plugins.newsroom.charts.chart_values import ChartData, Series
from plugins.newsroom.charts.draw_columns import draw_columns, fits_columns
from plugins.newsroom.charts.plot import HEIGHT, TOP
from plugins.newsroom.words.catalogues import english


def data(labels: tuple[str, ...], *series: tuple[float | None, ...]) -> ChartData:
    return ChartData(
        labels,
        tuple(map(float, range(len(labels)))),
        False,
        tuple(Series(f"s{number}", values, labels) for number, values in enumerate(series)),
    )


def test_a_column_is_as_high_as_its_number() -> None:
    drawing = draw_columns(data(("Q1", "Q2"), (40, 10)), english(), is_rtl=False)

    heights = re.findall(
        r'<rect class="[^"]*" x="([^"]*)" width="([^"]*)" y="([^"]*)" height="([^"]*)"', drawing.markup
    )
    assert heights == [
        ("6.5%", "37%", str(TOP), str(HEIGHT)),
        ("56.5%", "37%", str(TOP + HEIGHT * 3 // 4), str(HEIGHT // 4)),
    ]


def test_series_stand_side_by_side_and_need_a_legend() -> None:
    drawing = draw_columns(data(("Q1",), (4,), (None,), (2,)), english(), is_rtl=False)

    assert re.findall(r"chart__s\d", drawing.markup) == ["chart__s1", "chart__s3"]
    assert not drawing.has_names


def test_names_without_room_are_given_bars_that_lie() -> None:
    long = data(("Printed trade weeklies", "Newsletters and podcasts"), (1, 2))

    assert not fits_columns(long, english())
    assert draw_columns(long, english(), is_rtl=False).form == "bars"
