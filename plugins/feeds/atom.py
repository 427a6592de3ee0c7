"""Feeds as Atom (RFC 4287), with pictures as Media RSS has them (www.rssboard.org/media-rss)."""

from io import BytesIO
from typing import Any

from feedgenerator import Atom1Feed, SyndicationFeed
from feedgenerator.django.utils.feedgenerator import rfc3339_date
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator
from markupsafe import escape

from plugins.feeds.feed_entry import FeedEntry
from plugins.feeds.feed_images import FeedImage
from plugins.feeds.written_feed import Feed, WrittenEntry, digested_entry, join_entries

NAMESPACES = {
    "xmlns:fh": "http://purl.org/syndication/history/1.0",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


class NewsFeed(Atom1Feed):  # type: ignore[misc]  # feedgenerator has no types
    """Atom with every author, with pictures and with archives, which the library's own class has not."""

    def latest_post_date(self) -> Any:
        """Return the time of the newest change, which the feed knows: the library would look for it in the entries."""
        return self.feed["news"].changed

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), **NAMESPACES}

    def write(self, outfile: Any, encoding: str) -> None:
        """Write the document; the library's Atom has no place for a stylesheet."""
        handler = SimplerXMLGenerator(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        add_stylesheet(handler, self.feed["news"])
        handler.startElement("feed", self.root_attributes())
        self.add_root_elements(handler)
        handler.endElement("feed")

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        feed: Feed = self.feed["news"]
        add_links(handler, "link", feed)
        for name, url in (("icon", feed.icon), ("logo", feed.logo)):
            if url:
                handler.addQuickElement(name, url)

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["entry"].lang}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        entry: FeedEntry = item["entry"]
        handler.addQuickElement("title", entry.title)
        handler.addQuickElement("link", None, {"href": entry.url, "rel": "alternate"})
        handler.addQuickElement("published", rfc3339_date(entry.published))
        handler.addQuickElement("updated", rfc3339_date(entry.updated))
        handler.addQuickElement("id", entry.id)
        handler.addQuickElement("summary", entry.summary)
        if entry.html:
            handler.addQuickElement("content", str(entry.html), {"type": "html"})
        for file in entry.files:
            enclosure = {"rel": "enclosure", "href": file.url, "length": str(file.size), "type": file.media_type}
            handler.addQuickElement("link", None, enclosure)
        for term in (entry.category, *entry.tags):
            scheme = term.url.rstrip("/").rpartition("/")[0] + "/"
            handler.addQuickElement("category", None, {"term": term.name, "scheme": scheme, "label": term.name})
        for author in entry.authors:
            handler.startElement("author", {})
            handler.addQuickElement("name", author.name)
            handler.addQuickElement("uri", author.url)
            handler.endElement("author")
        for image in (*([entry.image] if entry.image else []), *entry.text_images):
            add_image(handler, image)


def add_stylesheet(handler: Any, feed: Feed) -> None:
    """Name the style by which browsers show a feed to people, if there is one."""
    if feed.stylesheet:
        handler.processingInstruction("xml-stylesheet", f'href="{escape(feed.stylesheet)}" type="text/css"')


def add_links(handler: Any, name: str, feed: Feed) -> None:
    """Write the links to the hub and to other documents of a feed, as elements of a name, for Atom and RSS alike."""
    if feed.is_archive:
        handler.addQuickElement("fh:archive", None)
    rels = {"hub": feed.hub, "current": feed.links.current, "prev-archive": feed.links.older}
    for rel, url in {**rels, "next-archive": feed.links.newer}.items():
        if url:
            handler.addQuickElement(name, None, {"rel": rel, "href": url})


def add_image(handler: Any, image: FeedImage) -> None:
    """Write a picture as Media RSS has it, for Atom and RSS alike."""
    size = str(image.size) if image.size else ""
    sides = {"width": str(image.width or ""), "height": str(image.height or "")}
    facts = {"url": image.url, "type": image.media_type, "medium": "image", "fileSize": size, **sides}
    handler.startElement("media:content", {name: value for name, value in facts.items() if value})
    texts = (("media:title", image.caption), ("media:description", image.alt))  # readers take this for `alt`
    for name, text in texts:
        if text:
            handler.addQuickElement(name, text, {"type": "plain"})
    if image.credit:
        handler.addQuickElement("media:credit", image.credit)
    handler.endElement("media:content")


def write_atom_entry(entry: FeedEntry) -> WrittenEntry:
    """Return an entry as it stands in all Atom feeds."""
    return written_item(NewsFeed, entry)


def written_item(document: type[SyndicationFeed], entry: FeedEntry) -> WrittenEntry:
    """Return an entry as a class of documents writes it, for Atom and RSS alike."""
    made = document(title="", link="", description="")
    made.add_item(title="", link="", description="", entry=entry)
    out = BytesIO()
    made.write_items(SimplerXMLGenerator(out, "utf-8", short_empty_elements=True))
    return digested_entry(entry.updated, out.getvalue())


def atom(feed: Feed) -> bytes:
    """Return a feed as an Atom document in UTF-8; equal feeds give the same bytes."""
    document = NewsFeed(
        title=feed.title,
        link=feed.front_url,
        description=feed.subtitle,
        language=feed.lang,
        feed_url=feed.url,
        author_name=feed.title,
        news=feed,
    )
    out = BytesIO()
    document.write(out, "utf-8")
    return join_entries(out.getvalue(), b"</feed>", feed)
