"""The frame of every page: name, navigation, footer, feed of the publication."""

from collections.abc import Mapping, Sequence
from typing import Any

from plugins.newsroom.articles import Publication
from plugins.newsroom.brand import Brand
from plugins.newsroom.language.language_tags import text_direction
from plugins.newsroom.language.site_languages import SiteLanguage, site_languages
from plugins.newsroom.page_models import Site
from plugins.newsroom.page_parts import LanguageLink, Link, SectionLink
from plugins.newsroom.syndication.feed_formats import FeedFormat
from plugins.newsroom.urls import (
    ARCHIVE_URL,
    AUTHORS_URL,
    TAGS_URL,
    category_url,
    language_url,
    site_prefix,
    text_page_url,
)
from plugins.newsroom.words.phrases import Words
from plugins.newsroom.words.words_of import words_of
from plugins.pages.feed_links import feed_links
from plugins.pages.settings import PagesSettings


def make_site(
    settings: Mapping[str, Any],
    pages: PagesSettings,
    publication: Publication,
    words: Words,
    brand: Brand,
    formats: Sequence[FeedFormat],
    language: SiteLanguage | None = None,
) -> Site:
    """Return the site for Pelican's `settings`; the footer names the pages that exist.

    `formats` are those of its feeds of everything, or of everything in a `language` beside the publication's own.
    """
    prefix = site_prefix(settings["SITEURL"])
    lang, front = (language.lang, language_url(language.slug)) if language else (settings["DEFAULT_LANG"], "/")
    titles = {page.slug: page.title for page in publication.text_pages}
    return Site(
        name=settings["SITENAME"],
        tagline=language.tagline if language else settings["SITESUBTITLE"],
        lang=lang,
        dir=text_direction(lang),
        home_url=prefix + front,
        wordmark=brand.wordmark,
        footer_wordmark=brand.footer_wordmark,
        icons=brand.icons,
        manifest_url=brand.manifest,
        light_paper=brand.papers[0],
        dark_paper=brand.papers[1],
        sections=tuple(
            SectionLink(text=category.name_in(lang), url=prefix + category_url(category.slug), colour=category.colour)
            for category in publication.categories
        ),
        footer=tuple(
            Link(text=titles[slug], url=prefix + text_page_url(slug)) for slug in pages.footer if slug in titles
        ),
        directories=(Link(text=words.tags, url=prefix + TAGS_URL), Link(text=words.authors, url=prefix + AUTHORS_URL)),
        archive=Link(text=words.archive, url=prefix + ARCHIVE_URL),
        feed=next(iter(feed_links(words.feed.format(title=settings["SITENAME"]), prefix + front, formats)), None),
        languages=language_links(settings, prefix),
    )


def language_links(settings: Mapping[str, Any], prefix: str) -> tuple[LanguageLink, ...]:
    """Return the links to the fronts of all languages, the publication's own first; none where there is but one."""
    declared = site_languages(settings)
    if not declared:
        return ()
    fronts = [(settings["DEFAULT_LANG"], "/"), *((each.lang, language_url(each.slug)) for each in declared)]
    return tuple(
        LanguageLink(text=str(words_of(settings, lang).language), url=prefix + url, lang=lang) for lang, url in fronts
    )
