"""Article pages: every block of the model page, filled in."""

import math

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
    lists: dict[str, list[Article]] = {}
    for article in material.articles:
        lists.setdefault(article.category.slug, []).append(article)
    return {
        article.slug: Neighbours(
            previous=_first_public(material, row[index + 1 :]), next=_first_public(material, row[:index][::-1])
        )
        for row in lists.values()
        for index, article in enumerate(row)
    }


def _first_public(material: Material, articles: list[Article]) -> Link | None:
    found = next((article for article in articles if article.is_public), None)
    return Link(text=found.title, url=material.href(found.url)) if found else None


def _sponsor_label(sponsor: Sponsor) -> SponsorLabel:
    return SponsorLabel(text=sponsor.label, name=sponsor.name, url=sponsor.url, disclosure_html=sponsor.disclosure_html)


def _corrections(article: Article) -> tuple[CorrectionNote, ...]:
    newest_first = sorted(article.corrections, key=lambda correction: correction.date, reverse=True)
    return tuple(CorrectionNote(date=moment(note.date), text_html=note.text_html) for note in newest_first)
