"""Makes the leaf of a document: its front matter as a newsroom value, as far as the file alone can tell."""

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from plugins.desk.files.document import Document
from plugins.desk.files.kept import ArticleHead, Leaf, PlacedPicture
from plugins.desk.front_matter.schema import (
    ArticleFields,
    AuthorFields,
    CategoryFields,
    Fields,
    PageFields,
    PictureFields,
    PortraitFields,
    PromoFields,
    SponsorFields,
    TagFields,
)
from plugins.desk.text.link_targets import content_path
from plugins.desk.text.typography import Typography
from plugins.newsroom.articles import (
    Author,
    Category,
    Correction,
    CtaSwitches,
    ProfileLink,
    PromoNotice,
    Sponsor,
    Tag,
    TextPage,
)

EMPTY = Markup()
"""The text of a value, before it is put in."""


def head_of(document: Document[Fields], typography: Typography) -> Any:
    """Return the ArticleHead of an article, and the Leaf of anything else."""
    fields = document.fields
    if isinstance(fields, ArticleFields):
        return _article(document, fields, typography)
    value = _MAKERS[document.kind](document.slug, fields, typography)
    portrait = fields.portrait if isinstance(fields, AuthorFields) else None
    return Leaf(value=value, picture=_picture(document, portrait))


def _article(document: Document[Fields], fields: ArticleFields, typography: Typography) -> ArticleHead:
    return ArticleHead(
        lang=fields.lang or "",
        title=fields.title,
        title_html=typography.line(fields.title),
        summary=fields.summary or "",
        summary_html=typography.line(fields.summary or ""),
        date=fields.published,
        updated=fields.updated,
        picture=_picture(document, fields.picture),
        is_sample=fields.sample,
        corrections=tuple(
            Correction(date=correction.date, text_html=typography.line(correction.text))
            for correction in fields.corrections
        ),
        cta=CtaSwitches(telegram=fields.cta.telegram, newsletter=fields.cta.newsletter),
    )


def _picture(document: Document[Fields], fields: PictureFields | PortraitFields | None) -> PlacedPicture | None:
    if fields is None:
        return None
    return PlacedPicture(
        source=content_path(document.source, fields.file),
        alt=fields.alt,
        caption=fields.caption if isinstance(fields, PictureFields) else "",
        credit=fields.credit if isinstance(fields, PictureFields) else "",
    )


def _page(slug: str, fields: PageFields, typography: Typography) -> TextPage:
    return TextPage(
        source="",
        slug=slug,
        url="",
        lang=fields.lang or "",
        title=fields.title,
        title_html=typography.line(fields.title),
        summary=fields.summary,
        order=fields.order,
        is_draft=fields.status == "draft",
        body_html=EMPTY,
    )


def _author(slug: str, fields: AuthorFields, _: Typography) -> Author:
    return Author(
        slug=slug,
        name=fields.name,
        is_team=fields.team,
        role=fields.role,
        beat=fields.beat,
        portrait=None,
        links=tuple(ProfileLink(name=link.name, url=link.url) for link in fields.links),
        biography_html=EMPTY,
    )


def _category(slug: str, fields: CategoryFields, _: Typography) -> Category:
    return Category(
        slug=slug,
        name=fields.name,
        order=fields.order,
        colour=fields.colour,
        summary=fields.summary,
        introduction_html=EMPTY,
    )


def _tag(slug: str, fields: TagFields, _: Typography) -> Tag:
    return Tag(slug=slug, name=fields.name, summary=fields.summary, introduction_html=EMPTY)


def _sponsor(slug: str, fields: SponsorFields, _: Typography) -> Sponsor:
    return Sponsor(
        slug=slug,
        name=fields.name,
        url=fields.url,
        label=fields.label or f"Sponsored by {fields.name}",
        disclosure_html=EMPTY,
    )


def _promo(slug: str, fields: PromoFields, _: Typography) -> PromoNotice:
    return PromoNotice(
        slug=slug,
        title=fields.title,
        text=fields.text,
        url=fields.url,
        advertiser=fields.advertiser,
        start=fields.start,
        end=fields.end,
        priority=fields.priority,
    )


_MAKERS: Mapping[str, Callable[[str, Any, Typography], Any]] = {
    "pages": _page,
    "authors": _author,
    "categories": _category,
    "tags": _tag,
    "sponsors": _sponsor,
    "promos": _promo,
}
