"""A feed as a frozen value: all that its bytes depend on."""

from dataclasses import dataclass, field
from datetime import datetime

from plugins.newsroom.markup import Html


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedAuthor:
    """One author of an entry."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One article; every URL in it is absolute."""

    title: str
    url: str
    published: datetime
    updated: datetime
    authors: tuple[FeedAuthor, ...]
    summary: str
    content_html: Html
    categories: tuple[str, ...]
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenEntry:
    """An entry as the element that it is in every feed: an article stands in seven or so."""

    updated: datetime
    digest: str
    """SHA-256 of the XML; feeds are compared by it."""
    xml: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One feed, newest entry first."""

    path: str
    """Path below the output folder."""
    title: str
    subtitle: str
    lang: str
    url: str
    front_url: str
    entries: tuple[WrittenEntry, ...]
