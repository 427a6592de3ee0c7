"""Feeds as RSS 2.0 (www.rssboard.org/rss-specification), with the modules that readers know."""

import re
from io import BytesIO
from typing import Any

from feedgenerator import Rss201rev2Feed
from feedgenerator.django.utils.feedgenerator import rfc2822_date
from markupsafe import escape

from plugins.feeds.atom import NAMESPACES, add_image, add_links, add_stylesheet, written_item
from plugins.feeds.feed_entry import FeedEntry
from plugins.feeds.written_feed import Feed, WrittenEntry, join_entries

_NAMESPACES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}


_MARKUP = re.compile(r"<[A-Za-z/!?]|&#?\w+;")
"""Signs that a program takes for markup or for an entity, as RSS lets it."""


class NewsRss(Rss201rev2Feed):  # type: ignore[misc]  # feedgenerator has no types
    """RSS with the whole text, every author, pictures and archives."""

    def latest_post_date(self) -> Any:
        """Return the time of the newest change, which the feed knows: the library would look for it in the entries."""
        return self.feed["news"].changed

    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), **NAMESPACES, **_NAMESPACES}

    def add_stylesheets(self, handler: Any) -> None:
        add_stylesheet(handler, self.feed["news"])

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        feed: Feed = self.feed["news"]
        add_links(handler, "atom:link", feed)
        if feed.logo:
            handler.startElement("image", {})
            for name, text in (("url", feed.logo), ("title", feed.title), ("link", feed.front_url)):
                handler.addQuickElement(name, text)
            handler.endElement("image")

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        entry: FeedEntry = item["entry"]
        handler.addQuickElement("title", entry.title)
        handler.addQuickElement("link", entry.url)
        handler.addQuickElement("guid", entry.id, {"isPermaLink": "true" if entry.id == entry.url else "false"})
        handler.addQuickElement("pubDate", rfc2822_date(entry.published))
        handler.addQuickElement("atom:updated", entry.updated.isoformat())
        handler.addQuickElement("description", _described(entry.summary))
        if entry.html:
            handler.addQuickElement("content:encoded", str(entry.html))
        for author in entry.authors:
            handler.addQuickElement("dc:creator", author.name)
        handler.addQuickElement("dc:language", entry.lang)
        for term in (entry.category, *entry.tags):
            handler.addQuickElement("category", term.name, {"domain": term.url})
        for file in entry.files[:1]:  # RSS has one: www.rssboard.org/rss-profile
            enclosure = {"url": file.url, "length": str(file.size), "type": file.media_type}
            handler.addQuickElement("enclosure", None, enclosure)
        for image in (*([entry.image] if entry.image else []), *entry.text_images):
            add_image(handler, image)


def _described(text: str) -> str:
    """Return a text as HTML; escaped only where it looks like some, for browsers show escapes as they stand."""
    return str(escape(text)) if _MARKUP.search(text) else text


def write_rss_entry(entry: FeedEntry) -> WrittenEntry:
    """Return an entry as it stands in all RSS feeds."""
    return written_item(NewsRss, entry)


def rss(feed: Feed) -> bytes:
    """Return a feed as an RSS document in UTF-8; equal feeds give the same bytes."""
    document = NewsRss(
        title=feed.title,
        link=feed.front_url,
        description=_described(feed.subtitle or feed.title),  # which RSS requires
        language=feed.lang,
        feed_url=feed.url,
        news=feed,
    )
    out = BytesIO()
    document.write(out, "utf-8")
    return join_entries(out.getvalue(), b"</channel></rss>", feed)
