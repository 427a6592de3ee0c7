"""Sitemaps of a small publication, held against its pages and against the schemas of sitemaps."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.site.conftest import SmallSite
from tests.site.documents import Document, documents
from tests.unit.sitemaps.schemas import PROTOCOL, XHTML, checked, texts

Listed = tuple[str, str, list[tuple[str, str]]]
"""Address, time of the last change, and versions."""


def listed(output: Path) -> Iterator[Listed]:
    """Yield the pages in all sitemaps but that of news."""
    for address in texts(checked((output / "sitemap.xml").read_bytes()), "s:sitemap/s:loc"):
        root = checked((output / "sitemaps" / address.rpartition("/")[2]).read_bytes())
        if not address.endswith("/news.xml"):
            yield from map(_listed, root)


def _listed(page: etree._Element) -> Listed:
    links = [(each.get("hreflang", ""), each.get("href", "")) for each in page.iterfind(f"{{{XHTML}}}link")]
    return page.findtext(f"{{{PROTOCOL}}}loc", ""), page.findtext(f"{{{PROTOCOL}}}lastmod", ""), links


def _contents(page: Document, name: str) -> list[str]:
    return [meta.get("content", "") for meta in page.all("meta") if name in (meta.get("property"), meta.get("name"))]


def shown(output: Path) -> Iterator[Listed]:
    """Yield what the heads of pages say that search engines may show, but of further pages of fronts."""
    for path, page in documents(output).items():
        links = [link for link in page.all("link") if link.get("rel")]
        canonical = [link.get("href", "") for link in links if link.get("rel") == "canonical"]
        is_hidden = any("noindex" in robots for robots in _contents(page, "robots"))
        if not canonical or is_hidden or "/page/" in path or 'http-equiv="refresh"' in page.html:
            continue
        times = _contents(page, "article:modified_time") + _contents(page, "article:published_time")
        versions = [(link.get("hreflang", ""), link.get("href", "")) for link in links if link.get("hreflang")]
        yield canonical[0], times[0] if times else "", versions


@pytest.mark.parametrize("site_url", ["https://example.test", "https://example.test/news"])
def test_sitemaps_list_what_the_heads_of_pages_say(small_site: SmallSite, site_url: str) -> None:
    small_site.article("one")
    small_site.article("updated", "updated: 2023-11-05 10:00")
    small_site.article("corrected", "updated: 2023-11-05\ncorrections: [{date: 2023-11-07, text: It was three.}]")
    small_site.article("over", "expires: 2023-12-01")
    small_site.article("gone", "retracted: {date: 2023-11-09, text: It was invented.}")
    small_site.article("moved", "aliases: [/2023/10/older/]")
    small_site.article("satu", "lang: id\ntranslation_of: one")
    small_site.article("draft", "status: draft")
    small_site.article("held", "embargo: 2030-01-01")

    done = small_site.build("-e", f'SITEURL="{site_url}"')

    assert done.returncode == 0, done.stderr
    in_sitemaps, in_heads = list(listed(small_site.output)), list(shown(small_site.output))
    assert sorted(url for url, *_ in in_sitemaps) == sorted(url for url, *_ in in_heads)
    heads = {url: rest for url, *rest in in_heads}
    for url, changed, versions in in_sitemaps:
        assert versions == heads[url][1], url
        assert heads[url][0] in ("", changed), url
    everything = "".join(path.read_text(encoding="utf-8") for path in small_site.output.glob("sitemaps/*"))
    assert not [word for word in ("/draft/", "/held/", "/older/") if word in everything]
