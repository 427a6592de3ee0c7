"""Values that charts are drawn from."""

from typing import Literal, NamedTuple

ChartForm = Literal["bars", "columns", "lines"]
CHART_FORMS: tuple[ChartForm, ...] = ("bars", "columns", "lines")
"""Lying bars, standing bars, lines: the classes that authors write."""


class Series(NamedTuple):
    """A column of numbers, one for each label."""

    name: str
    values: tuple[float | None, ...]
    """None where the table has none."""
    texts: tuple[str, ...]
    """The cells as written."""


class ChartData(NamedTuple):
    """The numbers of a chart."""

    labels: tuple[str, ...]
    """The first column, as readers see it."""
    positions: tuple[float, ...]
    """Place of each label from left to right; 0, 1, 2 … of names."""
    is_scale: bool
    """True if the labels are dates or numbers, of which some may be left out."""
    series: tuple[Series, ...]
    before: str = ""
    after: str = ""
    has_comma: bool = False
    """As the column of the first series has them."""
    left_out: tuple[str, ...] = ()
    """Names of columns of numbers that have another unit."""

    @property
    def has_short_unit(self) -> bool:
        """True if the unit is so short that it stands at each number."""
        return len(self.before + self.after) <= len("US$ ")


class Drawing(NamedTuple):
    """A drawn chart."""

    form: ChartForm
    markup: str
    """SVG elements, side by side in a row: margins that keep their width, between them what takes the rest."""
    has_names: bool
    """True if the names of its series stand in it; else it needs a legend."""
