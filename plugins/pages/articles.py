"""Article pages: every block of the model page, filled in."""

import math
from collections.abc import Iterable

from plugins.newsroom.articles import Article, Sponsor
from plugins.newsroom.moments import moment
from plugins.newsroom.pages import ArticlePage
from plugins.newsroom.parts import CorrectionNote, Link, Neighbours, SponsorLabel
from plugins.newsroom.urls import output_path, tag_url
from plugins.pages.body import body
from plugins.pages.cards import bylines, cards, section_link, state
from plugins.pages.head import article_head
from plugins.pages.material import Material, Story


def article_pages(material: Material) -> list[ArticlePage]:
    """Return a page for every article, newest first."""
    neighbours = neighbours_in_category(material)
    return [article_page(material, story, neighbours[story.article.slug]) for story in material.stories]


def article_page(material: Material, story: Story, neighbours: Neighbours) -> ArticlePage:
    article = story.article
    return ArticlePage(
        path=output_path(article.url),
        lang=article.lang,
        site=material.site,
        head=article_head(material, article),
        promo=material.promo,
        kicker=section_link(material, article.category),
        title_html=article.title_html,
        standfirst_html=article.summary_html,
        bylines=bylines(material, article),
        published=moment(article.date),
        updated=moment(article.updated) if article.updated else None,
        reading_minutes=max(1, math.ceil(article.words / material.settings.words_per_minute)),
        picture=article.picture,
        sponsor=_sponsor_label(article.sponsor) if article.sponsor else None,
        is_sample=article.is_sample,
        state=state(article),
        embargo=moment(article.embargo) if article.embargo else None,
        share=story.share,
        body=body(material, article, story.related.dont_miss),
        related=cards(material, (material.by_slug[slug] for slug in story.related.articles)),
        telegram=story.cta.telegram,
        newsletter=story.cta.newsletter,
        tags=tuple(Link(text=tag.name, url=material.href(tag_url(tag.slug))) for tag in article.tags),
        neighbours=neighbours,
        corrections=_corrections(article),
    )


def neighbours_in_category(material: Material) -> dict[str, Neighbours]:
    """Return for each article's slug the public articles just before and after it in its category."""
    newer = _last_public_before(material, material.articles)
    older = _last_public_before(material, reversed(material.articles))
    return {
        article.slug: Neighbours(previous=older[article.slug], next=newer[article.slug])
        for article in material.articles
    }


def _last_public_before(material: Material, articles: Iterable[Article]) -> dict[str, Link | None]:
    """Return for each article's slug a link to the public one of its category that came last before it."""
    last: dict[str, Link] = {}
    before = {}
    for article in articles:
        before[article.slug] = last.get(article.category.slug)
        if article.is_public:
            last[article.category.slug] = Link(text=article.title, url=material.href(article.url))
    return before


def _sponsor_label(sponsor: Sponsor) -> SponsorLabel:
    return SponsorLabel(text=sponsor.label, name=sponsor.name, url=sponsor.url, disclosure_html=sponsor.disclosure_html)


def _corrections(article: Article) -> tuple[CorrectionNote, ...]:
    newest_first = sorted(article.corrections, key=lambda correction: correction.date, reverse=True)
    return tuple(CorrectionNote(date=moment(note.date), text_html=note.text_html) for note in newest_first)
