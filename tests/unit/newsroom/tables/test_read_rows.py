"""Rows of files as spreadsheets save them."""

import pytest

from plugins.newsroom.tables.read_rows import MOST_ROWS, read_rows

PORTS = (("Port", "Rate"), ("Klang", "1,5"), ("Jakarta", "2"))


@pytest.mark.parametrize(
    "data",
    [
        b'Port,Rate\nKlang,"1,5"\nJakarta,2\n',
        b"Port;Rate\r\nKlang;1,5\r\nJakarta;2\r\n",
        b"Port\tRate\nKlang\t1,5\nJakarta\t2",
        b"sep=;\r\nPort;Rate\r\nKlang;1,5\r\nJakarta;2\r\n;\r\n;;\r\n",
        "Port;Rate\nKlang;1,5\nJakarta;2\n".encode("utf-8-sig"),
        "Port\tRate\nKlang\t1,5\nJakarta\t2\n".encode("utf-16"),
    ],
    ids=["commas", "semicolons", "tabs", "separator named, blank rows", "mark of UTF-8", "UTF-16"],
)
def test_rows_are_the_same_however_they_were_saved(data: bytes) -> None:
    read = read_rows(data)

    assert (read.rows, read.remarks) == (PORTS, ())


def test_a_cell_in_quotes_may_hold_separators_quotes_and_lines() -> None:
    read = read_rows(b'Name,Note\nA,"one, ""two""\nthree"\n')

    assert read.rows[1] == ("A", 'one, "two" three')


def test_in_a_file_of_tabs_commas_part_nothing() -> None:
    assert read_rows(b"Place, land\nKuala, Lumpur\n", is_tsv=True).rows[0] == ("Place, land",)


def test_a_short_row_gets_empty_cells() -> None:
    assert read_rows(b"A,B,C\n1,2,3\n4\n").rows[2] == ("4", "", "")


def test_a_formula_is_the_text_that_it_is() -> None:
    assert read_rows(b"A,B\n=cmd|' /C calc'!A0,@x\n").rows[1] == ("=cmd|' /C calc'!A0", "@x")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"A,B\n1,2\n1,2,3\n", "has 3 cells in row 3, and 2 in its first"),
        (b"", "is empty"),
        (b"\n , \n", "is empty"),
        (b"A,B\n", "has a first row, and no other"),
        ("A,B\n1,2\nCafé,3\n".encode("cp1252"), "is not in UTF-8 (line 3)"),
        (b"A,B\n\0,2\n", "is no text"),
        (b'A,B\n"1,2\n3,4\n', "is no CSV (unexpected end of data)"),
        (b",".join([b"x"] * 41) + b"\n1\n", "has 41 columns"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_with_its_row(data: bytes, what: str) -> None:
    [remark] = read_rows(data).remarks

    assert (remark.what, remark.is_error) == (what, True)


def test_of_a_long_file_the_first_rows_are_shown_and_the_rest_is_told() -> None:
    read = read_rows(b"A\n" + b"1\n" * (MOST_ROWS + 200))

    [remark] = read.remarks
    assert (len(read.rows) - 1, read.left_out, remark.is_error) == (MOST_ROWS, 200, False)
    assert remark.what == "has 700 rows, of which pages show 500"


def test_a_column_without_a_name_is_told_but_the_first_needs_none() -> None:
    assert [remark.what for remark in read_rows(b",B,,D\n1,2,3,4\n").remarks] == [
        "has a column without a name (number 3)"
    ]
