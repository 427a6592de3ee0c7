"""Answers of hosts in the form of oEmbed (https://oembed.com, 2.3): the words and the picture that they give."""

import datetime
import json
import re
from typing import Any, NamedTuple

from plugins.embeds.asking.careful_get import GetError
from plugins.embeds.asking.plain_words import attribute_of, plain, post_of
from plugins.newsroom.embeds.embed_cache import EmbedNotes

_MOST_OF_TITLE, MOST_OF_TEXT, MOST_OF_NAME = 200, 400, 100
"""Characters that a card has room for: our own judgement."""
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DATE = re.compile(rf"({'|'.join(_MONTHS)}) (\d{{1,2}}), (\d{{4}})\b")
"""A day as X and Bluesky write it, in the last link of a post."""
_PICTURE_LINK = re.compile(r"\s*\bpic\.(?:twitter|x)\.com/\w+\s*$")
_NO_WORDS = re.compile(r"New status by .*|View (?:this post )?on (?:Instagram|Threads|Mastodon|TikTok)", re.IGNORECASE)
"""Words that a host gives all its posts."""
_SHARED_BY = re.compile(r"A post shared by (.+)")
"""The words of Instagram's last link, which alone name the author."""
_ACCOUNT = re.compile(r"at://(did:[a-z]+:[A-Za-z0-9._:%-]+)/")


class HostWords(NamedTuple):
    """The words that a host gives of an embed, and the address of its picture, if it has one."""

    notes: EmbedNotes
    picture_url: str


def read_oembed(data: bytes) -> HostWords:
    """Return what an answer says. Raises GetError if it is none, or says nothing."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):  # bytes that are no text are a ValueError too
        raise GetError("answers in another form than oEmbed") from None
    if not isinstance(found, dict):
        raise GetError("answers in another form than oEmbed")
    words, last_link = post_of(found.get("html"))
    shared_by = _SHARED_BY.match(last_link)
    account = _ACCOUNT.match(attribute_of(found.get("html"), "data-bluesky-uri"))
    notes = EmbedNotes(
        title=_own(plain(found.get("title"), _MOST_OF_TITLE)),
        text=_own(plain(_PICTURE_LINK.sub("", words), MOST_OF_TEXT)),
        author=plain(found.get("author_name") or (shared_by and shared_by[1]), MOST_OF_NAME),
        date=_date(last_link),
        did=account[1] if account else "",
    )
    if notes == EmbedNotes():
        raise GetError("says neither title nor author")
    return HostWords(notes, _picture_url(found))


def _own(words: str) -> str:
    return "" if _NO_WORDS.fullmatch(words) else words


def _date(words: str) -> datetime.date | None:
    if not (match := _DATE.search(words)):
        return None
    month, day, year = match.groups()
    try:
        return datetime.date(int(year), _MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def _picture_url(found: dict[str, Any]) -> str:
    """Return the address of the picture: of a photograph the photograph itself."""
    urls = (found.get("url") if found.get("type") == "photo" else None, found.get("thumbnail_url"))
    return next((url for url in urls if isinstance(url, str) and url), "")
