"""Front matter with one value more or another one, in all its three forms, everything else kept to the byte.

An edit counts only if what is read afterwards is what was meant: forms that nobody foresaw are refused, not guessed.
"""

import json
import re
from collections.abc import Iterator
from typing import Literal

from plugins.desk.front_matter.header import Header, Value
from plugins.desk.front_matter.split import split_file
from plugins.desk.moving.file_text import FileText, TextEdit
from plugins.desk.places import Place
from plugins.newsroom.front_matter.types import entries_of

Form = Literal["yaml", "toml", "key-value"]

_TABLE = re.compile(r"\s*\[")
_FENCES: dict[str, Form] = {"---": "yaml", "+++": "toml"}


def with_entry(data: bytes, key: str, entry: str) -> bytes | None:
    """Return a file whose front matter has `entry` at the end of the list `key`; None where it cannot be written so."""
    header = split_file(data, "").header
    if entry in _entries(header.values.get(key)):
        return data
    entries: list[Value] = [*_entries(header.values.get(key)), entry]
    wanted: dict[str, Value] = {**header.values, key: entries}
    for edits in _entry_edits(_Front(data, header), key, entry):
        if (found := _as_wanted(data, edits, wanted)) is not None:
            return found
    return None


def with_value(data: bytes, key: str, value: str) -> bytes | None:
    """Return a file with another text at a key that its front matter has; None where it cannot be written so."""
    header, text = split_file(data, "").header, FileText(data)
    old = header.values.get(key)
    found = text.found(old.strip(), text.offset(header.place_of(key))) if isinstance(old, str) else None
    if found is None:
        return None
    return _as_wanted(data, [found._replace(text=value)], {**header.values, key: value})


def _as_wanted(data: bytes, edits: list[TextEdit], wanted: dict[str, Value]) -> bytes | None:
    edited, before = FileText(data).edited(edits), split_file(data, "")
    after = split_file(edited, "")
    found = after.header.values
    is_same = found.keys() == wanted.keys() and all(_is_same(found[key], wanted[key]) for key in wanted)
    return edited if is_same and after.body == before.body and len(after.problems) == len(before.problems) else None


def _is_same(found: Value, wanted: Value) -> bool:
    is_list = isinstance(wanted, list) and isinstance(found, str)
    return _entries(found) == wanted if is_list else found == wanted


def _entries(value: Value | None) -> list[str]:
    """Return the entries of a list, which may be one line of text."""
    if isinstance(value, str):
        return entries_of(value)
    return [entry if isinstance(entry, str) else repr(entry) for entry in value or ()]


class _Front:
    """The front matter of a file as it is written."""

    def __init__(self, data: bytes, header: Header) -> None:
        parts = split_file(data, "")
        self.file, self.header = FileText(data), header
        lines = range(1, parts.body_line + 1)
        self.first = next((number for number in lines if self.file.line(number).strip("\ufeff \t\u00a0")), 1)
        self.form = _FENCES.get(self.file.line(self.first).strip("\ufeff \t\u00a0"), "key-value")
        self.last = parts.body_line - (2 if self.form != "key-value" else 1)
        """The last line of keys."""
        if self.form != "key-value":
            self.first += 1

    @property
    def end(self) -> int:
        """The offset of the end of the last line of keys."""
        return self.file.offset((self.last, len(self.file.line(self.last)) + 1))

    def new_line(self, key: str, entry: str) -> Iterator[TextEdit]:
        """Yield the places for a line of its own, the best first."""
        first_key = min(self.header.key_places.values(), default=Place(self.first, 1))
        indent = " " * (first_key.column - 1)
        match self.form:
            case "yaml":
                yield self.file.new_line(self.last + 1, f"{indent}{key}: [{entry}]")
            case "toml":
                lines = range(self.first, self.last + 1)
                tables = [number for number in lines if _TABLE.match(self.file.line(number))]
                for number in (*tables[:1], self.last + 1, self.first):
                    yield self.file.new_line(number, f"{key} = [{json.dumps(entry)}]")
            case "key-value":
                has_capitals = self.file.line(first_key.line)[:1].isupper()
                name = key.capitalize() if has_capitals else key
                yield self.file.new_line(self.last + 1, f"{name}: {entry}")


def _entry_edits(front: _Front, key: str, entry: str) -> Iterator[list[TextEdit]]:
    """Yield edits that may put an entry at the end of a list, the best first."""
    if (key,) not in front.header.key_places:
        yield from ([edit] for edit in front.new_line(key, entry))
        return
    file, value = front.file, _entries(front.header.values.get(key))
    start = file.offset(front.header.place_of(key))
    if not value:
        yield from _into_empty(front, key, entry)
        return
    last = start
    for each in value:
        found = file.found(each, last, front.end)
        if found is None:
            return
        last = found.end
    line = next(n for n in range(front.first, front.last + 1) if last <= file.offset((n, len(file.line(n)) + 1)))
    item = re.match(r"\s*-\s+", file.line(line))
    if item and front.form == "yaml":
        yield [file.new_line(line + 1, f"{item[0]}{entry}")]
    quote = next(iter(re.findall("[\"']", file.text[last : last + 1])), "")
    for sign in dict.fromkeys((quote, "")):  # behind the last entry, or within quotes around all
        at = last + len(sign)
        yield [TextEdit(at, at, f", {sign}{entry}{sign}")]
    yield [TextEdit(start, start, "["), TextEdit(last, last, f", {entry}]")]


def _into_empty(front: _Front, key: str, entry: str) -> Iterator[list[TextEdit]]:
    """Yield edits that may put an entry into a list without any: `aliases:`, `aliases: []`."""
    start = front.file.offset(front.header.place_of_key(key))
    line = front.file.text[start : front.end].splitlines()[0]
    written = json.dumps(entry) if front.form == "toml" else entry
    if "[" in line:
        at = start + line.index("[") + 1
        yield [TextEdit(at, at, written)]
    elif ":" in line:
        at = start + line.index(":") + 1
        yield [TextEdit(at, at, f" {written}" if front.form == "key-value" else f" [{written}]")]
