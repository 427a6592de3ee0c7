"""A feed as Atom (RFC 4287)."""

from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

from feedgenerator import Atom1Feed
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator
from markupsafe import escape

from plugins.feeds.models import Feed, FeedEntry, WrittenEntry

ATOM = "atom"
"""Name of the engine's renderer that writes feeds."""

EPOCH = datetime.fromtimestamp(0, UTC)
END = b"</feed>"


class NewsFeed(Atom1Feed):  # type: ignore[misc]  # feedgenerator has no types
    """Atom with every author of an entry; the library's own names the first."""

    def latest_post_date(self) -> Any:
        """Return the time of the newest change as the maker of the feed says it: the entries are not always given."""
        return self.feed["changed"]

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["lang"]}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for author in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", author.name)
            handler.addQuickElement("uri", author.url)
            handler.endElement("author")


class AtomRenderer:
    """Writes feeds for the engine."""

    def version(self, template: str) -> bytes:
        """Return a constant: feeds depend on nothing but their model and this code."""
        return b"atom"

    def prepare(self, templates: Iterable[str]) -> None:
        """Get ready for nothing."""

    def render(self, model: Feed) -> bytes:
        return atom(model)


def atom(feed: Feed) -> bytes:
    """Return `feed` as an Atom document in UTF-8; equal feeds give the same bytes."""
    before = _frame(feed).removesuffix(END)
    return b"".join([before, *(entry.xml for entry in feed.entries), END])


def write_entry(entry: FeedEntry) -> WrittenEntry:
    """Return `entry` as it stands in every feed."""
    xml = entry_xml(entry)
    return WrittenEntry(updated=entry.updated, digest=sha256(xml).hexdigest(), xml=xml)


def entry_xml(entry: FeedEntry) -> bytes:
    """Return `entry` as the element that it is in every feed."""
    document = NewsFeed(title="", link="", description="")
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
    out = BytesIO()
    document.write_items(SimplerXMLGenerator(out, "utf-8", short_empty_elements=True))
    return out.getvalue()


def _frame(feed: Feed) -> bytes:
    """Return the document without its entries; one that never had any was last changed at the epoch, not now."""
    document = NewsFeed(
        title=feed.title,
        link=feed.front_url,
        description=feed.subtitle,
        language=feed.lang,
        feed_url=feed.url,
        author_name=feed.title,
        changed=max((entry.updated for entry in feed.entries), default=EPOCH),
    )
    out = BytesIO()
    document.write(out, "utf-8")
    return out.getvalue()
