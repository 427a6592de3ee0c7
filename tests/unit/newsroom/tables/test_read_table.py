"""Tables in files."""

from pathlib import Path

import pytest

from plugins.newsroom.tables import read_table as reading
from plugins.newsroom.tables.read_table import parse_table, read_table


def test_columns_have_kinds_and_rows_stay_as_written() -> None:
    table = parse_table(b"Port;Rate;Note\nKlang;1,5;a\nJakarta;1.000;b\n")

    assert [(column.name, column.kind) for column in table.columns] == [
        ("Port", "text"),
        ("Rate", "number"),
        ("Note", "text"),
    ]
    assert table.columns[1].values == (1.5, 1000)
    assert table.rows == (("Klang", "1,5", "a"), ("Jakarta", "1.000", "b"))


def test_a_file_of_semicolons_writes_fractions_with_a_comma() -> None:
    assert parse_table(b"A;B\nx;1.000\n").columns[1].values == (1000,)
    assert parse_table(b"A,B\nx,1.000\n").columns[1].values == (1,)


def test_a_broken_file_has_remarks_and_no_rows() -> None:
    table = parse_table(b"A\n1,2\n")

    assert (table.is_broken, table.rows) == (True, ())


def test_the_language_says_how_numbers_are_read_that_may_be_meant_two_ways(tmp_path: Path) -> None:
    (tmp_path / "rates.csv").write_text("A,B\nx,1.000\n", encoding="utf-8")

    assert read_table(tmp_path / "rates.csv", "en").columns[1].values == (1,)
    assert read_table(tmp_path / "rates.csv", "de-AT").columns[1].values == (1000,)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 5)
    (tmp_path / "rates.csv").write_text("A,B\nx,1.000\n", encoding="utf-8")

    assert [remark.what for remark in read_table(tmp_path / "rates.csv", "en").remarks] == ["is too large for a table"]
