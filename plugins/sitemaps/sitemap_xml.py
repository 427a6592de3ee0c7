"""Sitemaps as XML (sitemaps.org/protocol.html), with Google's elements for pictures and news."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from plugins.sitemaps.sitemap_files import AnySitemap, NewsItem, NewsSitemap, SitemapIndex, SitemapUrl

SITEMAP_RENDERER = "sitemap"
_PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9"
_IMAGES = "http://www.google.com/schemas/sitemap-image/1.1"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
# The writer takes names with a prefix as they are; with namespaces it would choose prefixes, and other ones each time.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no place for."""


class SitemapRenderer:
    """Writes sitemaps for the engine."""

    def version(self, template: str) -> bytes:
        """Return a constant: sitemaps depend on nothing but their model and this code."""
        return b"sitemap"

    def prepare(self, templates: Iterable[str]) -> None:
        """Do nothing: there are no templates."""

    def render(self, model: AnySitemap) -> bytes:
        return sitemap_xml(model)


def sitemap_xml(sitemap: AnySitemap) -> bytes:
    """Return a sitemap as a document in UTF-8."""
    if isinstance(sitemap, SitemapIndex):
        root = Element("sitemapindex", {"xmlns": _PROTOCOL})
        for each in sitemap.sitemaps:
            _add_page(root, "sitemap", each)
    elif isinstance(sitemap, NewsSitemap):
        root = Element("urlset", {"xmlns": _PROTOCOL, "xmlns:news": _NEWS})
        for item in sitemap.items:
            _add_news(root, item)
    else:
        namespaces = {"xmlns": _PROTOCOL}
        if any(each.pictures for each in sitemap.urls):
            namespaces["xmlns:image"] = _IMAGES
        if any(each.versions for each in sitemap.urls):
            namespaces["xmlns:xhtml"] = _XHTML
        root = Element("urlset", namespaces)
        for each in sitemap.urls:
            _add_page(root, "url", each)
    for element in root:  # a line each, so that people can read it and tools compare it
        element.tail = "\n"
    root.text = "\n"
    document: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + document + b"\n"


def _add_page(root: Element, tag: str, page: SitemapUrl) -> None:
    element = SubElement(root, tag)
    _add(element, "loc", page.url)
    if page.changed:
        _add(element, "lastmod", page.changed)
    for version in page.versions:
        SubElement(element, "xhtml:link", {"rel": "alternate", "hreflang": version.lang, "href": version.url})
    for picture in page.pictures:
        _add(SubElement(element, "image:image"), "image:loc", picture)


def _add_news(root: Element, item: NewsItem) -> None:
    element = SubElement(root, "url")
    _add(element, "loc", item.url)
    news = SubElement(element, "news:news")
    publication = SubElement(news, "news:publication")
    _add(publication, "news:name", item.name)
    _add(publication, "news:language", item.lang)
    _add(news, "news:publication_date", item.published)
    _add(news, "news:title", item.title)


def _add(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = _UNWRITABLE.sub("", text)
