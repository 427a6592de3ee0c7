"""Feeds from articles."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from plugins.feeds.models import Feed, FeedAuthor, FeedEntry
from plugins.newsroom.articles import Article, Desk
from plugins.newsroom.markup import Html
from plugins.newsroom.urls import (
    absolute_url,
    author_url,
    category_url,
    feed_url,
    on_host,
    output_path,
    tag_url,
)

TAG = re.compile(r"<[a-z][^>]*>")
OWN_URL = re.compile(r' (?P<name>src|href)="(?P<url>/(?!/)[^"]*|#[^"]*)"')
"""A root-relative URL or a bare fragment in an attribute, as the desk writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What all feeds of a publication share."""

    name: str
    tagline: str
    lang: str
    url: str


def feeds(publication: Publication, desk: Desk, articles: Sequence[Article], size: int) -> Iterator[Feed]:
    """Yield the feed of everything and those of all fronts, `articles` newest first.

    Drafts and embargoed articles are in no feed, the preview's included, but their tags' fronts have one.
    """
    lists: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        for url in _fronts(article):
            lists[url].extend([article] if article.is_public else [])
    yield _feed(publication, "/", "", publication.tagline, lists["/"][:size])
    for category in desk.categories:
        url = category_url(category.slug)
        yield _feed(publication, url, category.name, category.summary, lists[url][:size])
    for author in desk.authors:
        url = author_url(author.slug)
        yield _feed(publication, url, author.name, author.role, lists[url][:size])
    for tag in desk.tags:
        url = tag_url(tag.slug)
        if url in lists:
            yield _feed(publication, url, tag.name, tag.summary, lists[url][:size])


def _fronts(article: Article) -> list[str]:
    """Return the URLs of the fronts that show `article`."""
    return [
        "/",
        category_url(article.category.slug),
        *(tag_url(tag.slug) for tag in article.tags),
        *(author_url(author.slug) for author in article.authors),
    ]


def _feed(publication: Publication, front_url: str, title: str, subtitle: str, articles: list[Article]) -> Feed:
    return Feed(
        path=output_path(feed_url(front_url)),
        title=f"{title}: {publication.name}" if title else publication.name,
        subtitle=subtitle,
        lang=publication.lang,
        url=absolute_url(publication.url, feed_url(front_url)),
        front_url=absolute_url(publication.url, front_url),
        entries=tuple(_entry(publication.url, article) for article in articles),
    )


def _entry(site_url: str, article: Article) -> FeedEntry:
    return FeedEntry(
        title=f"Sponsored: {article.title}" if article.sponsor else article.title,
        url=absolute_url(site_url, article.url),
        published=article.date,
        updated=article.updated or article.date,
        authors=tuple(
            FeedAuthor(name=author.name, url=absolute_url(site_url, author_url(author.slug)))
            for author in article.authors
        ),
        summary=article.summary,
        content_html=_content(site_url, article),
        categories=(article.category.name, *(tag.name for tag in article.tags)),
        lang=article.lang,
    )


def _content(site_url: str, article: Article) -> Html:
    """Return the lead picture and the body with absolute URLs, for readers who stay in their feed reader."""
    picture = article.picture
    lead = (
        Markup('<p><img src="{}" width="{}" height="{}" alt="{}"></p>\n').format(
            picture.url, picture.width, picture.height, picture.alt
        )
        if picture
        else Markup("")
    )
    here = absolute_url(site_url, article.url)

    def absolute(match: re.Match[str]) -> str:
        url = match["url"]
        return f' {match["name"]}="{here + url if url.startswith("#") else on_host(site_url, url)}"'

    html = lead + Markup("\n").join(article.blocks)
    return Markup(TAG.sub(lambda tag: OWN_URL.sub(absolute, tag[0]), html))
