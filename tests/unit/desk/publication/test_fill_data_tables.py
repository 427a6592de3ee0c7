"""Tables of data and charts as pages have them."""

import re
from datetime import date

import pytest

from plugins.desk.publication.fill_data_tables import chart_date
from plugins.newsroom.forms.form_parts import DataTable
from plugins.newsroom.words.catalogues import english
from tests.unit.desk.conftest import Load, article

ONE = "articles/one.md"
ROWS = 'Port,Rate,Note\nKlang,"1,200",a\nJakarta,n/a,<b>\nSubic,30,\n'


def table(load_content: Load, body: str, rows: str = ROWS) -> DataTable:
    (part,) = load_content({ONE: article(body=body), "articles/rates.csv": rows}).body("one").blocks
    assert isinstance(part, DataTable)
    return part


def test_a_table_has_the_cells_of_its_file_as_they_are_written(load_content: Load) -> None:
    part = table(load_content, '[Rates "now"](rates.csv "Source: Ana"){: .table }')

    assert (part.name_html, part.notes, part.chart) == ("Rates “now”", ("Source: Ana",), None)
    assert [(column.name, column.is_number) for column in part.columns] == [
        ("Port", False),
        ("Rate", True),
        ("Note", False),
    ]
    assert [[cell.text for cell in row] for row in part.rows] == [
        ["Klang", "1,200", "a"],
        ["Jakarta", "n/a", "<b>"],
        ["Subic", "30", ""],
    ]
    assert [row[1].value for row in part.rows] == ["1200", "", "30"]


def test_a_table_leads_to_its_file(load_content: Load) -> None:
    part = table(load_content, "[Rates](rates.csv){: .table }")

    assert part.file_url.startswith("/files/")
    assert part.file_url.endswith("/rates.csv")
    assert part.file_words == "All rows as a file (CSV, 1\u00a0KB)"


def test_a_chart_is_drawn_of_its_numbers(load_content: Load) -> None:
    part = table(load_content, "[Rates](rates.csv){: .bars }")

    assert part.chart is not None
    assert (part.chart.form, part.chart.legend, part.chart.subtitle) == ("bars", (), "Rate")
    assert part.chart.label == "Chart: Rates. The table below has its numbers."
    assert part.chart.svg_html.count("<rect") == 2


def test_a_draft_without_its_file_shows_the_name(load_content: Load) -> None:
    loaded = load_content({ONE: article(keys="status: draft\n", body="[Rates](rates.csv){: .table }")}, drafts=True)

    assert loaded.body("one").blocks == ("<p>Rates</p>",)


def test_a_draft_with_rows_that_cannot_be_read_links_the_file(load_content: Load) -> None:
    files = {
        ONE: article(keys="status: draft\n", body="[Rates](rates.csv){: .table }"),
        "articles/rates.csv": "A\n1,2\n",
    }

    (block,) = load_content(files, drafts=True).body("one").blocks

    assert re.fullmatch(r'<p><a href="/files/\w+/rates\.csv">Rates</a></p>', str(block))


@pytest.mark.parametrize(
    ("cell", "shown"),
    [("2025", "2025"), ("2025-03", "Mar 2025"), ("2025-03-09", "9 Mar 2025"), ("2025-Q1", "2025-Q1")],
)
def test_dates_stand_at_a_chart_as_readers_know_them(cell: str, shown: str) -> None:
    assert chart_date(date(2025, 3, 9).toordinal(), cell, words=english()) == shown
