"""A feed made of entries that are written already, and the parts that all formats share."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

from plugins.newsroom.syndication.feed_formats import FeedFormat

EPOCH = datetime.fromtimestamp(0, UTC)
"""When a feed without entries was last changed: not now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenEntry:
    """The entry of one article in one format, the same in all feeds of that."""

    updated: datetime
    digest: str
    """SHA-256 of the bytes; feeds are compared by it."""
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLinks:
    """Addresses of other documents of the same feed (RFC 5005), in full; empty where there is none."""

    current: str = ""
    """Of an archive, the feed that readers subscribe to."""
    older: str = ""
    """The archive of the articles before these."""
    newer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One document of a feed, newest entry first."""

    path: str
    """Path below the output folder."""
    format: FeedFormat
    title: str
    subtitle: str
    lang: str
    url: str
    front_url: str
    icon: str
    """Address of the publication's icon, in full; may be empty, as may those below."""
    logo: str
    hub: str
    stylesheet: str
    links: FeedLinks
    entries: tuple[WrittenEntry, ...]

    @property
    def is_archive(self) -> bool:
        return bool(self.links.current)

    @property
    def changed(self) -> datetime:
        """The time of the newest change."""
        return max((entry.updated for entry in self.entries), default=EPOCH)


def digested_entry(updated: datetime, data: bytes) -> WrittenEntry:
    """Return an entry with the digest of its bytes."""
    return WrittenEntry(updated=updated, digest=sha256(data).hexdigest(), data=data)


def join_entries(frame: bytes, end: bytes, feed: Feed, between: bytes = b"") -> bytes:
    """Return a document: its frame, which ends in `end`, with the entries before that."""
    return b"".join([frame.removesuffix(end), between.join(entry.data for entry in feed.entries), end])
