"""Values of a table that was read from a file; cells keep the signs that its author wrote."""

from typing import Literal, NamedTuple

ColumnKind = Literal["text", "number", "date"]


class TableRemark(NamedTuple):
    """Something about a file of rows that its author should know."""

    what: str
    """Follows the name of the file: `has 5 cells in row 12, and 4 in its first`."""
    remedy: str
    is_error: bool = True


class Column(NamedTuple):
    """A column, with the values by which it is sorted and drawn."""

    name: str
    kind: ColumnKind
    values: tuple[float | None, ...] = ()
    """Numbers, or days since the year 1, one a row; None of a cell without one. Of text nothing."""
    before: str = ""
    """Words before all its numbers alike, with the space between them: `$`, `EUR `."""
    after: str = ""
    """Those behind them: ` %`, ` km`."""
    has_comma: bool = False
    """True if its fractions are written `0,5`."""


class Table(NamedTuple):
    """A table: the columns, and the rows as written."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    """All of the same length; without the first, which names the columns."""
    left_out: int = 0
    """Rows behind the last of these, of a long file."""
    remarks: tuple[TableRemark, ...] = ()

    @property
    def is_broken(self) -> bool:
        """True if it cannot be shown."""
        return any(remark.is_error for remark in self.remarks)


NO_TABLE = Table((), ())
