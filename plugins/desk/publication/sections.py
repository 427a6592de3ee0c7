"""Categories, authors, tags, sponsors, text pages and promos, made of kept front matter and text."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry, url_of
from plugins.desk.files.kept_parts import KeptParts
from plugins.desk.publication.fill_forms import filled_blocks
from plugins.desk.publication.linker import Linker
from plugins.desk.settings import SiteDefaults
from plugins.desk.text.link_targets import split_suffix
from plugins.newsroom.articles import Author, Category, ProfileLink, PromoNotice, Sponsor, Tag, TextPage
from plugins.newsroom.forms.form_parts import FormPart
from plugins.newsroom.forms.plain_forms import plain_blocks
from plugins.newsroom.markup import Html, without_tags
from plugins.newsroom.syndication.apple_categories import category_named
from plugins.newsroom.syndication.podcast import Podcast
from plugins.newsroom.urls import page_path
from plugins.stet.facts import View

if TYPE_CHECKING:  # loaded with the first front matter that is unpacked
    from plugins.newsroom.front_matter.schema import CategoryFields, TagFields


@dataclass(frozen=True, slots=True)
class SectionMaker:
    """Makes the value of each file but an article's, from its entry."""

    index: ContentIndex
    site: SiteDefaults
    kept: KeptParts
    view: View

    def categories(self) -> tuple[Category, ...]:
        """Return all categories by `order`, then slug."""
        found = map(self._category, self.index.kinds["categories"])
        return tuple(sorted(found, key=lambda category: (category.order, category.slug)))

    def authors(self) -> tuple[Author, ...]:
        return tuple(map(self._author, self.index.kinds["authors"]))

    def sponsors(self) -> tuple[Sponsor, ...]:
        return tuple(map(self._sponsor, self.index.kinds["sponsors"]))

    def promos(self) -> tuple[PromoNotice, ...]:
        """Return all promos but those that lead to what was taken down."""
        promos = self.index.kinds["promos"]
        return tuple(self._promo(entry) for entry in promos if not self._leads_to_taken_down(entry))

    def text_pages(self, pages: Iterable[Entry]) -> tuple[TextPage, ...]:
        """Return `pages`, those that this build shows, by `order`, then slug."""
        return tuple(sorted(map(self._text_page, pages), key=lambda page: (page.order, page.slug)))

    def tags(self, articles: Iterable[Entry]) -> tuple[Tag, ...]:
        """Return the tags that have a file, and those of `articles` under their commonest spelling, by slug."""
        tags = {entry.slug: self._tag(entry) for entry in self.index.kinds["tags"]}
        spellings = Counter(tag for article in articles for tag in article.tags if tag[1])
        for name, slug in sorted(spellings, key=lambda tag: (-spellings[tag], tag[0])):
            tags.setdefault(slug, Tag(slug=slug, name=name, summary="", introduction_html=Markup()))
        return tuple(tag for _, tag in sorted(tags.items()))

    def _category(self, entry: Entry) -> Category:
        fields, typeset = self.kept.head(entry.source)
        return Category(
            slug=entry.slug,
            name=fields.name,
            order=fields.order,
            colour=fields.colour,
            summary=without_tags(typeset[fields.summary]),
            introduction_html=self._text(entry),
            podcast=self._podcast(entry, fields),
            names=tuple((lang.lower(), name) for lang, name in fields.names.items()),
        )

    def _author(self, entry: Entry) -> Author:
        fields, typeset = self.kept.head(entry.source)
        linker, portrait = Linker(self.view, entry.source), fields.portrait
        return Author(
            slug=entry.slug,
            name=fields.name,
            is_team=fields.team,
            role=fields.role,
            beat=without_tags(typeset[fields.beat]),
            portrait=linker.shown(portrait.file, portrait.alt, portrait.focus) if portrait else None,
            links=tuple(ProfileLink(name=link.name, url=self._url(entry, link.url)) for link in fields.links),
            biography_html=self._text(entry),
            fediverse=fields.fediverse or "",
        )

    def _sponsor(self, entry: Entry) -> Sponsor:
        fields, _ = self.kept.head(entry.source)
        return Sponsor(
            slug=entry.slug,
            name=fields.name,
            url=self._url(entry, fields.url),
            label=fields.label or self.site.sponsored_by.format(name=fields.name),
            disclosure_html=self._text(entry),
        )

    def _tag(self, entry: Entry) -> Tag:
        fields, typeset = self.kept.head(entry.source)
        summary = without_tags(typeset[fields.summary])
        return Tag(
            slug=entry.slug,
            name=fields.name,
            summary=summary,
            introduction_html=self._text(entry),
            podcast=self._podcast(entry, fields),
        )

    def _podcast(self, entry: Entry, fields: "CategoryFields | TagFields") -> Podcast | None:
        written = fields.podcast
        if written is None:
            return None
        category, subcategory = category_named(written.category) or ("", "")
        return Podcast(
            title=written.title or fields.name,
            author=written.author,
            email=written.email,
            category=category,
            subcategory=subcategory,
            is_explicit=written.explicit,
            order=written.type,
            link=self._url(entry, written.link) if written.link else "",
            image=Linker(self.view, entry.source).artwork(written.image),
        )

    def _text_page(self, entry: Entry) -> TextPage:
        fields, typeset = self.kept.head(entry.source)
        return TextPage(
            source=entry.source,
            slug=entry.slug,
            url=url_of(entry, self.index.now),
            lang=fields.lang or self.site.lang,
            title=without_tags(typeset[fields.title]),
            title_html=typeset[fields.title],
            summary=without_tags(typeset[fields.summary]),
            order=fields.order,
            is_draft=entry.is_draft,
            blocks=self._blocks(entry, self.site.language_of(fields.lang)),
        )

    def _promo(self, entry: Entry) -> PromoNotice:
        fields, typeset = self.kept.head(entry.source)
        return PromoNotice(
            slug=entry.slug,
            title=without_tags(typeset[fields.title]),
            text=without_tags(typeset[fields.text]),
            url=self._url(entry, fields.url).removeprefix(self.site.prefix),
            advertiser=fields.advertiser,
            start=fields.start,
            end=fields.end,
            priority=fields.priority,
        )

    def _leads_to_taken_down(self, promo: Entry) -> bool:
        fields, _ = self.kept.head(promo.source)
        path = page_path(split_suffix(self.site.own_site.path_of(fields.url) or fields.url)[0])
        target = self.index.former.at(path)
        page = self.index.page_at(target.path if target and not target.is_outside else path)
        owner = self.index.shown_by(page) if page else None
        return owner is not None and self.index.is_taken_down(owner)

    def _url(self, entry: Entry, written: str) -> str:
        """Return an address of front matter as pages print it."""
        target = self.site.own_site.path_of(written) or written
        return Linker(self.view, entry.source).link(target) or written

    def _text(self, entry: Entry) -> Html:
        return plain_blocks(self._blocks(entry))

    def _blocks(self, entry: Entry, language: str = "") -> tuple[Html | FormPart, ...]:
        return filled_blocks(self.kept.body(entry.source).blocks, Linker(self.view, entry.source, language))
