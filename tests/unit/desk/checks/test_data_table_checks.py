"""Files of rows that cannot be shown, or not as their author wants."""

import pytest

from tests.unit.desk.conftest import Load, article

ONE = "articles/one.md"


def told(load_content: Load, rows: str | bytes | None, form: str = "table") -> list[str]:
    files: dict[str, str | bytes] = {ONE: article(body=f"Words.\n\n[Rates](rates.csv){{: .{form} }}")}
    if rows is not None:
        files["articles/rates.csv"] = rows
    return [str(problem).partition(": ")[2] for problem in load_content(files).problems]


@pytest.mark.parametrize(
    ("rows", "form", "what"),
    [
        ("A,B\n1,2,3\n", "table", "table 'rates.csv' has 3 cells in row 2, and 2 in its first"),
        (b"A,B\nCaf\xe9,2\n", "table", "table 'rates.csv' is not in UTF-8 (line 2)"),
        ("A,B\nx,words\n", "bars", "table 'rates.csv' has no column of numbers for a chart"),
        ("A,B\n" + "x,1\n" * 600, "table", "warning: table 'rates.csv' has 600 rows, of which pages show 500"),
        ("A,B,C\nx,$1,2 %\n", "bars", "warning: table 'rates.csv' has another unit in 'C' than in 'B'"),
        (
            "A,B\nA very long name that has no room,1\nAnother name of the kind,2\n",
            "columns",
            "warning: table 'rates.csv' has names that are too long to stand side by side",
        ),
        (
            "A,B\n" + "".join(f"{month}/15/2025,{month}\n" for month in range(1, 13)),
            "lines",
            "warning: table 'rates.csv' has names that are too long to stand below its lines, "
            "so that some are left out",
        ),
        (None, "table", "linked file 'rates.csv' does not exist"),
    ],
)
def test_rows_are_told_of_at_the_line_of_the_article(
    load_content: Load, rows: str | bytes | None, form: str, what: str
) -> None:
    (problem,) = told(load_content, rows, form)

    assert problem.startswith(f"{what};")


def test_good_rows_are_not_told_of(load_content: Load) -> None:
    assert told(load_content, "A,B\nx,1\n", "lines") == []


def test_the_place_is_that_of_the_link(load_content: Load) -> None:
    files = {ONE: article(body="Words.\n\n[Rates](rates.csv){: .table }"), "articles/rates.csv": "A\n1,2\n"}

    assert [(problem.line, problem.column) for problem in load_content(files).problems] == [(10, 9)]


def test_a_file_that_is_only_linked_may_hold_what_it_will(load_content: Load) -> None:
    files = {ONE: article(body="Words, and [rates](rates.csv)."), "articles/rates.csv": "A\n1,2\n"}

    assert load_content(files).problems == ()
