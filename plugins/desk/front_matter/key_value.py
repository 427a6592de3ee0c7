"""Pelican's own front matter: `Key: value` lines up to the first empty one, as a `Header`.

Keys count without case, an indented line continues the value above it, and a dot leads into nested keys
(`Picture.alt: …`, `Links.1.url: …`).
"""

import re

from plugins.desk.front_matter.header import Header, Keys, Value
from plugins.desk.places import Place
from plugins.newsroom.front_matter.mistakes import shown
from plugins.newsroom.problems import Problem

KEY_LINE = re.compile(r"(?P<key>[A-Za-z][\w-]*(?:\.[\w-]+)*)[ ]*:(?P<gap>[ \t]*)(?P<value>.*)")


def parse_key_value(lines: list[str], first_line: int, path: str) -> tuple[Header, list[Problem]]:
    """Return the front matter in `lines`, the first of which is line `first_line` of the file."""
    values: dict[Keys, str] = {}
    value_places: dict[Keys, Place] = {}
    key_places: dict[Keys, Place] = {}
    problems: list[Problem] = []
    keys: Keys = ()
    for number, line in enumerate(lines, first_line):
        match = KEY_LINE.fullmatch(line)
        if match:
            keys = _keys(match["key"])
            if keys in key_places:
                remedy = f"keep one of it and line {key_places[keys].line}"
                problems.append(Problem(path, number, 1, f"key {shown(match['key'])} a second time", remedy))
                continue
            for length in range(1, len(keys) + 1):
                key_places.setdefault(keys[:length], Place(number, 1))
            if match["value"].strip():
                values[keys] = match["value"].strip()
                value_places[keys] = Place(number, match.start("value") + 1)
        elif line.startswith(" ") and keys:
            values[keys] = f"{values[keys]}\n{line.strip()}" if keys in values else line.strip()
            value_places.setdefault(keys, Place(number, len(line) - len(line.lstrip()) + 1))
        else:
            problems.append(_line_problem(path, number, line))
    return Header(values=_nested(values), value_places=value_places, key_places=key_places), problems


def _keys(name: str) -> Keys:
    parts = name.lower().split(".")
    return tuple(int(part) - 1 if part.isdecimal() and part != "0" else part for part in parts)


def _line_problem(path: str, number: int, line: str) -> Problem:
    if line.startswith("\t"):
        return Problem(path, number, 1, "a tab", "indent with spaces")
    remedy = "write 'Key: value', indent a continued value, and leave an empty line before the text"
    return Problem(path, number, 1, "a line of front matter without a key", remedy)


def _nested(values: dict[Keys, str]) -> dict[str, Value]:
    tree: dict[str, Value] = {}
    for name in dict.fromkeys(keys[0] for keys in values):
        tree[str(name)] = _branch({keys[1:]: value for keys, value in values.items() if keys[0] == name})
    return tree


def _branch(values: dict[Keys, str]) -> Value:
    if () in values:
        return values[()]
    numbers = sorted({keys[0] for keys in values if isinstance(keys[0], int)})
    if all(isinstance(keys[0], int) for keys in values):
        return [_branch({k[1:]: v for k, v in values.items() if k[0] == number}) for number in numbers]
    return _nested(values)
