"""A file of `content/` taken apart: bytes to front matter and body. Mistakes become problems, never exceptions."""

import re
from dataclasses import dataclass, replace

from plugins.desk.front_matter.header import Header
from plugins.desk.front_matter.key_value import KEY_LINE, parse_key_value
from plugins.desk.front_matter.yaml import parse_yaml
from plugins.desk.places import NONCHARACTERS
from plugins.newsroom.problems import Problem

_FENCE = "---"
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
    found = tuple(
        _problem_at(text, match.start(), path, f"an invisible control character, U+{ord(match[0]):04X}", "delete it")
        for match in _CONTROL.finditer(text)
    )
    source = _read_text(_CONTROL.sub(" ", text), path)
    return replace(source, problems=(*found, *source.problems)) if found else source


def _read_text(text: str, path: str) -> SplitFile:
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return _broken(Problem(path, 1, 1, "an empty file", _BEGIN))
    if lines[first].rstrip() == _FENCE:
        return _with_yaml(lines, first, path)
    if KEY_LINE.fullmatch(lines[first]):
        return _with_key_values(lines, first, path)
    return _broken(Problem(path, first + 1, 1, "no front matter", _BEGIN))


def _with_yaml(lines: list[str], first: int, path: str) -> SplitFile:
    ends = (number for number in range(first + 1, len(lines)) if lines[number].rstrip() in (_FENCE, "..."))
    end = next(ends, None)
    if end is None:
        remedy = "put a line '---' between the last key and the text"
        return _broken(Problem(path, first + 1, 1, "front matter without an end", remedy))
    header, problems = parse_yaml("\n".join(lines[first + 1 : end]), first + 2, path)
    return _source(header, lines, end + 1, problems)


def _with_key_values(lines: list[str], first: int, path: str) -> SplitFile:
    end = next((number for number in range(first, len(lines)) if not lines[number].strip()), len(lines))
    header, problems = parse_key_value(lines[first:end], first + 1, path)
    return _source(header, lines, end, problems)


def _source(header: Header, lines: list[str], start: int, problems: list[Problem]) -> SplitFile:
    body = "\n".join(lines[start:])
    return SplitFile(header=header, body=body, body_line=start + 1, problems=tuple(problems))


def _broken(problem: Problem) -> SplitFile:
    return SplitFile(header=Header(), body="", body_line=1, problems=(problem,))


def _may_hold_controls(data: bytes) -> bool:
    """Tell whether `_CONTROL` may be found in UTF-8: a quick look that lets nearly every file pass."""
    is_clean = len(data.translate(None, _CONTROL_BYTES)) == len(data)
    return not is_clean or any(lead in data for lead in _NONCHARACTER_LEADS)


def _problem_at(text: str, offset: int, path: str, what: str, remedy: str) -> Problem:
    line = text.count("\n", 0, offset) + 1
    return Problem(path, line, offset - text.rfind("\n", 0, offset), what, remedy)
