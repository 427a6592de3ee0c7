"""Feeds from articles: the entry of every article, the front that a feed follows, and both together."""

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.feeds.atom import write_entry
from plugins.feeds.content import content
from plugins.feeds.models import Feed, FeedAuthor, FeedEntry, WrittenEntry
from plugins.newsroom.articles import Article, Body
from plugins.newsroom.spaces import ARTICLE, AUTHOR, BODY, CATEGORY, TAG
from plugins.newsroom.urls import absolute_url, author_url, category_url, feed_url, output_path, tag_url
from plugins.stet.facts import View
from plugins.stet.outputs import Output
from plugins.stet.space import Space


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedHeader:
    """Values that all feeds of a publication share."""

    name: str
    tagline: str
    lang: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The front that a feed follows."""

    url: str
    """Root-relative, without prefix."""
    title: str
    """Empty for the home front."""
    subtitle: str


HEADER = Space[FeedHeader]("feed header")
"""By the empty name."""

ENTRY = Space[WrittenEntry]("feed entry")
"""The entry of each article, by slug."""


def make_feed(view: View, output: Output) -> Feed:
    """Return the feed of a front: its kind, its slug, and the slugs of the articles in it."""
    kind, slug, articles = output.spec
    header = view.read(HEADER)
    return feed(header, _front(view, header, kind, slug), (view.read(ENTRY, each) for each in articles))


def make_feed_entry(view: View, slug: str) -> WrittenEntry:
    """Return the entry of an article."""
    header = view.read(HEADER)
    return write_entry(feed_entry(header.url, view.read(ARTICLE, slug), view.read(BODY, slug)))


def _front(view: View, header: FeedHeader, kind: str, slug: str) -> Front:
    match kind:
        case "category":
            category = view.read(CATEGORY, slug)
            return Front(url=category_url(slug), title=category.name, subtitle=category.summary)
        case "author":
            author = view.read(AUTHOR, slug)
            return Front(url=author_url(slug), title=author.name, subtitle=author.role)
        case "tag":
            tag = view.read(TAG, slug)
            return Front(url=tag_url(slug), title=tag.name, subtitle=tag.summary)
    return Front(url="/", title="", subtitle=header.tagline)


def feed(header: FeedHeader, front: Front, entries: Iterable[WrittenEntry]) -> Feed:
    """Return the feed of `front`, `entries` newest first."""
    return Feed(
        path=output_path(feed_url(front.url)),
        title=f"{front.title}: {header.name}" if front.title else header.name,
        subtitle=front.subtitle,
        lang=header.lang,
        url=absolute_url(header.url, feed_url(front.url)),
        front_url=absolute_url(header.url, front.url),
        entries=tuple(entries),
    )


def feed_entry(site_url: str, article: Article, body: Body) -> FeedEntry:
    """Return the entry of `article`, the same in all feeds."""
    return FeedEntry(
        title=f"Sponsored: {article.title}" if article.sponsor else article.title,
        url=absolute_url(site_url, article.url),
        published=article.date,
        updated=article.fields.updated or article.date,
        authors=tuple(
            FeedAuthor(name=author.name, url=absolute_url(site_url, author_url(author.slug)))
            for author in article.authors
        ),
        summary=article.summary,
        content_html=content(site_url, article, body),
        categories=(article.category.name, *(tag.name for tag in article.tags)),
        lang=article.lang,
    )
