"""A chart of some numbers, in the form that its author asked for."""

from plugins.newsroom.charts.chart_values import ChartData, ChartForm, Drawing
from plugins.newsroom.charts.draw_bars import draw_bars
from plugins.newsroom.charts.draw_columns import draw_columns
from plugins.newsroom.charts.draw_lines import draw_lines
from plugins.newsroom.words.phrases import Words


def draw_chart(data: ChartData, form: ChartForm, words: Words, *, is_rtl: bool = False) -> Drawing:
    """Return the drawing; it needs the theme's `chart` styles, and brings none."""
    if form == "bars":
        return draw_bars(data, is_rtl=is_rtl)
    if form == "columns":
        return draw_columns(data, words, is_rtl=is_rtl)
    return draw_lines(data, words, is_rtl=is_rtl)
