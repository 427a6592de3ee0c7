"""The addresses that the publication has, each with the time that it is public from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from plugins.desk.files.entry import ALWAYS, Entry, month_of, url_of
from plugins.newsroom import urls

_NUMBERED = re.compile(r"page/\d+/$")
_FILES = ("/pictures/", urls.asset_url(""))
"""Folders of files whose names change with their content or that belong to the theme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One address of the publication."""

    entry: Entry | None
    """The file that is shown there, where it is a single one."""
    public_from: float | None
    """In seconds since 1970. For a list: when the first of its articles is public; None while all are drafts."""
    is_front: bool = False
    """Whether it has a feed, and as many pages as it needs."""


def is_file(path: str) -> bool:
    """Whether a path is that of a picture or of a file of the theme, which is left alone."""
    return path.startswith(_FILES)


def find_address(addresses: Mapping[str, Address], path: str) -> Address | None:
    """Return the address that `path`, root-relative and without prefix, leads to."""
    if path in addresses:
        return addresses[path]
    front = addresses.get(_NUMBERED.sub("", path)) or addresses.get(path.removesuffix(urls.feed_url("")))
    return front if front and front.is_front else None


def addresses_of(kinds: Mapping[str, Sequence[Entry]], now: datetime) -> dict[str, Address]:
    """Return all addresses but those of files, and of feeds and further pages of fronts: `find_address` adds these."""
    found = {url: Address(entry=None, public_from=ALWAYS) for url in _fixed_urls()}
    for kind in ("pages", "authors", "categories"):
        for entry in kinds.get(kind, ()):
            found[url_of(entry, now)] = Address(entry=entry, public_from=ALWAYS, is_front=kind != "pages")
    for url, article in _lists(kinds.get("articles", ()), now):
        known, own = found.get(url), article.public_from
        times = [time for time in (own, known.public_from if known else None) if time is not None]
        is_front = url.startswith(urls.tags_url())
        found[url] = Address(entry=None, public_from=min(times, default=None), is_front=is_front)
        found[url_of(article, now)] = Address(entry=article, public_from=own)
    return found


def _fixed_urls() -> tuple[str, ...]:
    return ("/", urls.feed_url("/"), urls.archive_url(), urls.tags_url(), urls.authors_url(), "/404.html")


def _lists(articles: Sequence[Entry], now: datetime) -> Iterator[tuple[str, Entry]]:
    """Return every article under the address of its month and under those of its tags."""
    for article in articles:
        if article.has_fields:
            yield urls.month_url(*month_of(article, now)), article
            yield from ((urls.tag_url(slug), article) for _, slug in article.tags)
