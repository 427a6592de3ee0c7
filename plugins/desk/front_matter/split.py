"""A file of `content/` taken apart: bytes to front matter and body. Mistakes become problems, never exceptions."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from plugins.desk.front_matter.header import Header
from plugins.desk.front_matter.invisible import NOTHING, ordinary_lines
from plugins.desk.front_matter.key_value import KEY_LINE, parse_key_value
from plugins.desk.front_matter.yaml import parse_yaml
from plugins.desk.places import NONCHARACTERS
from plugins.newsroom.front_matter.mistakes import shown
from plugins.newsroom.problems import Problem

Parse: TypeAlias = Callable[[str, int, str], tuple[Header, list[Problem]]]
"""Reads front matter of several lines; the number is that of the first one in the file."""

_FENCE = "---"
_TOML_FENCE = "+++"
_DASHES = re.compile("[-\u2010-\u2015\u2212]{2,}")
"""Hyphens and dashes that word processors make of them, in another number than three hyphens."""
_BLANK = f" \t\u00a0{NOTHING}"
_CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f{NONCHARACTERS}\ufffe\uffff]")
"""Characters that XML, and so a feed, cannot hold in any form, and those that only our own slots are made of."""
_CONTROL_BYTES = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r")
_NONCHARACTER_LEADS = (b"\xef\xb7", b"\xef\xbf")
"""First bytes of the noncharacters among them in UTF-8."""
_BEGIN = "begin the file with a line '---', then 'title: …' and the other keys, then a line '---'"


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitFile:
    """One file, taken apart."""

    header: Header
    body: str
    body_line: int
    """The line of the file that the body begins on, from 1."""
    problems: tuple[Problem, ...]


def split_file(data: bytes, path: str) -> SplitFile:
    """Return header and body of a file with the content `data`; `path` is for problems only."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        return _broken(_problem_at(before, len(before), path, "text that is not UTF-8", "save the file as UTF-8"))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _may_hold_controls(data):
        return _read_text(text, path)
    found = tuple(_control_problem(text, match, path) for match in _CONTROL.finditer(text))
    source = _read_text(_CONTROL.sub(" ", text), path)
    return replace(source, problems=(*found, *source.problems)) if found else source


def _read_text(text: str, path: str) -> SplitFile:
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip(_BLANK)), None)
    if first is None:
        return _broken(Problem(path, 1, 1, "an empty file", _BEGIN))
    opening = lines[first].strip(_BLANK)
    if opening == _FENCE:
        return _fenced(lines, first, path, (_FENCE, "..."), parse_yaml)
    if opening == _TOML_FENCE:
        from plugins.desk.front_matter.toml import parse_toml  # here, for hardly any file needs it

        return _fenced(lines, first, path, (_TOML_FENCE,), parse_toml)
    if KEY_LINE.fullmatch(ordinary_lines([lines[first]], 1, path)[0][0]):
        return _with_key_values(lines, first, path)
    return _broken(Problem(path, first + 1, 1, *_no_front_matter(opening)))


def _no_front_matter(opening: str) -> tuple[str, str]:
    """Return what the first line of a file shows in place of front matter, and the remedy."""
    if _DASHES.fullmatch(opening):
        return f"{shown(opening)} in place of '---'", "write a line of three hyphens: '---'"
    if opening.startswith("{"):
        return "front matter in JSON, which nothing here reads", _BEGIN
    if re.fullmatch(r"(---|\+\+\+)\s*\w+", opening):
        return f"{shown(opening)} in place of '{opening[:3]}'", f"write a line '{opening[:3]}' alone"
    return "no front matter", _BEGIN


def _fenced(lines: list[str], first: int, path: str, fences: tuple[str, ...], parse: Parse) -> SplitFile:
    ends = (number for number in range(first + 1, len(lines)) if lines[number].rstrip(_BLANK) in fences)
    end = next(ends, None)
    if end is None:
        return _broken(_without_end(lines, first, path, fences[0]))
    kept, found = ordinary_lines(lines[first + 1 : end], first + 2, path)
    header, problems = parse("\n".join(kept), first + 2, path)
    return _source(header, lines, end + 1, [*found, *problems])


def _without_end(lines: list[str], first: int, path: str, fence: str) -> Problem:
    for number in range(first + 1, len(lines)):
        closing = lines[number].strip(_BLANK)
        if closing != fence and _DASHES.fullmatch(closing):
            what = f"{shown(closing)} at the end of the front matter"
            return Problem(path, number + 1, 1, what, f"write a line '{fence}' in its place")
    remedy = f"put a line '{fence}' between the last key and the text"
    return Problem(path, first + 1, 1, "front matter without an end", remedy)


def _with_key_values(lines: list[str], first: int, path: str) -> SplitFile:
    end = next((number for number in range(first, len(lines)) if not lines[number].strip(_BLANK)), len(lines))
    kept, found = ordinary_lines(lines[first:end], first + 1, path)
    header, problems = parse_key_value(kept, first + 1, path)
    return _source(header, lines, end, [*found, *problems])


def _source(header: Header, lines: list[str], start: int, problems: list[Problem]) -> SplitFile:
    body = "\n".join(lines[start:])
    return SplitFile(header=header, body=body, body_line=start + 1, problems=tuple(problems))


def _broken(problem: Problem) -> SplitFile:
    return SplitFile(header=Header(), body="", body_line=1, problems=(problem,))


def _may_hold_controls(data: bytes) -> bool:
    """Tell whether `_CONTROL` may be found in UTF-8: a quick look that lets nearly every file pass."""
    is_clean = len(data.translate(None, _CONTROL_BYTES)) == len(data)
    return not is_clean or any(lead in data for lead in _NONCHARACTER_LEADS)


def _control_problem(text: str, match: re.Match[str], path: str) -> Problem:
    """Return the problem of a control character, which counts as a space."""
    what = f"an invisible control character, U+{ord(match[0]):04X}"
    return replace(_problem_at(text, match.start(), path, what, "delete it"), has_rendering=True)


def _problem_at(text: str, offset: int, path: str, what: str, remedy: str) -> Problem:
    line = text.count("\n", 0, offset) + 1
    return Problem(path, line, offset - text.rfind("\n", 0, offset), what, remedy)
