"""The cards that a build draws: those of every page, in the preview those that editors look at."""

from collections.abc import Iterator

from plugins.newsroom.articles import Publication
from plugins.newsroom.choices import CardKind, card_name
from plugins.newsroom.listed_articles import ListedArticle
from plugins.newsroom.site_pages import pages_of
from plugins.newsroom.urls import card_url, output_path
from plugins.share_cards.settings import ShareCardsSettings
from plugins.stet.outputs import Output

SHARE_CARD_FILE = "share card"
"""Name of the kind of files, and of its renderer."""

_KINDS: dict[str, CardKind] = {
    "article": "article",
    "home": "home",
    "category": "category",
    "tag": "tag",
    "author": "author",
    "text page": "page",
}
"""Kinds of pages that have a card, and the name of it there."""


def plan_cards(publication: Publication, settings: ShareCardsSettings) -> Iterator[Output]:
    """Yield the files of all cards, each with its name."""
    drawn = drawn_articles(publication, settings)
    for page in pages_of(publication):
        if page.kind in _KINDS and (page.kind != "article" or page.slug in drawn):
            yield Output(output_path(card_url(page.url)), SHARE_CARD_FILE, (card_name(_KINDS[page.kind], page.slug),))


def drawn_articles(publication: Publication, settings: ShareCardsSettings) -> frozenset[str]:
    """Return the slugs of the articles that have a card; retracted ones have none."""
    shows_all = settings.show == "all"
    articles = [line for line in publication.articles if not line.is_retracted and (shows_all or not line.has_picture)]
    if publication.shows_drafts:
        articles = list(_looked_at(articles, settings.preview))
    return frozenset(line.slug for line in articles)


def is_drawn(name: str, articles: frozenset[str]) -> bool:
    """Tell whether there is a card of this name, where these articles have one."""
    kind, _, slug = name.partition(" ")
    return kind != "article" or slug in articles


def _looked_at(articles: list[ListedArticle], newest: int) -> Iterator[ListedArticle]:
    """Yield the articles that wait, and the newest of the others."""
    yield from (line for line in articles if not line.is_public)
    yield from [line for line in articles if line.is_public][:newest]
