"""Article pages: every block of the model page, filled in."""

import math
from datetime import datetime

from plugins.newsroom.articles import Article, Sponsor
from plugins.newsroom.moments import Moment, moment
from plugins.newsroom.page_models import ArticlePage
from plugins.newsroom.page_parts import CorrectionNote, Link, Neighbour, Neighbours, SponsorLabel
from plugins.newsroom.spaces import BODY
from plugins.newsroom.urls import tag_url
from plugins.newsroom.words.phrases import Words
from plugins.pages.cards import bylines, foreign_dir, foreign_lang, section_link, state
from plugins.pages.dont_miss import article_body
from plugins.pages.head.page_head import article_head, frame
from plugins.pages.language_versions import article_versions
from plugins.pages.material import NOTHING_RELATED, Material


def article_page(material: Material, slug: str, older: str | None, newer: str | None) -> ArticlePage:
    """Return the page of an article; `older` and `newer` are the slugs of its neighbours in its category."""
    article, text = material.article(slug), material.view.read(BODY, slug)
    material = material.in_language(article.lang)
    calls, words = material.calls(slug), material.words
    related = NOTHING_RELATED if article.retracted_since else material.related(slug)
    return ArticlePage(
        **frame(material, article.url, article_head(material, article, text.words), article.lang),
        dir=foreign_dir(material, article.lang),
        kicker=section_link(material, article.category),
        title_html=article.title_html,
        standfirst_html=article.standfirst_html,
        bylines=bylines(material, article),
        published=moment(article.date, words),
        updated=None if article.retracted_since else _moment(article.changed, words),
        reading_minutes=max(1, math.ceil(text.words / material.settings.words_per_minute)),
        picture=article.picture,
        sponsor=_sponsor_label(article.sponsor) if article.sponsor else None,
        is_sample=article.fields.sample,
        state=state(article),
        embargo=_moment(article.embargo, words),
        over_since=_moment(article.over_since, words),
        retracted_since=_moment(article.retracted_since, words),
        versions=article_versions(material, article),
        share=None if article.retracted_since else material.share(slug),
        body=article_body(material, text, related.dont_miss),
        related=material.cards(material.version_of(each) for each in related.articles),
        telegram=calls.telegram,
        newsletter=calls.newsletter,
        tags=tuple(Link(text=tag.name, url=material.href(tag_url(tag.slug))) for tag in article.tags),
        neighbours=Neighbours(previous=_neighbour(material, older), next=_neighbour(material, newer)),
        corrections=_corrections(article, words),
    )


def _moment(time: datetime | None, words: Words) -> Moment | None:
    return moment(time, words) if time else None


def _neighbour(material: Material, slug: str | None) -> Neighbour | None:
    if slug is None:
        return None
    article = material.article(slug)
    return Neighbour(
        title_html=article.title_html,
        url=material.href(article.url),
        lang=foreign_lang(material, article.lang),
        dir=foreign_dir(material, article.lang),
    )


def _sponsor_label(sponsor: Sponsor) -> SponsorLabel:
    return SponsorLabel(text=sponsor.label, name=sponsor.name, url=sponsor.url, disclosure_html=sponsor.disclosure_html)


def _corrections(article: Article, words: Words) -> tuple[CorrectionNote, ...]:
    newest_first = sorted(article.fields.corrections, key=lambda correction: correction.date, reverse=True)
    return tuple(
        CorrectionNote(date=moment(note.date, words), text_html=article.typeset[note.text]) for note in newest_first
    )
