"""The numbers of a table that a chart shows."""

import pytest

from plugins.newsroom.charts.chart_data import chart_data
from plugins.newsroom.charts.chart_values import ChartData, ChartForm
from plugins.newsroom.tables.read_table import parse_table
from plugins.newsroom.tables.table_values import TableRemark


def data_of(text: str, form: ChartForm = "bars") -> ChartData | TableRemark:
    return chart_data(parse_table(text.encode()), form, lambda _, cell: f"<{cell}>")


def shown(text: str, form: ChartForm = "bars") -> ChartData:
    found = data_of(text, form)
    assert isinstance(found, ChartData)
    return found


def test_the_first_column_names_and_those_of_numbers_are_series() -> None:
    data = shown("Port,Land,2024,2025\nKlang,MY,1,2\nJakarta,ID,n/a,4\n")

    assert data.labels == ("Klang", "Jakarta")
    assert [(one.name, one.values, one.texts) for one in data.series] == [
        ("2024", (1, None), ("1", "n/a")),
        ("2025", (2, 4), ("2", "4")),
    ]


def test_a_column_of_another_unit_is_left_out_and_named() -> None:
    data = shown("Port,Rate,Share\nKlang,$1,2 %\n")

    assert [one.name for one in data.series] == ["Rate"]
    assert (data.before, data.left_out) == ("$", ("Share",))


def test_dates_stand_in_their_order_and_at_their_distance() -> None:
    data = shown("Day,Index\n2025-01-10,3\n2025-01-02,2\n2025-01-01,1\n", "lines")

    assert data.labels == ("<2025-01-01>", "<2025-01-02>", "<2025-01-10>")
    assert [data.positions[2] - each for each in data.positions] == [9, 8, 0]
    assert data.series[0].values == (1, 2, 3)


def test_numbers_that_rise_are_a_scale_and_others_are_names() -> None:
    assert shown("km,Rate\n1,2\n10,3\n").is_scale
    assert not shown("Rank,Rate\n10,2\n1,3\n").is_scale


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Port,Note\nKlang,words\n", "has no column of numbers for a chart"),
        ("Port,Rate\nKlang,3 words here\nJakarta,4\n", "has no column of numbers for a chart"),
        ("A,B,C,D,E,F,G,H\nx,1,2,3,4,5,6,7\n", "has 7 columns of 1 numbers, too many for a chart of bars"),
        ("A,B\n" + "x,1\n" * 61, "has 1 columns of 61 numbers, too many for a chart of bars"),
    ],
)
def test_a_table_that_makes_no_chart_is_told_why(text: str, what: str) -> None:
    found = data_of(text)

    assert isinstance(found, TableRemark)
    assert found.what == what
