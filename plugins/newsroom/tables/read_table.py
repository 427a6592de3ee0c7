"""A data file as a table: its rows, and the columns that numbers stand in."""

from pathlib import Path

from plugins.newsroom.tables.columns import read_column
from plugins.newsroom.tables.read_rows import MOST_BYTES, read_rows
from plugins.newsroom.tables.table_values import NO_TABLE, Table, TableRemark

_TOO_LARGE = TableRemark("is too large for a table", "take the rows that the text needs into a file of their own")
_WITH_COMMA = frozenset("cs da de el es fi fr hr hu id it nb nl pl pt ro ru sk sv tr uk vi".split())  # noqa: SIM905 - a list
"""Languages that write fractions with a comma."""


def read_table(place: Path, lang: str) -> Table:
    """Return the table in a file of CSV or TSV; of one that is too large it reads nothing."""
    if place.stat().st_size > MOST_BYTES:
        return NO_TABLE._replace(remarks=(_TOO_LARGE,))
    is_tsv = place.suffix.lower() == ".tsv"
    return parse_table(place.read_bytes(), is_tsv=is_tsv, has_comma=lang.lower().partition("-")[0] in _WITH_COMMA)


def parse_table(data: bytes, *, is_tsv: bool = False, has_comma: bool = False) -> Table:
    """Return the table in the content of a file; one that cannot be shown has remarks that say so, and no rows.

    `has_comma` says how to read `1,234` and `1.234` where nothing else in the column tells; a file whose cells are
    parted by semicolons writes fractions with a comma.
    """
    read = read_rows(data, is_tsv=is_tsv)
    if any(remark.is_error for remark in read.remarks):
        return NO_TABLE._replace(remarks=read.remarks)
    names, *rows = read.rows
    is_comma = has_comma or read.separator == ";"
    columns = (
        read_column(name, [row[number] for row in rows], has_comma=is_comma) for number, name in enumerate(names)
    )
    return Table(tuple(columns), tuple(rows), read.left_out, read.remarks)
