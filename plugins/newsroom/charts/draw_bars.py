"""Bars that lie: one below the other, each with its number, their names beside or above them."""

from collections.abc import Iterator
from typing import NamedTuple

from plugins.newsroom.charts.chart_values import ChartData, Drawing, Series
from plugins.newsroom.charts.plot import CENTRE, NARROW
from plugins.newsroom.charts.svg import element, percent, text
from plugins.newsroom.charts.text_width import text_width, wrapped

_BAR, _BETWEEN, _LINE = 15, 3, 18
_ROW_BESIDE, _ROW_ABOVE = 9, 14
_MOST_BESIDE = 92
"""Pixels of the longest name that stands beside its bar on the smallest phone."""
_GAP = 7
_NOTHING = "–"
"""In the place of a number that is missing without a word."""


class _Sides(NamedTuple):
    """Pixels that names take beside the bars, and numbers before and behind them."""

    names: int
    before: int
    behind: int


def draw_bars(data: ChartData, *, is_rtl: bool) -> Drawing:
    """Return the bars of some numbers, from where text begins."""
    sides = _sides(data)
    names: list[str] = []
    shapes: list[str] = []
    top = 2.0
    zero = percent(_across(data, 0, is_rtl=is_rtl))
    for row, label in enumerate(data.labels):
        if sides.names:
            middle = top + len(data.series) * (_BAR + _BETWEEN) / 2 - _BETWEEN / 2
            x = sides.before + _GAP if is_rtl else sides.names - _GAP
            names.append(text(label, class_="chart__label", x=x, y=middle + CENTRE, text_anchor="end"))
        else:
            for line in wrapped(label, NARROW):
                x = sides.before if is_rtl else 0
                names.append(text(line, class_="chart__label", x=x, y=top + _LINE / 2 + CENTRE))
                top += _LINE
        end = top + len(data.series) * (_BAR + _BETWEEN) - _BETWEEN
        shapes.append(element("line", class_="chart__zero", x1=zero, x2=zero, y1=top - 2, y2=end + 2))
        for number, series in enumerate(data.series, 1):
            shapes += _bar(data, series, row, number, top, is_rtl=is_rtl)
            top += _BAR + _BETWEEN
        top += (_ROW_BESIDE if sides.names else _ROW_ABOVE) - _BETWEEN
    height = round(top)
    parts = (
        element("svg", *names, width=max(1, sides.names + sides.before), height=height),
        element("svg", *shapes, class_="chart__plane", height=height),
        element("svg", width=sides.behind, height=height),
    )
    return Drawing("bars", "".join(parts), has_names=len(data.series) == 1)


def _bar(data: ChartData, series: Series, row: int, number: int, top: float, *, is_rtl: bool) -> Iterator[str]:
    """Yield a bar and its number; of a missing one only the word in its place."""
    value, words = series.values[row], series.texts[row] or _NOTHING
    ends = sorted((_across(data, 0, is_rtl=is_rtl), _across(data, value or 0, is_rtl=is_rtl)))
    if value:
        size = {"x": percent(ends[0]), "width": percent(ends[1] - ends[0]), "y": top, "height": _BAR}
        yield element("rect", class_=f"chart__bar chart__s{number}", **size)
    is_leftwards = (value is not None and value < 0) != is_rtl
    yield text(
        words,
        class_="chart__value" if value is not None else "chart__value chart__gap",
        x=percent(ends[0] if is_leftwards else ends[1]),
        dx=-_GAP + 2 if is_leftwards else _GAP - 2,
        y=top + _BAR / 2 + CENTRE,
        text_anchor="end" if is_leftwards else "start",
    )


def _across(data: ChartData, value: float, *, is_rtl: bool) -> float:
    low, high = _bounds(data)
    share = (value - low) / (high - low)
    return 1 - share if is_rtl else share


def _bounds(data: ChartData) -> tuple[float, float]:
    values = [value for series in data.series for value in series.values if value is not None]
    low, high = min(0, *values), max(0, *values)
    return (low, high) if low < high else (0, 1)


def _sides(data: ChartData) -> _Sides:
    texts = [(value, words) for series in data.series for value, words in zip(series.values, series.texts, strict=True)]
    before = max((text_width(words) + _GAP for value, words in texts if value is not None and value < 0), default=0)
    behind = max(
        (text_width(words or _NOTHING) + _GAP for value, words in texts if value is None or value >= 0), default=1
    )
    widest = max(map(text_width, data.labels))
    has_room = widest <= _MOST_BESIDE and widest + before + behind < NARROW * 0.6
    return _Sides(widest + _GAP if has_room else 0, before, behind)
