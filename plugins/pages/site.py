"""The frame of every page: name, navigation, footer, feed of the publication."""

from collections.abc import Mapping, Sequence
from typing import Any

from plugins.newsroom.articles import Publication
from plugins.newsroom.brand import Brand
from plugins.newsroom.language.language_tags import text_direction
from plugins.newsroom.page_models import Site
from plugins.newsroom.page_parts import Link, SectionLink
from plugins.newsroom.syndication.feed_formats import FeedFormat
from plugins.newsroom.urls import (
    ARCHIVE_URL,
    AUTHORS_URL,
    TAGS_URL,
    category_url,
    site_prefix,
    text_page_url,
)
from plugins.newsroom.words.phrases import Words
from plugins.pages.feed_links import feed_links
from plugins.pages.settings import PagesSettings


def make_site(
    settings: Mapping[str, Any],
    pages: PagesSettings,
    publication: Publication,
    words: Words,
    brand: Brand,
    formats: Sequence[FeedFormat],
) -> Site:
    """Return the site for Pelican's `settings`; the footer names the pages that exist.

    `formats` are those of its feeds of everything.
    """
    prefix = site_prefix(settings["SITEURL"])
    titles = {page.slug: page.title for page in publication.text_pages}
    return Site(
        name=settings["SITENAME"],
        tagline=settings["SITESUBTITLE"],
        lang=settings["DEFAULT_LANG"],
        dir=text_direction(settings["DEFAULT_LANG"]),
        home_url=f"{prefix}/",
        wordmark=brand.wordmark,
        footer_wordmark=brand.footer_wordmark,
        icons=brand.icons,
        light_paper=brand.papers[0],
        dark_paper=brand.papers[1],
        sections=tuple(
            SectionLink(text=category.name, url=prefix + category_url(category.slug), colour=category.colour)
            for category in publication.categories
        ),
        footer=tuple(
            Link(text=titles[slug], url=prefix + text_page_url(slug)) for slug in pages.footer if slug in titles
        ),
        directories=(Link(text=words.tags, url=prefix + TAGS_URL), Link(text=words.authors, url=prefix + AUTHORS_URL)),
        archive=Link(text=words.archive, url=prefix + ARCHIVE_URL),
        feed=next(iter(feed_links(words.feed.format(title=settings["SITENAME"]), f"{prefix}/", formats)), None),
    )
