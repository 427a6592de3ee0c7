"""A feed as a frozen value, which holds everything that its bytes depend on."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenEntry:
    """The entry of one article, the same in all feeds: an article stands in about seven."""

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
