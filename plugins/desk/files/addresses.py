"""The pages that links may lead to: those of the publication, with drafts and embargoed articles."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from plugins.desk.files.entry import Entry, month_of, url_of
from plugins.newsroom import urls
from plugins.newsroom.site_pages import SitePage, site_pages

_FILES = (urls.picture_url(""), urls.asset_url(""))
"""Folders of files whose names change with their content or that belong to the theme."""


class PlacedEntry(NamedTuple):
    """An article's entry with its address, as `newsroom.site_pages` asks for it."""

    entry: Entry
    url: str
    month: tuple[int, int]

    @property
    def slug(self) -> str:
        return self.entry.slug

    @property
    def category(self) -> str:
        return self.entry.category

    @property
    def tags(self) -> tuple[str, ...]:
        return tuple(slug for _, slug in self.entry.tags)

    @property
    def authors(self) -> tuple[str, ...]:
        return self.entry.authors

    @property
    def public_from(self) -> float | None:
        return self.entry.public_from


DeskPage = SitePage[PlacedEntry]


def is_file(path: str) -> bool:
    """Return whether a path is that of a picture or of a file of the theme, which is left alone."""
    return path.startswith(_FILES)


def pages_by_url(kinds: Mapping[str, Sequence[Entry]], now: datetime) -> dict[str, DeskPage]:
    """Return all pages but those of the preview, and the feed of everything, by root-relative URL without prefix."""
    articles = [PlacedEntry(entry, url_of(entry, now), month_of(entry, now)) for entry in kinds.get("articles", ())]
    pages = site_pages(
        [article for article in articles if article.entry.has_fields],
        categories=_slugs(kinds, "categories"),
        tags=dict.fromkeys(tag for article in articles for tag in article.tags),
        authors=_slugs(kinds, "authors"),
        text_pages=_slugs(kinds, "pages"),
        in_preview=False,
    )
    found = {page.url: page for page in pages}
    found[urls.feed_url("/")] = found["/"]
    for article in articles:
        if not article.entry.has_fields:
            found[article.url] = SitePage("article", article.url, article.slug, (article,))
    return found


def entries_by_page(kinds: Mapping[str, Sequence[Entry]]) -> dict[tuple[str, str], Entry]:
    """Return the files that have a page of their own, but for articles, by kind and slug of the page."""
    names = {"text page": "pages", "author": "authors", "category": "categories"}
    return {(kind, entry.slug): entry for kind, name in names.items() for entry in kinds.get(name, ())}


def _slugs(kinds: Mapping[str, Sequence[Entry]], kind: str) -> list[str]:
    return [entry.slug for entry in kinds.get(kind, ())]
