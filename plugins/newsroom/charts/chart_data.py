"""The numbers of a table that a chart shows, or why it cannot show any."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeVar

from plugins.newsroom.charts.chart_values import ChartData, ChartForm, Series
from plugins.newsroom.tables.table_values import Column, Table, TableRemark

Value = TypeVar("Value")

MOST_BARS, MOST_POINTS, MOST_SERIES = 60, 400, 6
"""Judgement: more bars than a screen or two, more colours than can be told apart."""


def chart_data(table: Table, form: ChartForm, written_date: Callable[[float, str], str]) -> ChartData | TableRemark:
    """Return the numbers that a chart shows: all columns with the unit of the first that has numbers.

    `written_date` returns a day as readers see it, from its number and the cell that has it.
    """
    first, *others = table.columns
    numbers = [(number, column) for number, column in enumerate(others, 1) if column.kind == "number"]
    if not numbers:
        return TableRemark(
            "has no column of numbers for a chart",
            "write the names into the first column, the numbers behind them, each alone in its cell: no words there",
        )
    unit = _unit(numbers[0][1])
    shown = [(number, column) for number, column in numbers if _unit(column) == unit]
    order = _order(first, len(table.rows))
    count = len(order) * len(shown)
    if len(shown) > MOST_SERIES or count > (MOST_POINTS if form == "lines" else MOST_BARS):
        what = f"has {len(shown)} columns of {len(order)} numbers, too many for a chart of {form}"
        return TableRemark(what, "draw fewer from a file of their own, or leave {: .table } in its place")
    series = tuple(
        Series(column.name, _picked(column.values, order), _picked([row[number] for row in table.rows], order))
        for number, column in shown
    )
    if all(value is None for one in series for value in one.values):
        return TableRemark("has no numbers for a chart", "write some, or leave {: .table } in its place")
    names = [row[0] for row in table.rows]
    is_date = first.kind == "date"
    labels = tuple(written_date(first.values[row] or 0, names[row]) if is_date else names[row] for row in order)
    is_scale = is_date or (first.kind == "number" and _rises(_picked(first.values, order)))
    positions = tuple(first.values[row] or 0.0 for row in order) if is_scale else tuple(map(float, range(len(order))))
    left_out = tuple(column.name for _, column in numbers if _unit(column) != unit)
    column = numbers[0][1]
    return ChartData(labels, positions, is_scale, series, column.before, column.after, column.has_comma, left_out)


def _order(first: Column, count: int) -> list[int]:
    """Return the rows from left to right: dates in their order, those without one left out."""
    if first.kind != "date":
        return list(range(count))
    dated = [(value, row) for row, value in enumerate(first.values) if value is not None]
    return [row for _, row in sorted(dated)]


def _picked(values: Sequence[Value], order: Sequence[int]) -> tuple[Value, ...]:
    return tuple(values[row] for row in order)


def _rises(values: Sequence[float | None]) -> bool:
    known = [value for value in values if value is not None]
    return len(known) == len(values) and all(a < b for a, b in pairwise(known))


def _unit(column: Column) -> tuple[str, str]:
    return column.before.strip().lower(), column.after.strip().lower()
