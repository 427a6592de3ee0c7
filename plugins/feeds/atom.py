"""A feed as Atom (RFC 4287)."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from feedgenerator import Atom1Feed
from markupsafe import escape

from plugins.feeds.models import Feed, FeedEntry

EPOCH = datetime.fromtimestamp(0, UTC)


class NewsFeed(Atom1Feed):  # type: ignore[misc]  # feedgenerator has no types
    """Atom that names every author of an entry, where the library's own names the first."""

    def latest_post_date(self) -> Any:
        """Return when the newest change was; a feed without entries has the epoch, not the time of the build."""
        return max((item["updateddate"] for item in self.items), default=EPOCH)

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["lang"]}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for author in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", author.name)
            handler.addQuickElement("uri", author.url)
            handler.endElement("author")


def atom(feed: Feed) -> bytes:
    """Return `feed` as an Atom document in UTF-8; equal feeds give the same bytes."""
    document = NewsFeed(
        title=feed.title,
        link=feed.front_url,
        description=feed.subtitle,
        language=feed.lang,
        feed_url=feed.url,
        author_name=feed.title,
    )
    for entry in feed.entries:
        _add(document, entry)
    out = BytesIO()
    document.write(out, "utf-8")
    return out.getvalue()


def _add(document: NewsFeed, entry: FeedEntry) -> None:
    document.add_item(
        title=entry.title,
        link=entry.url,
        unique_id=entry.url,
        description=escape(entry.summary),
        content=entry.content_html,
        pubdate=entry.published,
        updateddate=entry.updated,
        categories=entry.categories,
        authors=entry.authors,
        lang=entry.lang,
    )
