"""A data file as a table: its rows, and the columns that numbers stand in."""

from plugins.newsroom.tables.columns import read_column
from plugins.newsroom.tables.read_rows import read_rows
from plugins.newsroom.tables.table_values import NO_TABLE, Table


def read_table(data: bytes, *, is_tsv: bool = False, has_comma: bool = False) -> Table:
    """Return the table in a file of CSV or TSV; one that cannot be shown has remarks that say so, and no rows.

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
