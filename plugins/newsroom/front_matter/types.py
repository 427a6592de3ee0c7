"""Types of front matter values: text as it is written in a file, checked and turned into its meaning.

A mistake is a `PydanticCustomError` with `what` was found and the `remedy`; `plugins/desk/front_matter/validate.py`
makes a problem of it.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timezone
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from plugins.newsroom.front_matter.slugs import is_slug, slugify

_TIME = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?",
)
_FIRST_YEAR = 1000
"""Of four digits, as addresses have them."""
_LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Words:
    """Name of a type in the reference."""

    text: str


def mistake(what: str, remedy: str) -> PydanticCustomError:
    """Return the error that a field refuses its value with."""
    return PydanticCustomError("desk", "{what}", {"what": what, "remedy": remedy})


def _one_line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def _entries(value: Any) -> Any:
    if isinstance(value, str):
        return [entry.strip() for entry in re.split(r"[,\n]", value) if entry.strip()]
    return value


def _time(value: Any, info: ValidationInfo[ZoneInfo]) -> datetime:
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        raise mistake(f"{value!r} is no time", "write it as 2023-11-24 09:30")
    try:
        written = datetime.fromisoformat(value.replace(" +", "+").replace(" -", "-").replace(" Z", "Z"))
        return _in_zone(written, info.context)
    except (ValueError, OverflowError):
        raise mistake(f"{value!r} is not in the calendar", "check year, month, day and time") from None


def _in_zone(written: datetime, zone: ZoneInfo) -> datetime:
    """Return a time with the zone's offset and its name at that time. Raises ValueError or OverflowError if it is none.

    The offset is fixed because Python compares times of one ZoneInfo by their clocks, and clocks are put back once a
    year: 02:15 may be later than 02:45.
    """
    time = (written if written.tzinfo else written.replace(tzinfo=zone)).astimezone(UTC).astimezone(zone)
    offset = time.utcoffset()
    if time.year < _FIRST_YEAR or offset is None:
        raise ValueError(f"no time for an address: {time}")
    return time.replace(tzinfo=timezone(offset, time.tzname() or "UTC"), fold=0)


def _slug(value: str) -> str:
    if not is_slug(value):
        suggestion = slugify(value)
        remedy = f"write {suggestion!r}" if suggestion else "use the letters a-z, digits and hyphens"
        raise mistake(f"{value!r} cannot stand in an address", remedy)
    return value


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
    except ValueError:
        raise mistake(f"{value!r} is no address", "write it in full: https://…") from None
    is_own = value.startswith("/") and not value.startswith("//")
    is_outside = parts.scheme in ("http", "https") and bool(parts.netloc)
    if not (is_own or is_outside or (parts.scheme == "mailto" and parts.path)) or re.search(r"\s", value):
        raise mistake(f"{value!r} is no address", "write it in full: https://…")
    return value


def _lang(value: str) -> str:
    if not _LANG.fullmatch(value):
        raise mistake(f"{value!r} is no language tag", "write one as BCP 47 has it: en, ms, zh-Hant")
    return value


def _length(least: int, most: int) -> AfterValidator:
    def check(value: str) -> str:
        if not value and least:
            raise mistake("nothing in it", "write something")
        if not least <= len(value) <= most:
            wanted = f"at least {least}" if len(value) < least else f"at most {most}"
            raise mistake(f"{len(value)} characters", f"write {wanted}")
        return value

    return AfterValidator(check)


Line = Annotated[str, BeforeValidator(_one_line), Words("text")]
"""Text without markup; line breaks in it count as spaces."""
Lines = Annotated[tuple[Line, ...], BeforeValidator(_entries), Words("list")]
"""A list; one line of text is taken apart at its commas."""
Time = Annotated[datetime, BeforeValidator(_time), Words("time")]
"""An aware time in the publication's zone, which is the validation's context."""
Slug = Annotated[Line, AfterValidator(_slug), Words("slug")]
Url = Annotated[Line, AfterValidator(_url), Words("address")]
Lang = Annotated[Line, AfterValidator(_lang), Words("language tag")]
Title = Annotated[Line, _length(1, 160), Words("text, at most 160 characters")]
Summary = Annotated[Line, _length(40, 320), Words("text, 40 to 320 characters")]
Name = Annotated[Line, _length(1, 80), Words("text, at most 80 characters")]
Label = Annotated[Line, _length(0, 80), Words("text, at most 80 characters")]
"""A name that may be empty."""
Sentence = Annotated[Line, _length(1, 500), Words("text, at most 500 characters")]
Note = Annotated[Line, _length(0, 320), Words("text, at most 320 characters")]
