"""TOML front matter, between lines of `+++` as Hugo and Zola have it, as a `Header`: all its values become text."""

import re
import tomllib
from datetime import datetime
from typing import Any

from plugins.desk.front_matter.header import Header, Keys, Value
from plugins.desk.places import Place
from plugins.newsroom.front_matter.mistakes import shown
from plugins.newsroom.problems import Problem

_TABLE = re.compile(r"\s*(?P<brackets>\[\[?)\s*(?P<name>[^\[\]]+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"\s*(?P<name>[\w.\"' -]+?)\s*=\s*")
_ERROR = re.compile(r"(?P<words>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")


def parse_toml(text: str, first_line: int, path: str) -> tuple[Header, list[Problem]]:
    """Return the front matter in `text`, whose first line is line `first_line` of the file."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Header(), [_syntax_problem(str(error), text, first_line, path)]
    except RecursionError:
        return Header(), [Problem(path, first_line, 1, "lists in lists without an end", "write one list")]
    value_places, key_places = _places(text, first_line)
    plain = {key: _plain(value) for key, value in values.items() if value != ""}
    return Header(
        values=plain, value_places=value_places, key_places=key_places, quoted=frozenset(_text_keys(plain, ()))
    ), []


def _plain(value: Any) -> Value:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat(" ") if isinstance(value, datetime) else str(value)


def _text_keys(value: Value, keys: Keys) -> list[Keys]:
    """Return the way to every text inside a value."""
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in _text_keys(inner, (*keys, key))]
    if isinstance(value, list):
        return [found for number, inner in enumerate(value) for found in _text_keys(inner, (*keys, number))]
    return [keys]


def _places(text: str, first_line: int) -> tuple[dict[Keys, Place], dict[Keys, Place]]:
    """Return the places of values and of keys, as far as lines of `key = value` show them."""
    value_places: dict[Keys, Place] = {}
    key_places: dict[Keys, Place] = {}
    table: Keys = ()
    count: dict[Keys, int] = {}
    for number, line in enumerate(text.split("\n"), first_line):
        heading = _TABLE.fullmatch(line)
        key = _KEY.match(line)
        if heading:
            table = _names(heading["name"])
            if heading["brackets"] == "[[":
                count[table] = count.get(table, -1) + 1
                table = (*table, count[table])
            key_places.setdefault(table[:1], Place(number, 1))
            key_places.setdefault(table, Place(number, 1))
        elif key:
            keys = (*table, *_names(key["name"]))
            key_places.setdefault(keys, Place(number, key.start("name") + 1))
            value_places.setdefault(keys, Place(number, key.end() + 1))
    return value_places, key_places


def _names(name: str) -> Keys:
    return tuple(part.strip(" \"'") for part in name.split("."))


def _syntax_problem(error: str, text: str, first_line: int, path: str) -> Problem:
    match = _ERROR.fullmatch(error)
    lines = text.count("\n") + 1
    place = Place(int(match["line"] or lines), int(match["column"] or 1)) if match else Place(1, 1)
    line = text.split("\n")[place.line - 1]
    if re.match(r"\s*[\w-]+\s*:", line):
        what, remedy = "a ':' between key and value", "write '=' between '+++', or put '---' in place of '+++'"
    elif "overwrite" in error:
        what, remedy = "a key a second time", "keep one of the two lines"
    else:
        words = (match["words"] if match else error).strip()
        what = f"front matter that cannot be read as TOML ({shown(words)})"
        remedy = "write 'key = \"value\"' on a line of its own, or use YAML between lines of '---'"
    return Problem(path, place.line + first_line - 1, place.column, what, remedy)
