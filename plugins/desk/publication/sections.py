"""Who and what articles refer to, as the newsroom's values: categories, authors, tags, sponsors, pages, promos."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from plugins.desk.files.entry import Entry, url_of
from plugins.desk.files.index import ContentIndex
from plugins.desk.files.kept import Leaf, TextBody
from plugins.desk.files.kept_store import Shelves
from plugins.desk.publication.links import Linker, SiteDefaults
from plugins.newsroom.articles import Author, Category, PromoNotice, Sponsor, Tag, TextPage
from plugins.newsroom.markup import Html
from plugins.stet.facts import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """All values but articles, by slug."""

    categories: Mapping[str, Category]
    """By `order`, then slug."""
    authors: Mapping[str, Author]
    tags: Mapping[str, Tag]
    sponsors: Mapping[str, Sponsor]
    text_pages: Mapping[str, TextPage]
    """By `order`, then slug."""
    promos: tuple[PromoNotice, ...]


def make_masthead(
    index: ContentIndex,
    house: SiteDefaults,
    shelves: Shelves,
    view: View,
    articles: Iterable[Entry],
    pages: Iterable[Entry],
) -> Masthead:
    """Return what `articles`, those that this build shows, may refer to, and its `pages`."""
    makers = _Makers(index, house, shelves, view)
    categories = sorted(map(makers.category, index.kinds["categories"]), key=lambda value: (value.order, value.slug))
    text_pages = sorted(map(makers.page, pages), key=lambda value: (value.order, value.slug))
    return Masthead(
        categories={value.slug: value for value in categories},
        authors={entry.slug: makers.author(entry) for entry in index.kinds["authors"]},
        tags=dict(sorted(makers.tags(articles))),
        sponsors={entry.slug: makers.sponsor(entry) for entry in index.kinds["sponsors"]},
        text_pages={value.slug: value for value in text_pages},
        promos=tuple(shelves.head(entry.source).value for entry in index.kinds["promos"]),
    )


@dataclass(frozen=True, slots=True)
class _Makers:
    index: ContentIndex
    house: SiteDefaults
    shelves: Shelves
    view: View

    def category(self, entry: Entry) -> Category:
        leaf, text = self._read(entry)
        value: Category = replace(leaf.value, introduction_html=text)
        return value

    def author(self, entry: Entry) -> Author:
        leaf, text = self._read(entry)
        portrait = Linker(self.view, entry.source).lead(leaf.picture)
        value: Author = replace(leaf.value, biography_html=text, portrait=portrait)
        return value

    def sponsor(self, entry: Entry) -> Sponsor:
        leaf, text = self._read(entry)
        value: Sponsor = replace(leaf.value, disclosure_html=text)
        return value

    def page(self, entry: Entry) -> TextPage:
        leaf, text = self._read(entry)
        url, lang = url_of(entry, self.index.now), leaf.value.lang or self.house.lang
        value: TextPage = replace(leaf.value, source=entry.source, url=url, lang=lang, body_html=text)
        return value

    def tags(self, articles: Iterable[Entry]) -> Iterator[tuple[str, Tag]]:
        """Yield the tags that have a file, and those of `articles` under their commonest spelling, by slug."""
        own = {entry.slug: self._tag(entry) for entry in self.index.kinds["tags"]}
        yield from own.items()
        spellings = Counter(tag for article in articles for tag in article.tags)
        seen = set(own)
        for name, slug in sorted(spellings, key=lambda tag: (-spellings[tag], tag[0])):
            if slug not in seen:
                seen.add(slug)
                yield slug, Tag(slug=slug, name=name, summary="", introduction_html=Markup())

    def _tag(self, entry: Entry) -> Tag:
        leaf, text = self._read(entry)
        value: Tag = replace(leaf.value, introduction_html=text)
        return value

    def _read(self, entry: Entry) -> tuple[Leaf[Any], Html]:
        body: TextBody = self.shelves.body(entry.source)
        blocks = Linker(self.view, entry.source).text(body.blocks)
        return self.shelves.head(entry.source), Markup("\n").join(blocks)
