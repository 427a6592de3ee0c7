"""Values of front matter in the forms of any publisher, as the values that the ranking takes."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import PurePosixPath
from typing import Any

from dateutil import parser

from plugins.desk.places import NONCHARACTERS
from plugins.newsroom.front_matter.slugs import slugify

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
COMMAS = re.compile(r"[,;]")
COMMAS_AND = re.compile(r"[,;]|\s(?:and|&)\s")
"""Separators of names that are written as one string: of tags, and of people."""

_NOTHING = frozenset(["", "~", "null", "none"])
_NAMES = ("slug", "id", "name", "title", "login", "value")
"""Keys that may hold the name of somebody or something, best first."""
_DATE_IN_PATH = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_DATE_PREFIX = re.compile(r"\A\d{4}-\d{1,2}-\d{1,2}(?:[-_]|\Z)")
_SECONDS = re.compile(r"-?\d{9,10}")
_CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff{NONCHARACTERS}\ufffe\uffff]")


def clean(text: str) -> str:
    """Return `text` with line ends of one kind and without control characters, which the desk would report."""
    return _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def first(header: Mapping[str, Any], *keys: str) -> Any:
    """Return the value of the first of `keys` that says something, or an empty text."""
    values = (header.get(key) for key in keys)
    return next((value for value in values if value is not None and str(value).strip().casefold() not in _NOTHING), "")


def line(value: Any) -> str:
    """Return a value that should be one text."""
    return ", ".join(names(value)) if isinstance(value, list | Mapping) else str(value).strip()


def names(value: Any, between: re.Pattern[str] = COMMAS) -> tuple[str, ...]:
    """Return the names in a list, in a mapping, or in one string with something `between` them."""
    parts = [_name(each) for each in value] if isinstance(value, list) else []
    if isinstance(value, Mapping):
        parts = [_name(value)] if any(key in value for key in _NAMES) else [str(key) for key in value]
    elif not isinstance(value, list):
        parts = between.split(str(value))
    known = (part.strip() for part in parts)
    return tuple(dict.fromkeys(part for part in known if part.casefold() not in _NOTHING))


def _name(value: Any) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    return next((str(value[key]) for key in _NAMES if key in value), next(map(str, value), ""))


def slugs(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Return labels as the desk names them, each once."""
    return tuple(dict.fromkeys(slugify(label) or label.casefold() for label in labels))


def seconds(value: str) -> int | None:
    """Return the time that a text names, in seconds since 1970, or None; it is in UTC if no zone is named."""
    if _SECONDS.fullmatch(value):
        return int(value)
    try:
        moment = parser.parse(value, default=EPOCH.replace(tzinfo=None), tzinfos=_zone)
    except (ValueError, OverflowError, TypeError):
        return None
    whole: int = (moment.replace(tzinfo=moment.tzinfo or UTC) - EPOCH) // timedelta(seconds=1)
    return whole


def _zone(_: str | None, offset: int | None) -> tzinfo:
    """Return a zone by its offset: names such as `EST` stand for several, and hours do not matter here."""
    return timezone(timedelta(seconds=offset or 0))


def date_in_path(source: str) -> int | None:
    """Return the date that the path of a file holds, `2015-03-17-…` or `2015/03/17/…`, in seconds since 1970."""
    found = _DATE_IN_PATH.search(source)
    return seconds("-".join(found.groups())) if found else None


def slug_of_path(source: str) -> str:
    """Return the name of a file, or of the folder that it is the index of, without a date before it."""
    path = PurePosixPath(source)
    name = path.parent.name if path.stem in ("index", "_index") and path.parent.name else path.stem
    return _DATE_PREFIX.sub("", name) or name
