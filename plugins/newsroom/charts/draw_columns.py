"""Bars that stand: side by side, over their names or dates."""

from plugins.newsroom.charts.chart_values import ChartData, Drawing
from plugins.newsroom.charts.draw_bars import draw_bars
from plugins.newsroom.charts.plot import NARROW, Plot
from plugins.newsroom.charts.scale import scale
from plugins.newsroom.charts.svg import element, percent
from plugins.newsroom.charts.text_width import text_width
from plugins.newsroom.words.phrases import Words

_FILLED = 0.74
"""Part of the room for a name that its bars take."""
_END = 1


def draw_columns(data: ChartData, words: Words, *, is_rtl: bool) -> Drawing:
    """Return standing bars; lying ones where their names have no room side by side."""
    plot = _plot(data, words, is_rtl=is_rtl)
    if not _have_room(plot):
        return draw_bars(data, is_rtl=is_rtl)
    count = len(data.labels)
    width = _FILLED / count / len(data.series)
    shapes = plot.grid()
    for number, series in enumerate(data.series, 1):
        for row, value in enumerate(series.values):
            if value:
                begin = (row + (1 - _FILLED) / 2) / count + (number - 1) * width
                left = plot.x(begin + width) if is_rtl else begin
                top, bottom = sorted((plot.y(value), plot.y(0)))
                size = {"x": percent(left), "width": percent(width), "y": top, "height": bottom - top}
                shapes.append(element("rect", class_=f"chart__bar chart__s{number}", **size))
    shapes += plot.labels([(row + 0.5) / count for row in range(count)], _END, has_all=not data.is_scale)
    parts = (
        plot.start_margin(),
        element("svg", *shapes, class_="chart__plane", height=plot.height),
        element("svg", width=_END, height=plot.height),
    )
    return Drawing("columns", "".join(parts), has_names=len(data.series) == 1)


def fits_columns(data: ChartData, words: Words) -> bool:
    """Tell whether names have room side by side."""
    return _have_room(_plot(data, words, is_rtl=False))


def _plot(data: ChartData, words: Words, *, is_rtl: bool) -> Plot:
    values = [value for series in data.series for value in series.values if value is not None]
    return Plot(data, scale(values), words, is_rtl)


def _have_room(plot: Plot) -> bool:
    room = (NARROW - plot.start_width - _END) / len(plot.data.labels)
    return plot.data.is_scale or all(text_width(label) + 4 <= room for label in plot.data.labels)
