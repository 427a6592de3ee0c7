"""Front matter of any publisher, as far as it can be made out: YAML, broken YAML, TOML, `Key: value` lines, or none.

Nothing is a mistake here. Scalars of YAML stay as they are written, so `slug: 007` and `date: 2015-02-30` are texts.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

Header = dict[str, Any]

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_KEY = re.compile(r"([A-Za-z][\w .-]*?)\s*:(?:\s+(.*)|$)")
_LIST_ITEM = re.compile(r"\s*-\s+(.*)")
_KNOWN = frozenset(["title", "date", "slug", "author", "authors", "tags", "category", "categories", "summary"])
"""A file that begins with lines of `Key: value` has one of these among its keys, or it is a text."""
_GROUPS = ("taxonomies", "params", "extra", "metadata")
"""Tables that Hugo and Zola keep further keys in."""
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def split(text: str) -> tuple[Header, str, str]:
    """Return the front matter of a file by keys in small letters, its body, and a note of an oddity, or nothing."""
    lines = text.lstrip("\n").split("\n")
    fence = lines[0].rstrip()
    if fence not in _FENCES:
        return _key_values(lines)
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in _FENCES[fence]), None)
    odd = ""
    if end is None:
        end = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
        odd = "front matter without an end, which was taken to be before the first empty line"
    header, broken = _parse("\n".join(lines[1:end]), is_toml=fence == "+++")
    return _folded(header), "\n".join(lines[end + 1 :]), odd or broken


def _key_values(lines: list[str]) -> tuple[Header, str, str]:
    end = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    header = _folded(dict(_pairs(lines[:end]))) if _KEY.fullmatch(lines[0]) else {}
    if _KNOWN.isdisjoint(header):
        return {}, "\n".join(lines), ""
    return header, "\n".join(lines[end:]), ""


def _parse(text: str, is_toml: bool) -> tuple[Mapping[Any, Any], str]:
    """Return the keys of front matter, line by line where it breaks its own rules, and a note of an oddity or none."""
    try:
        found = tomllib.loads(text) if is_toml else yaml.load(text, Loader=_LOADER)
    except (ValueError, yaml.YAMLError, RecursionError):
        plain = re.sub(r"^([\w-]+)\s*=\s*", r"\1: ", text, flags=re.MULTILINE) if is_toml else text
        return dict(_pairs(plain.split("\n"))), f"invalid {'TOML' if is_toml else 'YAML'}, read line by line"
    if isinstance(found, Mapping):
        return found, ""
    return {}, "front matter without keys" if found else ""


def _pairs(lines: list[str]) -> Iterator[tuple[str, Any]]:
    """Yield keys and values of `key: value` lines, each with the list or the further lines that follow it."""
    key, value, items = "", "", list[str]()
    for line in [*lines, "end:"]:
        started, item = _KEY.fullmatch(line.rstrip()), _LIST_ITEM.fullmatch(line)
        if started:
            if key:
                yield key, items or _plain(value)
            key, value, items = started[1], (started[2] or "").strip(), []
        elif item:
            items.append(_unquoted(item[1]))
        else:
            value = f"{value} {line.strip()}".strip()


def _plain(value: str) -> str | list[str]:
    if value.startswith("[") and value.endswith("]"):
        return [_unquoted(each) for each in value[1:-1].split(",")]
    return _unquoted(re.sub(r"^[>|][+-]?(?=\s|$)", "", value))


def _unquoted(value: str) -> str:
    value = value.strip()
    is_quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if is_quoted else value


def _folded(header: Mapping[Any, Any]) -> Header:
    """Return a header with keys in small letters; those of its groups follow where it has no such key itself."""
    top = {str(key).strip().casefold(): value for key, value in header.items()}
    groups = [top[name] for name in _GROUPS if isinstance(top.get(name), Mapping)]
    return {str(key).casefold(): value for group in reversed(groups) for key, value in group.items()} | top
