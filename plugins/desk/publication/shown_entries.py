"""Files of the content folder that this build shows, and those among them that readers meet."""

from collections.abc import Iterable, Iterator, Sequence

from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry
from plugins.desk.settings import SiteDefaults

LISTS = ("pages", "authors", "categories", "tags", "sponsors")
"""Kinds of files beside articles whose text stands on some page."""


def is_shown(index: ContentIndex, site: SiteDefaults, entry: Entry) -> bool:
    """Tell whether this build shows a file: a public one, and in the preview any that can be shown."""
    return index.can_be_shown(entry) and (site.shows_drafts or index.is_public(entry))


def met_entries(index: ContentIndex, site: SiteDefaults, articles: Sequence[Entry]) -> Iterator[Entry]:
    """Return the files whose text stands on some page: of tags and sponsors those that a shown article names."""
    tags = {slug for article in articles for _, slug in article.tags}
    sponsors = {article.sponsor for article in articles}
    yield from articles
    for kind in LISTS:
        for entry in index.kinds[kind]:
            is_named = {"tags": entry.slug in tags, "sponsors": entry.slug in sponsors}.get(kind, True)
            if is_named and is_shown(index, site, entry):
                yield entry


def audio_articles(index: ContentIndex, articles: Iterable[Entry]) -> tuple[str, ...]:
    """Return the names of the articles that have a player for audio, in order."""
    return tuple(sorted(index.name_of(entry) for entry in articles if entry.audio))


def running_promos(index: ContentIndex, site: SiteDefaults) -> Iterator[Entry]:
    """Yield the promos whose time has come, those that are over among them."""
    yield from (entry for entry in index.kinds["promos"] if site.shows_drafts or index.is_public(entry))
