"""Types of front matter values: text as it is written in a file, checked and turned into its meaning.

`mistakes.py` has the error that refuses one; `plugins/desk/front_matter/validate.py` makes a problem of it.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, ValidationInfo

from plugins.newsroom.front_matter.mistakes import mistake, shown
from plugins.newsroom.front_matter.slugs import is_slug, slugify
from plugins.newsroom.front_matter.text_length import length_of
from plugins.newsroom.front_matter.times import read_time
from plugins.newsroom.language.language_tags import LANGUAGE_REMEDY, is_language_tag
from plugins.newsroom.problems import did_you_mean
from plugins.newsroom.syndication.apple_categories import CATEGORIES, NAMES, category_named

_QUOTED = re.compile("^[\"“„‘'](.*)[\"”“’']$")
"""An entry in quotes, which a line of several entries does not need."""
_FEDIVERSE_NAME = re.compile(r"@[A-Za-z0-9_][A-Za-z0-9_.-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_MAIL_ADDRESS = re.compile(r"[^@\s<>\",:]+@[^@\s<>\",:]+\.[^@\s<>\",:.]{2,}")
_BRACKETED = re.compile(r"\s*\[(.*)\]\s*", re.DOTALL)
"""A list in brackets, which front matter of plain `key: value` lines has no need of either."""


@dataclass(frozen=True, slots=True)
class InWords:
    """Name of a type in the reference."""

    text: str


def _one_line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def entries_of(text: str) -> list[str]:
    """Return the entries of a list that is written as one text."""
    entries = (_QUOTED.sub(r"\1", entry.strip()) for entry in re.split(r"[,\n]", _BRACKETED.sub(r"\1", text)))
    return [entry for entry in entries if entry]


def _entries(value: Any) -> Any:
    return entries_of(value) if isinstance(value, str) else value


def _time(value: Any, info: ValidationInfo[ZoneInfo]) -> datetime:
    return read_time(value, info.context)


def _slug(value: str) -> str:
    if not is_slug(value):
        suggestion = slugify(value)
        remedy = f"write {shown(suggestion)}" if suggestion else "use the letters a-z, digits and hyphens"
        raise mistake(f"{shown(value)} cannot stand in an address", remedy)
    return value


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
    except ValueError:
        raise mistake(f"{shown(value)} is no address", "write it in full: https://…") from None
    is_own = value.startswith("/") and not value.startswith("//")
    is_outside = parts.scheme in ("http", "https") and bool(parts.netloc)
    if not (is_own or is_outside or (parts.scheme == "mailto" and parts.path)) or re.search(r"\s", value):
        raise mistake(f"{shown(value)} is no address", "write it in full: https://…")
    return value


def _email(value: str) -> str:
    if not _MAIL_ADDRESS.fullmatch(value):
        raise mistake(f"{shown(value)} is no address for mail", "write it as desk@kabar.example")
    return value


def _fediverse(handle: str) -> str:
    if not _FEDIVERSE_NAME.fullmatch(handle):
        raise mistake(f"{shown(handle)} is no name in the fediverse", "write it as '@ana@social.example', in quotes")
    return handle


def _podcast_category(value: str) -> str:
    if category_named(value) is None:
        names = ", ".join(CATEGORIES)
        remedy = did_you_mean(value, NAMES, f"write one of {names}, or one inside of these, such as Marketing")
        raise mistake(f"{shown(value)} is no category of Apple's list", remedy)
    return value


def _lang(value: str) -> str:
    if not is_language_tag(value):
        raise mistake(f"{shown(value)} is no language tag", LANGUAGE_REMEDY)
    return value


def _length(least: int, most: int) -> AfterValidator:
    def check(value: str) -> str:
        length = length_of(value)
        if not value and least:
            raise mistake("nothing in it", "write something")
        if length < least:
            raise mistake(f"{len(value)} characters are too few", f"write at least {_count(value, least)}", most=most)
        if length > most:
            raise mistake(f"{len(value)} characters are too many", f"write at most {_count(value, most)}", most=most)
        return value

    return AfterValidator(check)


def _count(value: str, letters: int) -> str:
    """Return a number of letters, and of wide characters for a text that has them."""
    is_wide = length_of(value) > len(value)
    return f"{letters}, or {letters // 2} Chinese, Japanese or Korean ones" if is_wide else str(letters)


Line = Annotated[str, BeforeValidator(_one_line), InWords("text")]
"""Text without markup; line breaks in it count as spaces."""
Lines = Annotated[tuple[Line, ...], BeforeValidator(_entries), InWords("list")]
"""A list; one line of text is taken apart at its commas."""
Time = Annotated[datetime, BeforeValidator(_time), InWords("time")]
"""An aware time in the publication's zone, which is the validation's context."""
Slug = Annotated[Line, AfterValidator(_slug), InWords("slug")]
Url = Annotated[Line, AfterValidator(_url), InWords("address")]
Email = Annotated[Line, AfterValidator(_email), InWords("address for mail")]
Fediverse = Annotated[Line, AfterValidator(_fediverse), InWords("name in the fediverse")]
"""`@name@host`."""
PodcastCategory = Annotated[Line, AfterValidator(_podcast_category), InWords("category of Apple's list")]
"""A name of the list, as the author wrote it."""
Lang = Annotated[Line, AfterValidator(_lang), InWords("language tag")]
Title = Annotated[Line, _length(1, 160), InWords("text, at most 160 characters")]
Summary = Annotated[Line, _length(40, 320), InWords("text, 40 to 320 characters")]
Name = Annotated[Line, _length(1, 80), InWords("text, at most 80 characters")]
Label = Annotated[Line, _length(0, 80), InWords("text, at most 80 characters")]
"""A name that may be empty."""
Sentence = Annotated[Line, _length(1, 500), InWords("text, at most 500 characters")]
Note = Annotated[Line, _length(0, 320), InWords("text, at most 320 characters")]
