"""Characters in front matter that nobody sees: taken for what their author meant, with a word at the first of them.

Word processors and web pages leave them behind: no-break spaces where YAML wants ordinary ones, zero-width spaces and
byte order marks in keys and values. A mark of direction that goes on behind a value would turn what feeds and windows
print behind it.
"""

import re

from plugins.newsroom.problems import Problem, Severity

NOTHING = "\u200b\u2060\ufeff\u202d\u202e"
"""Characters without a width, and those that turn letters against their own direction. Joiners (U+200C, U+200D) are not
among them: words of some languages need those."""
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_NAMES = {"\u00a0": "a no-break space", "\u202f": "a narrow no-break space", "\u3000": "an ideographic space"}
_ENDS = dict.fromkeys("\u202a\u202b", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
"""Marks that begin a direction, each with the one that ends it (UAX 9)."""
_SUSPICIOUS = re.compile(f"[{NOTHING}{_SPACES}{''.join(_ENDS)}]|:\t")
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
        open_marks = _not_ended(line)
        if open_marks:
            what = f"a mark of direction, {_code(line[open_marks[0]])}, that nothing ends, so it is left out"
            remedy = f"write {_code(_ENDS[line[open_marks[0]]])} behind the words that it is for, or delete it"
            problem = Problem(path, number, open_marks[0] + 1, what, remedy, Severity.NOTICE)
            problems.setdefault("direction", problem)
        kept = "".join(each for place, each in enumerate(line) if place not in open_marks) if open_marks else line
        visible = re.sub(f"[{NOTHING}]", "", kept)
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


def _not_ended(line: str) -> list[int]:
    """Return the places of marks that begin a direction and are not ended in the line."""
    begun: list[int] = []
    for place, character in enumerate(line):
        if character in _ENDS:
            begun.append(place)
        elif character in "\u202c\u2069":
            ended = next((each for each in reversed(begun) if _ENDS[line[each]] == character), None)
            if ended is not None:
                begun.remove(ended)
    return begun


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
