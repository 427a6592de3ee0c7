"""Columns of a table: which hold numbers or dates, and the values of these."""

import re
from collections.abc import Sequence
from datetime import date

from plugins.newsroom.tables.number_forms import Number, is_missing, number_in
from plugins.newsroom.tables.table_values import Column

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-?Q([1-4])|/(\d{2}))?")
_FIRST_YEAR, _LAST_YEAR = 1800, 2199


def read_column(name: str, cells: Sequence[str], *, has_comma: bool) -> Column:
    """Return a column with its values; `has_comma` where fractions are written `0,5` by default."""
    if dates := _dates(cells):
        return Column(name, "date", dates)
    numbers = [None if is_missing(cell) else number_in(cell) for cell in cells]
    found = [number for number in numbers if number is not None]
    is_full = all(number is not None or is_missing(cell) for number, cell in zip(numbers, cells, strict=True))
    if not found or not is_full or len({_unit(number) for number in found}) > 1:
        return Column(name, "text")
    as_point, as_comma = all(n.point is not None for n in found), all(n.comma is not None for n in found)
    if not as_point and not as_comma:  # some can be meant in one way only, others in the other
        return Column(name, "text")
    is_comma = has_comma if as_point and as_comma else as_comma
    values = tuple(number and (number.comma if is_comma else number.point) for number in numbers)
    return Column(name, "number", values, found[0].before, found[0].after, is_comma)


def _unit(number: Number) -> tuple[str, str]:
    """Return the words at a number as they are compared."""
    return number.before.strip().lower(), number.after.strip().lower()


def _dates(cells: Sequence[str]) -> tuple[float | None, ...]:
    """Return the days of a column that holds years, months, quarters or days, as computers write them; else nothing."""
    days = [_day(cell) for cell in cells]
    forms = {len(cell) for cell in cells if cell}
    if all(day is None for day in days) or len(forms) > 1:
        return ()
    return tuple(days) if all(day is not None or not cell for day, cell in zip(days, cells, strict=True)) else ()


def _day(cell: str) -> float | None:
    match = _ISO.fullmatch(cell)
    if match is None or not _FIRST_YEAR <= int(match[1]) <= _LAST_YEAR:
        return None
    month = 3 * int(match[4]) - 2 if match[4] else int(match[2] or match[5] or 1)
    try:
        return float(date(int(match[1]), month, int(match[3] or 1)).toordinal())
    except ValueError:
        return None
