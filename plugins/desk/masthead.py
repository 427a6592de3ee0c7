"""Who and what articles refer to, as the newsroom's values: categories, authors, tags, sponsors, promos."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from plugins.desk.blocks import without_marks
from plugins.desk.documents import Document
from plugins.desk.index import Index
from plugins.desk.linking import House, picture_of, targets_of
from plugins.desk.markdown import BodyReader
from plugins.desk.schema import (
    ArticleFields,
    AuthorFields,
    CategoryFields,
    Fields,
    PromoFields,
    SponsorFields,
    TagFields,
)
from plugins.desk.slugs import slugify
from plugins.newsroom.articles import Author, Category, ProfileLink, PromoNotice, Sponsor, Tag
from plugins.newsroom.markup import Html


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """The values that articles share, by slug."""

    categories: Mapping[str, Category]
    """By `order`, then slug."""
    authors: Mapping[str, Author]
    tags: Mapping[str, Tag]
    sponsors: Mapping[str, Sponsor]


def make_masthead(
    index: Index, house: House, reader: BodyReader, articles: Iterable[Document[ArticleFields]]
) -> Masthead:
    """Return what `articles`, those that this build shows, may refer to."""
    makers = _Makers(index, house, reader)
    categories = sorted(map(makers.category, index.folder.categories), key=lambda value: (value.order, value.slug))
    return Masthead(
        categories={value.slug: value for value in categories},
        authors={document.slug: makers.author(document) for document in index.folder.authors},
        tags=makers.tags(articles),
        sponsors={document.slug: makers.sponsor(document) for document in index.folder.sponsors},
    )


def promo_notice(document: Document[PromoFields]) -> PromoNotice:
    """Return a promo as the newsroom knows it."""
    fields = document.checked
    return PromoNotice(
        slug=document.slug,
        title=fields.title,
        text=fields.text,
        url=fields.url,
        advertiser=fields.advertiser,
        start=fields.start,
        end=fields.end,
        priority=fields.priority,
    )


@dataclass(frozen=True, slots=True)
class _Makers:
    index: Index
    house: House
    reader: BodyReader

    def text(self, document: Document[Fields]) -> Html:
        """Return a document's text as finished HTML."""
        html = self.reader.read(document.body, targets_of(self.index, self.house, document))
        return without_marks(self.house.typography.markup(html))

    def category(self, document: Document[CategoryFields]) -> Category:
        fields = document.checked
        return Category(
            slug=document.slug,
            name=fields.name,
            order=fields.order,
            colour=fields.colour,
            summary=fields.summary,
            introduction_html=self.text(document),
        )

    def author(self, document: Document[AuthorFields]) -> Author:
        fields = document.checked
        return Author(
            slug=document.slug,
            name=fields.name,
            is_team=fields.team,
            role=fields.role,
            beat=fields.beat,
            portrait=picture_of(self.index, self.house, document, fields.portrait),
            links=tuple(ProfileLink(name=link.name, url=link.url) for link in fields.links),
            biography_html=self.text(document),
        )

    def sponsor(self, document: Document[SponsorFields]) -> Sponsor:
        fields = document.checked
        return Sponsor(
            slug=document.slug,
            name=fields.name,
            url=fields.url,
            label=fields.label or f"Sponsored by {fields.name}",
            disclosure_html=self.text(document),
        )

    def tags(self, articles: Iterable[Document[ArticleFields]]) -> dict[str, Tag]:
        """Return the tags that have a file, and those of `articles` under their commonest spelling."""
        spellings = Counter(name for document in articles for name in document.checked.tags)
        commonest = sorted(spellings, key=lambda name: (-spellings[name], name))
        tags = {document.slug: self._tag(document) for document in self.index.folder.tags}
        for name in commonest:
            slug = slugify(name)
            tags.setdefault(slug, Tag(slug=slug, name=name, summary="", introduction_html=Markup("")))
        return dict(sorted(tags.items()))

    def _tag(self, document: Document[TagFields]) -> Tag:
        fields = document.checked
        return Tag(
            slug=document.slug,
            name=fields.name,
            summary=fields.summary,
            introduction_html=self.text(document),
        )
