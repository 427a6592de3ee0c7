"""The text of a file, edited at places that problems name, everything else kept to the byte."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from plugins.desk.files.entry import Spot

_BOM = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")
_BEGUN, _GOES_ON = r"(?<![\w/.%-])", r"(?![\w/%-]|\.\w)"
"""Places at which no slug and no address is half over."""


class TextEdit(NamedTuple):
    """Text to be put in place of a part; offsets count characters of the file from 0."""

    start: int
    end: int
    text: str


class FileText:
    """The text of one file, its line ends and byte order mark as they are."""

    def __init__(self, data: bytes) -> None:
        """Take the content of a file in UTF-8. Raises UnicodeDecodeError for another encoding."""
        text = data.decode("utf-8")
        self._begin = text[:1] if text.startswith(_BOM) else ""
        self.text = text.removeprefix(_BOM)
        ends = list(_LINE_END.finditer(self.text))
        self.line_end = ends[0][0] if ends else "\n"
        self._starts = [0, *(end.end() for end in ends)]
        self._ends = [*(end.start() for end in ends), len(self.text)]

    def line(self, number: int) -> str:
        """Return a line, from 1, without its end; empty behind the last one."""
        return self.text[self._starts[number - 1] : self._ends[number - 1]] if number <= len(self._starts) else ""

    def offset(self, place: Spot) -> int:
        """Return the offset of a line and column, both from 1; the end of the file behind its last line."""
        line, column = place
        if line > len(self._starts):
            return len(self.text)
        return min(self._starts[line - 1] + column - 1, self._ends[line - 1])

    def found(self, written: str, start: int, end: int | None = None) -> TextEdit | None:
        """Return the first place at or behind `start` that has these words alone, as an edit that changes nothing."""
        pattern = re.compile(_BEGUN + re.escape(written) + _GOES_ON)
        match = pattern.search(self.text, start, len(self.text) if end is None else end)
        return TextEdit(match.start(), match.end(), written) if match else None

    def new_line(self, number: int, text: str) -> TextEdit:
        """Return the edit that puts a line before line `number`."""
        start = self.offset((number, 1))
        if number > len(self._starts) or (start == len(self.text) and self.line(number - 1)):
            is_open = bool(self.text) and not _LINE_END.fullmatch(self.text[-1])
            return TextEdit(start, start, f"{self.line_end if is_open else ''}{text}{self.line_end}")
        return TextEdit(start, start, text + self.line_end)

    def edited(self, edits: Iterable[TextEdit]) -> bytes:
        """Return the file after some edits, the same one made once. Raises ValueError where two meet."""
        parts, last = [], 0
        for edit in sorted(set(edits)):
            if edit.start < last:
                raise ValueError(f"two edits at offset {edit.start}")
            parts += [self.text[last : edit.start], edit.text]
            last = edit.end
        return "".join([self._begin, *parts, self.text[last:]]).encode()
