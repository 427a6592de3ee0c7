"""Lists, fences, tables and quotations by the column of their words, as CommonMark and authors have them.

Python-Markdown wants four spaces a level, an empty line before a list and a table, and fences where their text begins.
"""

import re

from plugins.desk.text.authors_forms import line_kinds as kinds
from plugins.desk.text.authors_forms.fences import FENCE, FenceEnds, fenced_lines
from plugins.desk.text.authors_forms.line_kinds import Before, Item, indent_of, moved

MOST_QUOTATIONS = 20
"""Quotations inside one another that are looked into: nobody nests more, and each costs a call."""


def arrange_lists(lines: list[str], level_width: int = 4) -> list[str]:
    """Return the lines of a text with its lists, fences and quotations as Python-Markdown wants them.

    No word is added or lost, except behind the language of a fence.
    """
    return _Arranger(lines, level_width, 0).arrange() if kinds.WORTH_A_LOOK.search("\n".join(lines)) else lines


class _Arranger:
    """Goes once over the lines of a text, or of a quotation in it, and holds the list items that are open."""

    def __init__(self, lines: list[str], level_width: int, depth: int) -> None:
        self._lines = list(lines)
        self._level_width = level_width
        self._depth = depth
        self._place = 0
        self._out: list[str] = []
        self._items: list[Item] = []
        self._before = Before.BLANK
        self._block_level = 0
        """Items that were open when this block of lines began."""
        self._shift = 0
        """Spaces by which the lines of this block move to the right."""
        self._ends = FenceEnds(self._lines)

    def arrange(self) -> list[str]:
        while self._place < len(self._lines):
            line = self._lines[self._place]
            if line[:1].isalpha() and not self._items:  # as most lines are
                self._copy_line(Before.PARAGRAPH)
                self._shift = self._block_level = 0
                continue
            words = line.lstrip(kinds.SPACES)
            if not words:
                self._copy_line(Before.BLANK)
                self._out[-1] = ""
                continue
            indent = len(line) - len(words)
            if "\u00a0" in line[:indent]:
                line = self._with_plain_indent(indent, words)
            elif words[0] in "o§" and self._items:
                line = kinds.with_plain_bullet(line, self._items[0].marker)
                words = line.lstrip(kinds.SPACES)
            self._take(line, words)
        return self._out

    def _with_plain_indent(self, indent: int, words: str) -> str:
        """Return a line that begins with no-break spaces with plain ones, which at a paragraph would make it code."""
        line = " " * indent + words
        return line if self._items or self._before is Before.ITEM or kinds.ITEM.match(line) else words

    def _take(self, line: str, words: str) -> None:
        sign = words[0]
        if sign in "`~" and self._take_fence(line):
            return
        if sign == "<" and self._take_html(line):
            return
        if sign == ">" and self._depth < MOST_QUOTATIONS and not self._is_code(line):
            self._take_quotation(line)
        elif (sign in "-*+•▪◦‣●\uf0b7\uf0a7·–" or sign.isdigit()) and self._take_item(line):
            return
        else:
            self._take_text(line, words)

    def _is_code(self, line: str) -> bool:
        """Tell whether a line is so far to the right of the words around it that it is code, or goes on with them."""
        return indent_of(line) >= (self._items[-1].words if self._items else 0) + 4

    def _take_item(self, line: str) -> bool:
        found = kinds.ITEM.match(line) or (kinds.EMPTY_ITEM.fullmatch(line) if self._items else None)
        if found is None or kinds.RULE.fullmatch(line) or self._is_code(line):
            return False
        neighbours = self._lines[max(0, self._place - 1) : self._place + 2]
        if found.groupdict().get("dash") and not kinds.is_dash_item(found, neighbours):
            return False
        indent, number = len(found["indent"]), found["number"]
        kept = self._items_around(indent)
        sibling = self._items[kept] if kept < len(self._items) else None
        is_next = sibling is not None and sibling.is_numbered == (number is not None)
        goes_on_with_words = self._before in (Before.ITEM, Before.PARAGRAPH)
        if goes_on_with_words and not is_next and number not in (None, "1"):
            return False  # a year that begins a line, for one
        is_nested_tightly = self._before is Before.ITEM and sibling is None
        needs_blank = self._before not in (Before.BLANK, Before.OTHER) and not is_next and not is_nested_tightly
        # Python-Markdown moves all lines of a block out by as much as its first one.
        if needs_blank or kept < self._block_level:
            self._write_blank()
        if self._before is Before.BLANK:
            self._block_level = kept
        del self._items[kept:]
        self._write_item(line, found, indent, number)
        return True

    def _items_around(self, indent: int) -> int:
        """Return how many of the open items an item at a column is inside of."""
        kept = len(self._items)
        while kept and indent <= self._items[kept - 1].marker:
            kept -= 1
        # One space further in is still beside it, unless its words begin there.
        while kept and self._items[kept - 1].marker + 1 == indent < self._items[kept - 1].words:
            kept -= 1
        return kept

    def _write_item(self, line: str, found: re.Match[str], indent: int, number: str | None) -> None:
        words = line[found.end() :]
        words_column = found.end() if found.end() - indent <= 8 else indent + 2
        margin = " " * (len(self._items) * self._level_width)
        # Python-Markdown would take a lone hyphen for the line below a heading.
        sign = "*" if not words else found["sign"] or "-"
        self._items.append(Item(indent, words_column, number is not None))
        self._before = Before.ITEM
        self._shift = 0
        self._place += 1
        fence = FENCE.match(words)
        end = self._ends.find(fence, self._place) if fence else None
        if fence is not None and end is not None:
            words, sign = "", "*"
        self._out.append(f"{margin}{sign if number is None else number + '.'} {words}")
        if fence is not None and end is not None:
            self._write_fence(fence, end, 0, words_column)

    def _take_fence(self, line: str) -> bool:
        fence = FENCE.match(line)
        if fence is None or (not self._items and self._is_code(line)):
            return False
        end = self._ends.find(fence, self._place + 1)
        if end is None:
            return False
        indent = indent_of(line)
        del self._items[self._items_left(indent) :]
        if self._before is Before.BLANK:
            self._block_level = len(self._items)
        if self._before in (Before.PARAGRAPH, Before.QUOTATION) or (self._before is Before.ITEM and not self._items):
            self._out.append("")
        self._place += 1
        self._write_fence(fence, end, len(self._items) * self._level_width, indent)
        if not self._items and self._place < len(self._lines) and self._lines[self._place].strip():
            self._write_blank()
        return True

    def _write_fence(self, fence: re.Match[str], end: int, level: int, indent: int) -> None:
        """Write a fence and the lines down to its end at another column."""
        self._out += fenced_lines(fence, self._lines[self._place : end], " " * level, indent)
        self._place = end + 1
        self._before = Before.OTHER

    def _take_html(self, line: str) -> bool:
        """Copy the lines of the author's own HTML as they are."""
        if self._is_code(line):
            return False
        is_comment = line.lstrip().startswith("<!--")
        if self._items or self._depth:
            return is_comment and self._drop_comment()
        verbatim = kinds.VERBATIM_TAG.match(line)
        if verbatim or is_comment:
            self._copy_lines_to(f"</{verbatim[1]}".lower() if verbatim else "-->")
            return True
        if not kinds.BLOCK_TAG.match(line):
            return False
        while self._place < len(self._lines) and self._lines[self._place].strip():
            self._copy_line(Before.OTHER)
        return True

    def _drop_comment(self) -> bool:
        """Drop a comment in a list or a quotation, where Python-Markdown would take it apart at its empty lines."""
        end = kinds.cut_comment(self._lines, self._place)
        if end is not None:
            self._place = end
        return end is not None

    def _write_blank(self) -> None:
        self._out.append("")
        self._before = Before.BLANK

    def _copy_lines_to(self, end: str) -> None:
        while self._place < len(self._lines):
            self._copy_line(Before.OTHER)
            if end in self._out[-1].lower():
                break

    def _copy_line(self, kind: Before) -> None:
        self._out.append(self._lines[self._place])
        self._place += 1
        self._before = kind

    def _take_quotation(self, line: str) -> None:
        if self._items and self._before is Before.ITEM and indent_of(line) < self._items[-1].words:
            self._write_blank()
        self._move(line)
        inner = []
        while self._place < len(self._lines) and (quoted := kinds.QUOTED.match(self._lines[self._place])):
            inner.append(self._lines[self._place][quoted.end() :])
            self._place += 1
        margin = " " * max(0, indent_of(line) + self._shift)
        for arranged in _Arranger(inner, self._level_width, self._depth + 1).arrange():
            self._out.append(f"{margin}> {arranged}" if arranged else f"{margin}>")
        self._before = Before.ITEM if self._before is Before.ITEM else Before.QUOTATION

    def _take_text(self, line: str, words: str) -> None:
        ends_lists = words[0] == "#" or kinds.RULE.fullmatch(line) is not None
        if ends_lists and self._items and indent_of(line) < self._items[-1].words:
            self._write_blank()
            self._items.clear()
        is_below_words = self._before in (Before.ITEM, Before.PARAGRAPH, Before.QUOTATION)
        if words[0] == "|" and is_below_words and kinds.is_table_rule(self._lines[self._place + 1 : self._place + 2]):
            self._write_blank()
        is_code = self._before is Before.BLANK and self._is_code(line)
        self._move(line)
        self._out.append(moved(line, self._shift))
        self._place += 1
        if is_code or ends_lists or kinds.NO_PARAGRAPH.match(words):
            self._before = Before.OTHER
        elif self._before is not Before.ITEM:
            self._before = Before.PARAGRAPH

    def _move(self, line: str) -> None:
        """Find out by how much the lines of a block move, at the first of them."""
        if self._before is not Before.BLANK:
            return
        indent = indent_of(line)
        del self._items[self._items_left(indent) :]
        self._block_level = len(self._items)
        self._shift = 0
        level = len(self._items) * self._level_width
        if self._items:
            words = self._items[-1].words
            is_python_markdown = indent >= level and not words + 4 <= indent < level + 4
            self._shift = 0 if is_python_markdown else level - words

    def _items_left(self, indent: int) -> int:
        """Return how many items are still open at a block that begins at a column."""
        kept = len(self._items)
        while kept and indent < self._items[kept - 1].words and indent < kept * self._level_width:
            kept -= 1
        return kept
