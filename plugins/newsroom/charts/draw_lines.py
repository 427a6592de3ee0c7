"""Lines over dates or names, each with its name at its end."""

from collections.abc import Iterator, Sequence

from plugins.newsroom.charts.chart_values import ChartData, Drawing, Series
from plugins.newsroom.charts.plot import CENTRE, HEIGHT, TOP, Plot
from plugins.newsroom.charts.scale import scale
from plugins.newsroom.charts.svg import element, percent, points, text
from plugins.newsroom.charts.text_width import text_width
from plugins.newsroom.words.phrases import Words

_ACROSS = 1000
"""Units of the plane's width, whose drawing is stretched to it."""
_MOST_NAME = 90
"""Pixels of the longest name that stands at the end of its line on the smallest phone."""
_LINE, _GAP = 16, 8
_DOT = 3.5


def draw_lines(data: ChartData, words: Words, *, is_rtl: bool) -> Drawing:
    """Return lines, broken where numbers are missing."""
    plot = _plot(data, words, is_rtl=is_rtl)
    names = [series.name for series in data.series]
    has_names = len(names) > 1 and max(map(text_width, names)) <= _MOST_NAME
    end_width = max(map(text_width, names)) + 2 * _GAP if has_names else _end_width(data)
    shares = _shares(data.positions)
    lines = [line for number, one in enumerate(data.series, 1) for line in _runs(plot, one, shares, number)]
    stretched = element(
        "svg", *lines, viewBox=f"0 0 {_ACROSS} {plot.height}", preserveAspectRatio="none", height=plot.height,
        class_="chart__lines",
    )  # fmt: skip
    dots = [dot for number, one in enumerate(data.series, 1) for dot in _dots(plot, one, shares, number)]
    labels = plot.labels(shares, end_width)
    plane = element("svg", *plot.grid(), stretched, *dots, *labels, class_="chart__plane", height=plot.height)
    end = element("svg", *(_names(plot, end_width) if has_names else ()), width=end_width, height=plot.height)
    return Drawing("lines", plot.start_margin() + plane + end, has_names=has_names or len(names) == 1)


def lacks_labels(data: ChartData, words: Words) -> bool:
    """Tell whether names, which unlike dates do not follow from each other, have no room below their lines."""
    every, _ = _plot(data, words, is_rtl=False).steps(_shares(data.positions), _end_width(data))
    return not data.is_scale and every > 1


def _plot(data: ChartData, words: Words, *, is_rtl: bool) -> Plot:
    values = [value for series in data.series for value in series.values if value is not None]
    return Plot(data, scale(values, has_zero=False), words, is_rtl)


def _end_width(data: ChartData) -> int:
    return text_width(data.labels[-1]) // 2 + 2


def _shares(positions: Sequence[float]) -> list[float]:
    first, last = positions[0], positions[-1]
    return [(each - first) / (last - first) for each in positions] if last > first else [0.5] * len(positions)


def _runs(plot: Plot, series: Series, shares: Sequence[float], number: int) -> Iterator[str]:
    """Yield a line for each run of numbers without a gap."""
    run: list[tuple[float, float]] = []
    for value, share in (*zip(series.values, shares, strict=True), (None, 0.0)):
        if value is not None:
            run.append((_ACROSS * plot.x(share), plot.y(value)))
            continue
        if len(run) > 1:
            yield element("polyline", class_=f"chart__line chart__s{number}", points=points(run))
        run = []


def _dots(plot: Plot, series: Series, shares: Sequence[float], number: int) -> Iterator[str]:
    """Yield a dot at the end of a line, and at each number that stands alone."""
    values = (None, *series.values, None)
    last = max((row for row, value in enumerate(series.values) if value is not None), default=None)
    for row, (before, value, after) in enumerate(zip(values, values[1:], values[2:], strict=False)):
        if value is not None and (row == last or (before is None and after is None)):
            place = {"cx": percent(plot.x(shares[row])), "cy": plot.y(value)}
            yield element("circle", class_=f"chart__dot chart__s{number}", r=_DOT, **place)


def _names(plot: Plot, width: int) -> list[str]:
    """Return the names of the series, each as near to the end of its line as the others let it."""
    ends = []
    for number, series in enumerate(plot.data.series, 1):
        known = [value for value in series.values if value is not None]
        if known:
            ends.append((plot.y(known[-1]), number, series.name))
    x = width - _GAP if plot.is_rtl else _GAP
    ends.sort()
    places = apart([y for y, _, _ in ends], _LINE, TOP, TOP + HEIGHT)
    return [
        text(name, class_=f"chart__name chart__t{number}", x=x, y=y + CENTRE)
        for y, (_, number, name) in zip(places, ends, strict=True)
    ]


def apart(places: Sequence[float], distance: float, low: float, high: float) -> list[float]:
    """Return places in order, moved as little as can be so that each is `distance` from the next, within bounds."""
    found: list[float] = []
    for place in places:
        found.append(max(place, found[-1] + distance if found else low))
    limit = high
    for number in range(len(found) - 1, -1, -1):
        found[number] = min(found[number], limit)
        limit = found[number] - distance
    return found
