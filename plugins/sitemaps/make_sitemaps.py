"""Makes the sitemaps of their plans: reads, through the view, what a file says beside addresses and times."""

import re
from typing import NamedTuple

from plugins.newsroom.spaces import ARTICLE, SHOWN_PICTURES
from plugins.newsroom.urls import absolute_url
from plugins.pictures.paths import print_path
from plugins.pictures.values import DEVELOPED
from plugins.sitemaps.plan_sitemaps import MOST_PICTURES, PlannedUrl
from plugins.sitemaps.sitemap_files import (
    NewsItem,
    NewsSitemap,
    Sitemap,
    SitemapIndex,
    SitemapUrl,
    SitemapVersion,
    news_language,
    sitemap_address,
)
from plugins.stet.facts import View
from plugins.stet.outputs import Output
from plugins.stet.space import Space

_BRACKETS = re.compile(r"\s*\([^()]*\)")


class SitemapHeader(NamedTuple):
    """The publication, as sitemaps name it."""

    site_url: str
    news_name: str
    has_pictures: bool


SITEMAP_HEADER = Space[SitemapHeader]("sitemap header")
"""By the empty name."""
SITEMAP_PICTURES = Space[tuple[str, ...]]("sitemap pictures")
"""Addresses of the pictures that an article shows, by slug."""


def news_name(own: str, site_name: str) -> str:
    """Return the name of the publication for Google News, which has none in brackets."""
    return own or _BRACKETS.sub("", site_name).strip() or site_name


def make_sitemap(view: View, output: Output) -> Sitemap:
    """Return a list of pages: articles with their pictures, others as they are planned."""
    header = view.read(SITEMAP_HEADER)
    return Sitemap(urls=tuple(_page(view, header, PlannedUrl._make(each)) for each in output.spec))


def _page(view: View, header: SitemapHeader, page: PlannedUrl) -> SitemapUrl:
    return SitemapUrl(
        url=sitemap_address(absolute_url(header.site_url, page.url)),
        changed=page.changed,
        pictures=view.read(SITEMAP_PICTURES, page.slug) if page.slug and header.has_pictures else (),
        versions=tuple(
            SitemapVersion(lang, sitemap_address(absolute_url(header.site_url, url))) for lang, url in page.versions
        ),
    )


def picture_addresses(view: View, slug: str) -> tuple[str, ...]:
    """Return the addresses of the pictures that an article shows, each in the largest file for every browser."""
    site_url = view.read(SITEMAP_HEADER).site_url
    proofs = (view.read(DEVELOPED, name) for name in view.read(SHOWN_PICTURES, slug)[:MOST_PICTURES])
    paths = (print_path(proof, proof.developed.older[-1]) for proof in proofs if proof)
    return tuple(sitemap_address(absolute_url(site_url, f"/{path}")) for path in paths)


def make_news_sitemap(view: View, output: Output) -> NewsSitemap:
    """Return the news, without those that are samples."""
    header = view.read(SITEMAP_HEADER)
    articles = (view.read(ARTICLE, slug) for slug in output.spec)
    return NewsSitemap(
        items=tuple(
            NewsItem(
                url=sitemap_address(absolute_url(header.site_url, article.url)),
                name=header.news_name,
                lang=news_language(article.lang),
                published=article.date.isoformat(),
                title=" ".join(article.title.split()),
            )
            for article in articles
            if not article.fields.sample
        )
    )


def make_sitemap_index(view: View, output: Output) -> SitemapIndex:
    """Return the index: each file with its newest change."""
    site_url = view.read(SITEMAP_HEADER).site_url
    return SitemapIndex(
        sitemaps=tuple(
            SitemapUrl(sitemap_address(absolute_url(site_url, f"/{path}")), changed) for path, changed in output.spec
        )
    )
