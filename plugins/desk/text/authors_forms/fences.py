"""Fenced code: where it ends, and its lines at another column."""

import re

FENCE = re.compile(r" *(?P<sign>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)")
_LANGUAGE = re.compile(r"(?<![#\w=\"])[A-Za-z][\w#+-]*(?![\w#+-]*=)")
"""The first word behind a fence that is no id, no value, and no name of one."""


class FenceEnds:
    """Finds the ends of the fences in some lines, each search once."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._never_closed: dict[str, int] = {}
        """Length of the shortest fence, by its sign, that nothing below closes."""

    def find(self, fence: re.Match[str], begin: int) -> int | None:
        """Return the place of the line that closes a fence, from `begin` on."""
        sign: str = fence["sign"]
        if len(sign) >= self._never_closed.get(sign[0], len(sign) + 1):
            return None
        for place in range(begin, len(self._lines)):
            words = self._lines[place].strip()
            if words.startswith(sign) and not words.strip(sign[0]):
                return place
        self._never_closed[sign[0]] = len(sign)
        return None


def fenced_lines(fence: re.Match[str], lines: list[str], margin: str, indent: int) -> list[str]:
    """Return a fence with the `lines` in it behind a margin; up to `indent` spaces before each belong to the fence.

    Of what stands behind the fence only the language stays, as on GitHub.
    """
    language = _LANGUAGE.search(fence["info"])
    begin = f"{margin}{fence['sign']}{language[0] if language else ''}"
    inside = [margin + _without_indent(line, indent) if line.strip() else line for line in lines]
    return [begin, *inside, margin + fence["sign"]]


def _without_indent(line: str, most: int) -> str:
    return line[min(most, len(line) - len(line.lstrip(" "))) :]
