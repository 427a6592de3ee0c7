"""Feeds as Atom (RFC 4287): the values of a feed, the entry of an article, and the bytes of both."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

from feedgenerator import Atom1Feed, Enclosure
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator
from markupsafe import Markup, escape

from plugins.feeds.feed_files import files_of
from plugins.feeds.plain_pictures import fit, plain_pictures
from plugins.newsroom.articles import Article, Body
from plugins.newsroom.forms.plain_forms import plain_blocks
from plugins.newsroom.forms.shown_picture import Picture
from plugins.newsroom.language.language_tags import text_direction
from plugins.newsroom.markup import Html
from plugins.newsroom.urls import absolute_url, author_url, on_host

ATOM = "atom"
"""Name of the engine's renderer that writes feeds."""

EPOCH = datetime.fromtimestamp(0, UTC)
END = b"</feed>"

_URL_TAG = re.compile(r'<[a-z][^>]*? (?:src|href)="[/#][^>]*>')
"""A tag that may have a URL of the publication's own."""
_OWN_URL = re.compile(r' (?P<name>src|href)="(?P<url>/(?!/)[^"]*|#[^"]*)"')
"""A root-relative URL or a bare fragment in an attribute, as the desk writes it."""


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


class NewsFeed(Atom1Feed):  # type: ignore[misc]  # feedgenerator has no types
    """Atom with every author of an entry; the library's own class names only the first."""

    def latest_post_date(self) -> Any:
        """Return the time of the newest change, which `_frame` gives: the library would look for it in the entries."""
        return self.feed["changed"]

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["lang"]}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name, url in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.addQuickElement("uri", url)
            handler.endElement("author")


class AtomRenderer:
    """Writes feeds for the engine."""

    def version(self, template: str) -> bytes:
        """Return a constant: feeds depend on nothing but their model and this code."""
        return b"atom"

    def prepare(self, templates: Iterable[str]) -> None:
        """Do nothing: there are no templates."""

    def render(self, model: Feed) -> bytes:
        return atom(model)


def atom(feed: Feed) -> bytes:
    """Return `feed` as an Atom document in UTF-8; equal feeds give the same bytes."""
    before = _frame(feed).removesuffix(END)
    return b"".join([before, *(entry.xml for entry in feed.entries), END])


def write_entry(site_url: str, article: Article, body: Body, feed_lang: str, title: str) -> WrittenEntry:
    """Return the entry of `article` as it stands in all feeds, themselves in `feed_lang`, under `title`.

    Every URL is absolute.
    """
    url = absolute_url(site_url, article.url)
    updated = article.changed or article.date
    document = NewsFeed(title="", link="", description="")
    document.add_item(
        title=title,
        link=url,
        unique_id=feed_identity(site_url, article),
        description=escape(article.summary),
        content=_in_language(article.lang, feed_lang, content(site_url, article, body)),
        pubdate=article.date,
        updateddate=updated,
        categories=(article.category.name, *(tag.name for tag in article.tags)),
        authors=[(author.name, absolute_url(site_url, author_url(author.slug))) for author in article.authors],
        lang=article.lang,
        enclosures=[Enclosure(file.url, str(file.size), file.media_type) for file in files_of(body, site_url)],
    )
    out = BytesIO()
    document.write_items(SimplerXMLGenerator(out, "utf-8", short_empty_elements=True))
    xml = out.getvalue()
    return WrittenEntry(updated=updated, digest=sha256(xml).hexdigest(), xml=xml)


def feed_identity(site_url: str, article: Article) -> str:
    """Return the address by which feed readers know an article, in full."""
    known = article.feed_id or article.url
    return absolute_url(site_url, known) if known.startswith("/") else known


def content(site_url: str, article: Article, body: Body) -> Html:
    """Return the lead picture and the text of `article` for feed readers, every URL absolute."""
    here = absolute_url(site_url, article.url)
    host = on_host(site_url, "")

    def absolute(match: re.Match[str]) -> str:
        name, url = match.groups()
        return f' {name}="{here if url.startswith("#") else host}{url}"'

    lead = _lead(article.picture) if article.picture else ""
    html = str(lead) + plain_pictures(str(plain_blocks(body.blocks)))
    return Markup(_URL_TAG.sub(lambda tag: _OWN_URL.sub(absolute, tag[0]), html))


def _lead(picture: Picture) -> Html:
    """Return the lead picture, with its caption and its credit in words."""
    width, height = picture.width, picture.height
    if picture.older:
        width, height = fit(width, height, picture.older[-1].width)
    image = Markup('<img src="{}" width="{}" height="{}" alt="{}">').format(picture.url, width, height, picture.alt)
    words = Markup(" ").join(filter(None, [picture.caption, picture.credit]))
    if words:
        return Markup("<figure>{}<figcaption>{}</figcaption></figure>\n").format(image, words)
    return Markup("<p>{}</p>\n").format(image)


def _in_language(lang: str, feed_lang: str, html: Html) -> Html:
    """Return HTML that tells its language, and the direction that readers do not know, where it needs to."""
    if lang == feed_lang and text_direction(lang) == "ltr":
        return html
    return Markup('<div lang="{}" dir="{}">\n{}\n</div>').format(lang, text_direction(lang), html)


def _frame(feed: Feed) -> bytes:
    """Return the document without its entries; a feed that has none was last changed at the epoch, not now."""
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
