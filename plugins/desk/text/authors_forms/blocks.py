"""Tables, quotations and attributes as GitHub reads them, where Python-Markdown reads them otherwise or loses words."""

import re
from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockQuoteProcessor
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.tables import TableProcessor
from markdown.util import ETX, STX

EXTRA_CELL = "extra-cell"
"""Attribute of a cell that its table has no column for."""

_ATTRIBUTES = r"\{(?=:|[ ]*(?:[.#]|[\w-]+=))\:?[ ]*([^\}\n ][^\}\n]*)\}"
"""`{: … }`, `{.class}`, `{#id}` or `{key=value}`; any other `{words}` are words."""


_OTHER_BLOCK = re.compile(rf"(?:#{{1,6}} |>|[-*+] |\d{{1,9}}[.)] )[^|]*$|{STX}[^{ETX}]*{ETX}$")
"""A heading, a quotation, an item of a list, or code that stands elsewhere by now."""


class Tables(TableProcessor):
    """Tables whose rows lose nothing: cells without a column stay, for the check to tell of them."""

    def __init__(self, parser: Any) -> None:
        super().__init__(parser, {"use_align_attribute": False})

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Read a table, which ends where another block begins."""
        lines = blocks[0].split("\n")
        end = next((place for place, line in enumerate(lines[2:], 2) if _OTHER_BLOCK.match(line)), None)
        if end is not None:
            blocks[:1] = ["\n".join(lines[:end]), "\n".join(lines[end:])]
        super().run(parent, blocks)

    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        super()._build_row(row, parent, align)  # type: ignore[misc]  # as below
        for cell in self._split_row(row)[len(align) :]:
            if cell.strip():
                SubElement(parent[-1], "td", {EXTRA_CELL: ""}).text = cell.strip()

    def _split_row(self, row: str) -> list[str]:
        """Return the cells of a row, with or without a `|` at its ends; one behind a backslash stays, also in code."""
        split: Any = self._split  # type: ignore[attr-defined]  # its types do not name it
        cells = split(self.RE_END_BORDER.sub("", row.removeprefix("|")))
        return [cell.replace(r"\|", "|") for cell in cells]


_BOX_MARK = re.compile(
    r"(?P<mark>[ ]{0,3}>[ ]*\[![^\]\[\n]{1,40}\]):?(?P<words>[^\n]*)(?P<more>\n(?![ ]*>?[ ]*(?:\n|$)))?"
)
"""The first line of a quotation that is a box; `more` if the next one is not empty. With the `:`, Markdown would take
the mark for the name of a link."""


class Quotations(BlockQuoteProcessor):
    """Quotations of which two stay two, with an empty line between them; the mark of a box has a line for itself."""

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        """Read a quotation."""
        if "[!" in blocks[0]:
            blocks[0] = _BOX_MARK.sub(_with_own_line, blocks[0], count=1)
        return super().run(parent, blocks)

    def lastChild(self, parent: Element) -> Element | None:  # noqa: N802 - Python-Markdown calls it so
        """Return the element before, unless it is a quotation, which this one would become a part of."""
        last: Element | None = super().lastChild(parent)
        return None if last is not None and last.tag == "blockquote" else last


class AttributeLists(AttrListTreeprocessor):
    """Attributes in braces; braces round words stay words."""

    HEADER_RE = re.compile(rf"(?<! )[ ]+{_ATTRIBUTES}[ ]*$")  # type: ignore[misc]  # it is final in its types only
    BLOCK_RE = re.compile(rf"\n[ ]*{_ATTRIBUTES}[ ]*$")  # type: ignore[misc]  # it is final in its types only
    INLINE_RE = re.compile(rf"^{_ATTRIBUTES}")  # type: ignore[misc]  # as above


def _with_own_line(found: re.Match[str]) -> str:
    """Return the first line of a box as one block; behind the mark of a pull quote its first words stand, no title."""
    is_quote = "pull" in found["mark"].casefold() and found["words"].strip(" +-")
    return found["mark"] + found["words"] + ("" if not found["more"] else "\n" if is_quote else "\n>\n")
