"""The entry of an article, as all formats of feeds take it: every address in full, every text ready."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from markupsafe import Markup

from plugins.feeds.entry_html import entry_html
from plugins.feeds.feed_files import FeedFile, files_of
from plugins.feeds.feed_header import HEADER, feed_title, title_phrases
from plugins.feeds.feed_images import FeedImage, lead_image, picture_sizes, text_images
from plugins.newsroom.articles import Article
from plugins.newsroom.language.language_tags import Direction, text_direction
from plugins.newsroom.language.site_languages import declared_language
from plugins.newsroom.markup import Html
from plugins.newsroom.spaces import ARTICLE, BODY, WORDS
from plugins.newsroom.urls import absolute_url, author_url, category_url, on_host, tag_url
from plugins.stet.facts import View
from plugins.stet.space import Space


class FeedName(NamedTuple):
    """An author, a category or a tag, with the address of its front."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One article, the same in all feeds: it stands in about seven."""

    id: str
    url: str
    title: str
    """As plain text, with what readers who see no label should know."""
    summary: str
    """As plain text."""
    html: Html
    lang: str
    direction: Direction
    published: datetime
    updated: datetime
    """When it last changed in a way that readers should know; the time of its publication if it has not."""
    authors: tuple[FeedName, ...]
    category: FeedName
    tags: tuple[FeedName, ...]
    image: FeedImage | None
    """The lead picture."""
    text_images: tuple[FeedImage, ...]
    """The others, in the order of the text."""
    files: tuple[FeedFile, ...]


FEED_ENTRY = Space[FeedEntry]("feed entry")
"""The entry of each article, by slug."""


def make_feed_entry(view: View, slug: str) -> FeedEntry:
    """Return the entry of an article."""
    header, article, body = view.read(HEADER), view.read(ARTICLE, slug), view.read(BODY, slug)
    site, own_lang = header.url, declared_language(article.lang, header.languages)
    words, words_lang = view.read(WORDS, own_lang), own_lang or header.lang
    text = entry_html(site, article, body, words, words_lang, header.lang)
    lead = article.picture
    sizes = picture_sizes(view, site, slug) if text.images else {}
    return FeedEntry(
        id=feed_identity(site, article),
        url=absolute_url(site, article.url),
        title=feed_title(title_phrases(view, article), article),
        summary=article.summary,
        html=Markup(text.html),
        lang=article.lang,
        direction=text_direction(article.lang),
        published=article.date,
        updated=article.changed or article.date,
        authors=tuple(FeedName(each.name, absolute_url(site, author_url(each.slug))) for each in article.authors),
        category=FeedName(article.category.name, absolute_url(site, category_url(article.category.slug))),
        tags=tuple(FeedName(tag.name, absolute_url(site, tag_url(tag.slug))) for tag in article.tags),
        image=lead_image(site, lead) if lead else None,
        text_images=text_images(text.images, sizes, on_host(site, lead.url) if lead else ""),
        files=tuple(files_of(body, site)),
    )


def feed_identity(site_url: str, article: Article) -> str:
    """Return the address by which feed readers know an article, in full."""
    known = article.feed_id or article.url
    return absolute_url(site_url, known) if known.startswith("/") else known
