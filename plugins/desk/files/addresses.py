"""The pages that links may lead to: those of the publication, with drafts and embargoed articles."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from plugins.desk.files.entry import Entry, month_of, url_of
from plugins.newsroom import urls
from plugins.newsroom.site_pages import ALWAYS, SitePage, site_pages
from plugins.newsroom.syndication.feed_formats import FEED_FILES


class PlacedEntry(NamedTuple):
    """An article's entry with its address, as `newsroom.site_pages` asks for it."""

    entry: Entry
    url: str
    month: tuple[int, int]
    slug: str
    category: str
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    public_from: float | None
    lang: str


DeskPage = SitePage[PlacedEntry]


def is_file(path: str) -> bool:
    """Tell whether a path is that of a file of the theme, which is left alone."""
    return path.startswith(urls.asset_url(""))


def possible_paths(path: str, prefix: str) -> Iterator[str]:
    """Yield what a root-relative address may mean: some are written with the path that the site lives under."""
    yield path
    if prefix and path.startswith(f"{prefix}/"):
        yield path.removeprefix(prefix)


def pages_by_url(
    kinds: Mapping[str, Sequence[Entry]], now: datetime, lang: str = "en", languages: Sequence[str] = ()
) -> dict[str, DeskPage]:
    """Return all pages but those of the preview, and the feeds of everything, by root-relative URL without prefix.

    Of two at one address the first counts, and a text page after all others. Articles that do not say otherwise are in
    `lang`; `languages` are slugs of those that have a front.
    """
    articles = [_placed(entry, now, lang) for entry in kinds["articles"]]
    pages = site_pages(
        [article for article in articles if article.entry.has_fields],
        categories=[entry.slug for entry in kinds["categories"]],
        tags=dict.fromkeys(tag for article in articles for tag in article.tags),
        authors=[entry.slug for entry in kinds["authors"]],
        text_pages=[entry.slug for entry in kinds["pages"]],
        languages=languages,
        in_preview=False,
    )
    found: dict[str, DeskPage] = {}
    for page in pages:
        found.setdefault(page.url, page)
    found |= {urls.feed_url("/", form): found["/"] for form in FEED_FILES}
    for article in articles:
        if not article.entry.has_fields:
            found.setdefault(article.url, SitePage("article", article.url, article.slug, (article,)))
    return found


def _placed(entry: Entry, now: datetime, lang: str) -> PlacedEntry:
    tags = tuple(slug for _, slug in entry.tags)
    url, month = url_of(entry, now), month_of(entry, now)
    return PlacedEntry(
        entry, url, month, entry.slug, entry.category, tags, entry.authors, entry.public_from, entry.lang or lang
    )


def when(seconds: float, now: datetime) -> datetime:
    """Return a time of an entry, in the publication's zone, as `now` is; now itself for ALWAYS."""
    return now if seconds == ALWAYS else datetime.fromtimestamp(seconds, now.tzinfo)
