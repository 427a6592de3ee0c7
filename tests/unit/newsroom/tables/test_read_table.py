"""Tables in files."""

from plugins.newsroom.tables.read_table import read_table


def test_columns_have_kinds_and_rows_stay_as_written() -> None:
    table = read_table(b"Port;Rate;Note\nKlang;1,5;a\nJakarta;1.000;b\n")

    assert [(column.name, column.kind) for column in table.columns] == [
        ("Port", "text"),
        ("Rate", "number"),
        ("Note", "text"),
    ]
    assert table.columns[1].values == (1.5, 1000)
    assert table.rows == (("Klang", "1,5", "a"), ("Jakarta", "1.000", "b"))


def test_a_file_of_semicolons_writes_fractions_with_a_comma() -> None:
    assert read_table(b"A;B\nx;1.000\n").columns[1].values == (1000,)
    assert read_table(b"A,B\nx,1.000\n").columns[1].values == (1,)


def test_a_broken_file_has_remarks_and_no_rows() -> None:
    table = read_table(b"A\n1,2\n")

    assert (table.is_broken, table.rows) == (True, ())
