"""Rows of a file in CSV or TSV, as spreadsheets save it: their encodings, their separators, their quotes."""

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from plugins.newsroom.tables.table_values import TableRemark

MOST_ROWS = 500
"""Rows that a page shows; judgement: more are no reading, and weigh more than all else on it."""
MOST_COLUMNS = 40
MOST_BYTES = 20_000_000
_LOOKED_AT = 50
"""Lines by which the separator is found."""
_SEPARATORS = ",;\t"
_SEPARATOR_LINE = "sep="
"""The first line by which spreadsheets name the separator."""
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_SAVE_AS = "save it as 'CSV UTF-8' (in other programs: CSV, character set UTF-8)"


class Rows(NamedTuple):
    """The rows of a file, all of the same length, the first naming the columns."""

    rows: tuple[tuple[str, ...], ...]
    left_out: int
    separator: str
    remarks: tuple[TableRemark, ...]


def read_rows(data: bytes, *, is_tsv: bool = False) -> Rows:
    """Return the rows of a file; its remarks say what cannot be used, and what was mended."""
    text = _decoded(data)
    if isinstance(text, TableRemark):
        return Rows((), 0, "", (text,))
    separator, text = _separator(text, is_tsv=is_tsv)
    kept: list[tuple[int, list[str]]] = []
    left_out = 0
    try:
        for number, row in _numbered(text, separator):
            if len(kept) <= MOST_ROWS:
                kept.append((number, row))
            else:
                left_out += 1
    except csv.Error as error:
        what = f"is no CSV ({error})"
        return _refused(what, "look for a quotation mark that nothing ends, or save it anew from the spreadsheet")
    if len(kept) < 2:
        what = "has a first row, and no other" if kept else "is empty"
        return _refused(what, "write the names of the columns into the first row, and what they hold below it")
    return _evened(kept, left_out, separator)


def _decoded(data: bytes) -> str | TableRemark:
    encoding = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return TableRemark(f"is not in UTF-8 (line {line})", _SAVE_AS)
    if "\0" in text:
        return TableRemark("is no text", _SAVE_AS)
    return text


def _separator(text: str, *, is_tsv: bool) -> tuple[str, str]:
    """Return what parts the cells, and the text without the line that says so."""
    first, _, rest = text.partition("\n")
    if first.lower().startswith(_SEPARATOR_LINE) and len(first.rstrip("\r")) == len(_SEPARATOR_LINE) + 1:
        return first[len(_SEPARATOR_LINE)], rest
    if is_tsv:
        return "\t", text
    return max(_SEPARATORS, key=lambda each: _fitness(text, each)), text


def _fitness(text: str, separator: str) -> tuple[bool, int, int]:
    """Tell how well a separator parts the first rows: all into as many cells, most of them so, into many."""
    sample = "".join(text.splitlines(keepends=True)[:_LOOKED_AT])
    try:
        lengths = [len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator) if any(row)]
    except csv.Error:
        return False, 0, 0
    if not lengths or lengths[0] < 2:
        return False, 0, 0
    alike = lengths.count(lengths[0])
    return alike == len(lengths), alike, lengths[0]


def _numbered(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not blank with their numbers as a spreadsheet shows them, from 1."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    for number, row in enumerate(lines, 1):
        cells = [" ".join(cell.split("\n")).strip() if "\n" in cell else cell.strip() for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield number, cells


def _evened(kept: list[tuple[int, list[str]]], left_out: int, separator: str) -> Rows:
    """Return the rows, with empty cells where some are missing."""
    remarks = []
    width = len(kept[0][1])
    for number, row in kept:
        if len(row) > width:
            what = f"has {len(row)} cells in row {number}, and {width} in its first"
            remedy = f"name all columns in the first row; a value with '{_shown(separator)}' in it stands in quotes"
            remarks.append(TableRemark(what, remedy))
            break
    if width > MOST_COLUMNS:
        remarks.append(TableRemark(f"has {width} columns", f"keep {MOST_COLUMNS} at most: no page is as wide"))
    unnamed = [str(number) for number, name in enumerate(kept[0][1], 1) if not name and number > 1]
    if unnamed:
        what = f"has a column without a name (number {unnamed[0]})"
        remarks.append(TableRemark(what, "name it in the first row", is_error=False))
    if left_out:
        what = f"has {len(kept) - 1 + left_out:,} rows, of which pages show {MOST_ROWS}"
        remedy = "nothing need be done: the link to the file stands below; or keep the rows that the text is about"
        remarks.append(TableRemark(what, remedy, is_error=False))
    rows = tuple((*row, *[""] * (width - len(row))) for _, row in kept)
    return Rows(rows, left_out, separator, tuple(remarks))


def _shown(separator: str) -> str:
    return "tab" if separator == "\t" else separator


def _refused(what: str, remedy: str) -> Rows:
    return Rows((), 0, "", (TableRemark(what, remedy),))
