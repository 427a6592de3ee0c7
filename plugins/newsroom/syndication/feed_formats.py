"""Formats of feeds: the file at a front, its media type, and which fronts have which."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

FeedFormat = Literal["atom", "rss", "json"]
FrontWithFeed = Literal["home", "language", "category", "tag", "author"]
"""Kinds of pages that have feeds."""


class FormatFile(NamedTuple):
    """File of a feed in one format."""

    name: str
    media_type: str
    label: str
    """For people, beside the title of a feed."""


FEED_FILES: Mapping[FeedFormat, FormatFile] = {
    "atom": FormatFile("feed.xml", "application/atom+xml", "Atom"),
    "rss": FormatFile("rss.xml", "application/rss+xml", "RSS"),
    "json": FormatFile("feed.json", "application/feed+json", "JSON"),
}
"""By format, in the order in which pages name them."""

USUAL_FORMATS: Mapping[str, tuple[FeedFormat, ...]] = {
    "home": ("atom", "rss", "json"),
    "language": ("atom", "rss", "json"),
    "category": ("atom",),
    "tag": ("atom",),
    "author": ("atom",),
}
"""Formats of the feeds of each kind of front, where `FEEDS["formats"]` says nothing of it.

Every list in three formats would triple what an edit writes and sends; all readers take Atom.
"""


def feed_formats(settings: Mapping[str, Any]) -> dict[str, tuple[FeedFormat, ...]]:
    """Return the formats of each kind of front by Pelican's `settings`, whose mistakes the feeds' own check tells."""
    feeds = settings.get("FEEDS")
    own = feeds.get("formats") if isinstance(feeds, dict) else None
    return {**USUAL_FORMATS, **({kind: tuple(formats) for kind, formats in own.items()} if own else {})}
