"""Columns that hold numbers or dates."""

import pytest

from plugins.newsroom.tables.columns import read_column


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1,234.5", "2", "n/a"], (1234.5, 2, None)),
        (["1.234,5", "2.000"], (1234.5, 2000)),
        (["1.234", "2.000"], (1.234, 2)),
        (["12 %", "7 %", ""], (12, 7, None)),
        (["$3", "-$4"], (3, -4)),
    ],
)
def test_all_numbers_of_a_column_are_read_in_one_way(cells: list[str], values: tuple[float | None, ...]) -> None:
    column = read_column("Rate", cells, has_comma=False)

    assert (column.kind, column.values) == ("number", values)


def test_where_nothing_tells_the_language_does() -> None:
    assert read_column("Rate", ["1.234"], has_comma=True).values == (1234,)


@pytest.mark.parametrize("cells", [["12 %", "$3"], ["1", "two"], ["1,5.2", "1.5,2"], ["n/a", ""], ["1.5", "1,5"]])
def test_words_and_numbers_of_several_kinds_are_text(cells: list[str]) -> None:
    column = read_column("Rate", cells, has_comma=False)

    assert (column.kind, column.values) == ("text", ())


@pytest.mark.parametrize(
    "cells", [["2024", "2025"], ["2025-01", "2025-02"], ["2025-Q1", "2025-Q2"], ["2025-01-31", ""]]
)
def test_days_months_quarters_and_years_are_dates(cells: list[str]) -> None:
    assert read_column("When", cells, has_comma=False).kind == "date"


@pytest.mark.parametrize("cells", [["2024", "2025-01"], ["2025-02-30"], ["3000"], ["1200", "2025"]])
def test_other_numbers_are_no_dates(cells: list[str]) -> None:
    assert read_column("When", cells, has_comma=False).kind != "date"
