"""Lines of Markdown: their kinds, and patterns for their beginnings, as CommonMark and authors have them."""

import re
from dataclasses import dataclass
from enum import Enum, auto

SPACES = " \u00a0"
ITEM = re.compile(
    r"(?P<indent> *)(?:"
    rf"(?P<number>\d{{1,9}})[.)][{SPACES}]+"
    rf"|(?P<sign>[-*+])[{SPACES}]+"
    rf"|[•▪◦‣●\uf0b7\uf0a7][{SPACES}]*"  # the last two are what Word's bullets are in its symbol fonts
    rf"|·[{SPACES}]+"
    rf"|(?P<dash>–)(?P<gap>[{SPACES}]+)"
    r")(?=\S)"
)
EMPTY_ITEM = re.compile(r"(?P<indent> *)(?:(?P<number>\d{1,9})[.)]|(?P<sign>[-*+])) *")
_INNER_BULLET = re.compile(r" *([o§]) {3,}(?=\S)")
"""Circles and squares in Word's symbol fonts, with a tab behind."""
_DASH = re.compile(rf" *–[{SPACES}]")
RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *")
QUOTED = re.compile(r" *> ?")
VERBATIM_TAG = re.compile(r" {0,3}<(pre|script|style|textarea)\b", re.IGNORECASE)
BLOCK_TAG = re.compile(
    r" {0,3}</?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form"
    r"|h[1-6]|header|hr|iframe|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video)\b"
    r"(?![^<>]*\bmarkdown=)",
    re.IGNORECASE,
)
_TABLE_RULE = re.compile(r" {0,3}\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?")
NO_PARAGRAPH = re.compile(r"#|\||:|\[[^\]]+\]:|\*\[[^\]]+\]:")
"""Beginnings of headings, tables and definitions."""
WORTH_A_LOOK = re.compile(r"^[ >\u00a0]*(?:[-*+•▪◦‣●\uf0b7\uf0a7·–`~|\u00a0]|\d+[.)]|<!--)", re.MULTILINE)


class Before(Enum):
    """The line above, as far as it decides how the next one is read."""

    BLANK = auto()
    ITEM = auto()
    """An item, or a line that goes on with its words."""
    PARAGRAPH = auto()
    QUOTATION = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Item:
    """A list item that is open, with columns in the source."""

    marker: int
    words: int
    is_numbered: bool


def is_dash_item(found: re.Match[str], neighbours: list[str]) -> bool:
    """Tell whether a dash is a bullet: one with a gap behind it, or one of several below one another.

    Otherwise, and in lines that end as lines of a poem do, it begins what somebody says. `neighbours` are the line
    itself and those around it.
    """
    if any(line.endswith("  ") for line in neighbours):
        return False
    return len(found["gap"]) > 1 or sum(bool(_DASH.match(line)) for line in neighbours) > 1


def is_table_rule(lines: list[str]) -> bool:
    """Tell whether some lines are one below the first row of a table."""
    return len(lines) == 1 and _TABLE_RULE.fullmatch(lines[0]) is not None


def with_plain_bullet(line: str, indent: int) -> str:
    """Return an item that begins with a bullet of Word's inner lists as one inside the item at column `indent`."""
    found = _INNER_BULLET.match(line)
    return f"{' ' * (indent + (2 if found[1] == 'o' else 4))}- {line[found.end() :]}" if found else line


def cut_comment(lines: list[str], begin: int) -> int | None:
    """Cut the end of the comment that begins a line, and return the place of the line that it ends in, if it ends."""
    for place in range(begin, len(lines)):
        before, end, behind = lines[place].partition("-->")
        if end:
            lines[place] = f"{' ' * indent_of(before)}{behind.strip()}" if behind.strip() else ""
            return place
    return None


def indent_of(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def moved(line: str, shift: int) -> str:
    """Return a line that many spaces further to the right, or to the left as far as it has spaces."""
    return " " * shift + line if shift > 0 else line[min(-shift, indent_of(line)) :]
