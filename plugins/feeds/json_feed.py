"""Feeds as JSON Feed 1.1 (www.jsonfeed.org/version/1.1)."""

import json
from typing import Any

from plugins.feeds.feed_entry import FeedEntry
from plugins.feeds.feed_files import FeedFile
from plugins.feeds.written_feed import Feed, WrittenEntry, digested_entry, join_entries

_VERSION = "https://jsonfeed.org/version/1.1"
_END = b"]}"


def write_json_entry(entry: FeedEntry) -> WrittenEntry:
    """Return an entry as it stands in all JSON feeds."""
    item = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": str(entry.html),
        "content_text": "" if entry.html else entry.summary or entry.title,  # JSON Feed requires one of the two
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": [{"name": author.name, "url": author.url} for author in entry.authors],
        "tags": [term.name for term in (entry.category, *entry.tags)],
        "language": entry.lang,
        "image": entry.image.url if entry.image else "",
        "attachments": [_attachment(file) for file in entry.files],
    }
    return digested_entry(entry.updated, _json(_said(item)))


def json_feed(feed: Feed) -> bytes:
    """Return a feed as a JSON document in UTF-8; equal feeds give the same bytes."""
    frame = {
        "version": _VERSION,
        "title": feed.title,
        "home_page_url": feed.front_url,
        "feed_url": feed.url,
        "description": feed.subtitle,
        "next_url": feed.links.older,
        "icon": feed.icon,
        "favicon": feed.icon,
        "language": feed.lang,
        "hubs": [{"type": "WebSub", "url": feed.hub}] if feed.hub else [],
    }
    return join_entries(_json({**_said(frame), "items": []}), _END, feed, between=b",")


def _attachment(file: FeedFile) -> dict[str, Any]:
    facts = {"url": file.url, "mime_type": file.media_type, "size_in_bytes": file.size}
    return {**facts, **({"duration_in_seconds": file.seconds} if file.seconds else {})}


def _said(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _json(values: dict[str, Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
