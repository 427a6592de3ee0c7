"""Characters in front matter that nobody sees: taken for what their author meant, with a word at the first of them.

Word processors and web pages leave them behind: no-break spaces where YAML wants ordinary ones, zero-width spaces and
byte order marks in keys and values.
"""

import re

from plugins.newsroom.problems import Problem, Severity

NOTHING = "\u200b\u2060\ufeff"
"""Characters without a width. Joiners (U+200C, U+200D) are not among them: words of some languages need those."""
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_NAMES = {"\u00a0": "a no-break space", "\u202f": "a narrow no-break space", "\u3000": "an ideographic space"}
_SUSPICIOUS = re.compile(f"[{NOTHING}{_SPACES}]|:\t")
_LINE_HEAD = re.compile(
    rf"[ {_SPACES}]*(?:-[ {_SPACES}]+)?(?:(?:[a-z_][\w-]*|(?<![ {_SPACES}])[A-Z][\w-]*)[ {_SPACES}]*:[ \t{_SPACES}]+)?"
)
"""Indent, `-` and key of a line. A word in capitals is no key below others: it may stand in a text of several lines."""
_ODD_SPACE = re.compile(f"[\t{_SPACES}]")


def ordinary_lines(lines: list[str], first_line: int, path: str) -> tuple[list[str], list[Problem]]:
    """Return lines of front matter without such characters; the first of them is line `first_line` of the file."""
    if not any(map(_SUSPICIOUS.search, lines)):
        return lines, []
    problems: dict[str, Problem] = {}
    changed = []
    for number, line in enumerate(lines, first_line):
        for match in re.finditer(f"[{NOTHING}]", line):
            what = f"an invisible character, {_code(match[0])}, which is left out"
            problem = Problem(path, number, match.start() + 1, what, "delete it", Severity.NOTICE)
            problems.setdefault("nothing", problem)
        visible = re.sub(f"[{NOTHING}]", "", line)
        head = _LINE_HEAD.match(visible)
        end = head.end() if head else 0
        odd = _ODD_SPACE.search(visible, 0, end)
        if odd:
            name = "a tab" if odd[0] == "\t" else f"{_NAMES.get(odd[0], 'an odd space')} ({_code(odd[0])})"
            what = f"{name} before a key or a value, which counts as an ordinary one"
            problem = Problem(path, number, odd.start() + 1, what, "write ordinary spaces there", Severity.NOTICE)
            problems.setdefault("space", problem)
            visible = _ODD_SPACE.sub(" ", visible[:end]) + visible[end:]
        changed.append(visible)
    return changed, list(problems.values())


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
