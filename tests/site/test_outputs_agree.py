"""One article as every output has it: page, feeds, sitemap and structured data say the same."""

import json
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from tests.site.documents import Document, documents

SITE = "https://lowdown.example"
SITEMAPS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "i": "http://www.google.com/schemas/sitemap-image/1.1"}
ARTICLES = re.compile(r"20\d\d/\d\d/[^/]+/index\.html")


@pytest.fixture(scope="module")
def articles(shipped_site: Path) -> Mapping[str, Document]:
    """The pages of articles by their addresses."""
    found = {path: page for path, page in documents(shipped_site).items() if ARTICLES.fullmatch(path)}
    return {f"{SITE}/{path.removesuffix('index.html')}": page for path, page in found.items()}


@pytest.fixture(scope="module")
def feeds(shipped_site: Path) -> Mapping[str, Mapping[str, Any]]:
    """The items of the feeds of everything and of the archives behind them, by format, by address."""
    found: dict[str, dict[str, Any]] = {"feed.xml": {}, "rss.xml": {}}
    for name, items in found.items():
        for file in (shipped_site / name, *sorted(shipped_site.glob(f"feeds/*/{name}"))):
            read = feedparser.parse(file.read_bytes(), sanitize_html=False, resolve_relative_uris=False)
            assert not read.bozo, read.get("bozo_exception")
            items |= {entry.link: entry for entry in read.entries}
    files = (shipped_site / "feed.json", *sorted(shipped_site.glob("feeds/*/feed.json")))
    items = {item["url"]: item for file in files for item in json.loads(file.read_bytes())["items"]}
    return {**found, "feed.json": items}


@pytest.fixture(scope="module")
def sitemap(shipped_site: Path) -> Mapping[str, ElementTree.Element]:
    """The entries of all articles in sitemaps, by address."""
    trees = [ElementTree.parse(file).getroot() for file in sorted(shipped_site.glob("sitemaps/articles-*.xml"))]
    return {url.findtext("s:loc", "", SITEMAPS): url for tree in trees for url in tree.findall("s:url", SITEMAPS)}


def node_of(page: Document) -> dict[str, Any]:
    """Return the article in the structured data of its page."""
    (block,) = (script.text for script in page.all("script") if script.get("type") == "application/ld+json")
    found: dict[str, Any] = json.loads(block or "")["@graph"][0]
    return found


def metas(page: Document, name: str) -> list[str]:
    return [meta.get("content", "") for meta in page.all("meta") if name in (meta.get("property"), meta.get("name"))]


def text_of(page: Document, kind: str) -> str:
    (element,) = page.with_class(kind)
    return " ".join("".join(element.itertext()).split())


def test_every_article_is_in_the_sitemap_and_the_newest_in_all_feeds(
    articles: Mapping[str, Document],
    feeds: Mapping[str, Mapping[str, Any]],
    sitemap: Mapping[str, ElementTree.Element],
) -> None:
    assert sitemap.keys() == articles.keys()
    assert all(items.keys() <= articles.keys() for items in feeds.values())
    assert feeds["feed.xml"].keys() == feeds["rss.xml"].keys() == feeds["feed.json"].keys()
    assert len(feeds["feed.xml"]) > 50


def test_headlines_agree(articles: Mapping[str, Document], feeds: Mapping[str, Mapping[str, Any]]) -> None:
    for url, page in articles.items():
        shown = text_of(page, "article__title")
        named = [node_of(page)["headline"], *metas(page, "og:title")]
        fed = [unescape(items[url]["title"]) for items in feeds.values() if url in items]

        assert {" ".join(each.split()) for each in named} == {shown}
        assert all(" ".join(each.split()).endswith(shown) for each in fed)


def test_times_agree(
    articles: Mapping[str, Document],
    feeds: Mapping[str, Mapping[str, Any]],
    sitemap: Mapping[str, ElementTree.Element],
) -> None:
    for url, page in articles.items():
        node, shown = node_of(page), {time.get("datetime") for time in page.all("time")}
        published, modified = node["datePublished"], node["dateModified"]

        assert {published, modified} <= shown
        assert metas(page, "article:published_time") == [published]
        assert metas(page, "article:modified_time") in ([modified], [])
        assert sitemap[url].findtext("s:lastmod", None, SITEMAPS) == modified
        for name, items in feeds.items():
            if url in items:
                keys = ("date_published", "date_modified") if name == "feed.json" else ("published", "updated")
                assert items[url][keys[1]] == modified
                assert name == "rss.xml" or items[url][keys[0]] == published


def test_authors_agree(articles: Mapping[str, Document], feeds: Mapping[str, Mapping[str, Any]]) -> None:
    for url, page in articles.items():
        shown = [element.text for element in page.with_class("byline__name") if element.get("rel") == "author"]
        node = node_of(page)
        own = shown[: len(node["author"])]

        assert [author["name"] for author in node["author"]] == own
        assert metas(page, "article:author") == [author["url"] for author in node["author"]]
        for name, items in feeds.items():
            if url in items and name != "rss.xml":  # of several `dc:creator`s feedparser keeps one
                assert [author["name"] for author in items[url]["authors"]] == own


def test_pictures_agree(
    shipped_site: Path, articles: Mapping[str, Document], feeds: Mapping[str, Mapping[str, Any]]
) -> None:
    for url, page in articles.items():
        pictures = node_of(page)["image"]
        named = [*(each["url"] for each in pictures), *metas(page, "og:image")]

        assert pictures
        assert all((shipped_site / each.removeprefix(f"{SITE}/").partition("?")[0]).is_file() for each in named)
        assert all(each.partition("?")[0].endswith((".jpg", ".jpeg", ".png")) for each in metas(page, "og:image"))
        if page.with_class("article__picture") and url in feeds["feed.json"]:
            assert feeds["feed.json"][url]["image"] == pictures[0]["url"]


def test_languages_agree(articles: Mapping[str, Document], feeds: Mapping[str, Mapping[str, Any]]) -> None:
    for url, page in articles.items():
        lang = node_of(page)["inLanguage"]
        languages = {link.get("hreflang"): link.get("href") for link in page.all("link") if link.get("hreflang")}

        assert page.root.get("lang") == lang
        assert metas(page, "og:locale")[0].partition("_")[0] == lang.partition("-")[0]
        assert not languages or languages[lang] == url
        if url in feeds["feed.json"]:
            assert feeds["feed.json"][url]["language"] == lang


def test_versions_name_one_another(articles: Mapping[str, Document]) -> None:
    def versions(url: str) -> dict[str, str]:
        links = articles[url].all("link")
        return {link.get("hreflang", ""): link.get("href", "") for link in links if link.get("hreflang")}

    several = {url: found for url in articles if (found := versions(url))}

    assert len(several) > 3
    assert all(versions(other) == found for found in several.values() for other in found.values())
    assert all("x-default" in found for found in several.values())
