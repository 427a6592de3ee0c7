"""The plane that columns and lines stand in: its ticks with their lines, and the labels below it.

Between two margins of fixed width the plane takes the rest, so places from left to right are parts of it, heights are
pixels. Where text runs from right to left, so does the chart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.newsroom.charts.chart_values import ChartData
from plugins.newsroom.charts.scale import Scale, written
from plugins.newsroom.charts.svg import element, percent, text
from plugins.newsroom.charts.text_width import SIZE, text_width
from plugins.newsroom.words.phrases import Words

NARROW, WIDE = 288, 560
"""Widths of the column of text: on the smallest phone, and from where on a theme shows `chart__more`."""
TOP, HEIGHT, BOTTOM = 10, 220, 28
"""Pixels above the highest tick, from there to the lowest, and below for the labels."""
CENTRE = 4
"""Pixels from the middle of a line of text down to its baseline."""
_GAP = 8
_EVERY = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 24, 25, 30, 40, 50, 60, 75, 100, 120, 150, 200, 400)


@dataclass(frozen=True, slots=True)
class Plot:
    """A plane with its scale."""

    data: ChartData
    scale: Scale
    words: Words
    is_rtl: bool

    @property
    def height(self) -> int:
        return TOP + HEIGHT + BOTTOM

    def x(self, share: float) -> float:
        """Return a place as part of the width from the left; `share` counts from where text begins."""
        return 1 - share if self.is_rtl else share

    def y(self, value: float) -> float:
        """Return the height of a value in pixels from the top."""
        return TOP + HEIGHT * (1 - self.scale.share(value))

    @property
    def tick_labels(self) -> list[str]:
        """The numbers at the ticks, with their unit where it is short."""
        data = self.data
        before, after = (data.before, data.after) if data.has_short_unit else ("", "")
        texts = [written(tick, self.scale.step, self.words, has_comma=data.has_comma) for tick in self.scale.ticks]
        return [f"{before}{each}{after}" for each in texts]

    def start_margin(self) -> str:
        """Return the margin with the numbers at the ticks."""
        labels = self.tick_labels
        width = self.start_width
        x, anchor = (_GAP, "start") if self.is_rtl else (width - _GAP, "end")
        places = [self.y(tick) + CENTRE for tick in self.scale.ticks]
        return element(
            "svg",
            *(
                text(label, class_="chart__tick", x=x, y=y, text_anchor=anchor)
                for label, y in zip(labels, places, strict=True)
            ),
            width=width,
            height=self.height,
        )

    @property
    def start_width(self) -> int:
        return max(max(map(text_width, self.tick_labels)) + _GAP, text_width(self.data.labels[0]) // 2)

    def grid(self) -> list[str]:
        """Return the lines at the ticks; that of zero is another one."""
        return [
            element("line", class_="chart__zero" if tick == 0 else "chart__grid", x1=0, x2="100%", y1=y, y2=y)
            for tick, y in ((tick, self.y(tick)) for tick in self.scale.ticks)
        ]

    def labels(self, shares: Sequence[float], end_width: int, *, has_all: bool = False) -> list[str]:
        """Return the labels below, as many as have room, at these places; some in a wide column only."""
        every, rarely = (1, 1) if has_all else self.steps(shares, end_width)
        places = TOP + HEIGHT + BOTTOM - 8
        return [
            text(
                label,
                class_="chart__label" if number % rarely == 0 else "chart__label chart__more",
                x=percent(self.x(share)),
                y=places,
                text_anchor="middle",
            )
            for number, (label, share) in enumerate(zip(self.data.labels, shares, strict=True))
            if number % every == 0
        ]

    def steps(self, shares: Sequence[float], end_width: int) -> tuple[int, int]:
        """Return of how many labels one is shown: in a wide column, and on the smallest phone."""
        margins, texts = self.start_width + end_width, self.data.labels
        every = _every(texts, shares, WIDE - margins, 1)
        return every, _every(texts, shares, NARROW - margins, every)


def _every(labels: Sequence[str], shares: Sequence[float], width: int, at_least: int) -> int:
    """Return the smallest number, a multiple of `at_least`, so that each such label has room."""
    return next(
        (each for each in _EVERY if each % at_least == 0 and _has_room(labels[::each], shares[::each], width)),
        len(labels),
    )


def _has_room(labels: Sequence[str], shares: Sequence[float], width: int) -> bool:
    ends = [(share * width, text_width(label) / 2) for label, share in zip(labels, shares, strict=True)]
    return all(b - a >= half + other + SIZE / 2 for (a, half), (b, other) in pairwise(ends))
