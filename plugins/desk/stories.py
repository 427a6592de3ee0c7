"""Articles and text pages as the newsroom's values: first without their bodies, then, once read, with them."""

from dataclasses import dataclass, replace
from datetime import datetime

from plugins.desk.addresses import article_date, url_of
from plugins.desk.blocks import split_blocks, without_marks
from plugins.desk.documents import Document
from plugins.desk.index import Index
from plugins.desk.linking import House, picture_of, targets_of
from plugins.desk.markdown import BodyTargets
from plugins.desk.masthead import Masthead
from plugins.desk.schema import ArticleFields, PageFields
from plugins.desk.slugs import slugify
from plugins.newsroom.articles import Article, Category, Correction, CtaSwitches, Tag, TextPage


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleStart:
    """An article whose body is still Markdown."""

    article: Article
    body: str
    targets: BodyTargets


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStart:
    """A text page whose body is still Markdown."""

    page: TextPage
    body: str
    targets: BodyTargets


def start_article(index: Index, house: House, masthead: Masthead, document: Document[ArticleFields]) -> ArticleStart:
    """Return everything of an article but its body."""
    fields = document.checked
    marked = next((mark.target for mark in document.scan.marks), None)
    article = Article(
        source=document.source,
        slug=document.slug,
        url=url_of(document, index.now),
        lang=fields.lang or house.lang,
        title=fields.title,
        title_html=house.typography.line(fields.title),
        summary=fields.summary or "",
        summary_html=house.typography.line(fields.summary or ""),
        category=_category(index, masthead, fields),
        tags=_tags(masthead, fields),
        authors=tuple(masthead.authors[slug] for slug in fields.authors),
        date=article_date(fields, index.now),
        updated=fields.updated,
        is_draft=fields.status == "draft",
        embargo=_embargo(fields, index.now),
        picture=picture_of(index, house, document, fields.picture),
        sponsor=masthead.sponsors[fields.sponsor] if fields.sponsor else None,
        is_sample=fields.sample,
        corrections=tuple(
            Correction(date=correction.date, text_html=house.typography.line(correction.text))
            for correction in fields.corrections
        ),
        related=fields.related,
        dont_miss=fields.dont_miss or marked,
        cta=CtaSwitches(telegram=fields.cta.telegram, newsletter=fields.cta.newsletter),
        blocks=(),
        dont_miss_after=None,
        words=0,
        text="",
    )
    return ArticleStart(article=article, body=document.body, targets=targets_of(index, house, document))


def start_page(index: Index, house: House, document: Document[PageFields]) -> PageStart:
    """Return everything of a text page but its body."""
    fields = document.checked
    page = TextPage(
        source=document.source,
        slug=document.slug,
        url=url_of(document, index.now),
        lang=fields.lang or house.lang,
        title=fields.title,
        title_html=house.typography.line(fields.title),
        summary=fields.summary,
        order=fields.order,
        is_draft=fields.status == "draft",
        body_html=house.typography.line(""),
    )
    return PageStart(page=page, body=document.body, targets=targets_of(index, house, document))


def finish_article(article: Article, body_html: str) -> Article:
    """Return `article` with its body, from the HTML that the reader and Typogrify finished."""
    body = split_blocks(body_html)
    return replace(
        article,
        blocks=body.blocks,
        dont_miss_after=body.dont_miss_after,
        words=body.words,
        text=body.text,
    )


def finish_page(page: TextPage, body_html: str) -> TextPage:
    """Return `page` with its body, from finished HTML."""
    return replace(page, body_html=without_marks(body_html))


def _category(index: Index, masthead: Masthead, fields: ArticleFields) -> Category:
    """Return the article's category; a draft without one stands in the first."""
    document = index.category_of(fields.category)
    return masthead.categories[document.slug] if document else next(iter(masthead.categories.values()))


def _tags(masthead: Masthead, fields: ArticleFields) -> tuple[Tag, ...]:
    return tuple(masthead.tags[slug] for slug in dict.fromkeys(slugify(name) for name in fields.tags))


def _embargo(fields: ArticleFields, now: datetime) -> datetime | None:
    """Return when the article goes public, if that is still to come."""
    return fields.published if fields.published and fields.published > now else None
