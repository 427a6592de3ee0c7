"""What page models are made from, read through the engine's view: whatever a model shows, it is known to depend on."""

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.newsroom.articles import Article, Author, Body, Category, Tag, TextPage
from plugins.newsroom.choices import Calls, Coverage, Promo, Related, ShareLinks
from plugins.newsroom.page_models import Site
from plugins.newsroom.page_parts import Card
from plugins.newsroom.spaces import (
    ARTICLE,
    AUTHOR,
    BODY,
    CALLS,
    CATEGORY,
    COVERAGE,
    PUBLICATION,
    RELATED,
    SHARE,
    TAG,
    TEXT_PAGE,
)
from plugins.newsroom.urls import absolute_url, site_prefix
from plugins.pages.settings import PagesSettings
from plugins.stet.facts import View

CARD = "card"
"""Space of the cards, by slug: an article stands in ten lists or so with the same one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedByPages:
    """What all pages share."""

    site: Site
    site_url: str
    promo: Promo | None
    settings: PagesSettings


class Material:
    """The publication as the maker of a page sees it."""

    def __init__(self, view: View) -> None:
        self._view = view
        publication: SharedByPages = view.read(PUBLICATION)
        self.site = publication.site
        self.site_url = publication.site_url
        self.promo = publication.promo
        self.settings = publication.settings
        self._prefix = site_prefix(publication.site_url)

    def article(self, slug: str) -> Article:
        article: Article = self._view.read(ARTICLE, slug)
        return article

    def body(self, slug: str) -> Body:
        body: Body = self._view.read(BODY, slug)
        return body

    def related(self, slug: str) -> Related:
        related: Related = self._view.read(RELATED, slug)
        return related

    def coverage(self) -> Coverage:
        coverage: Coverage = self._view.read(COVERAGE)
        return coverage

    def share(self, slug: str) -> ShareLinks:
        links: ShareLinks = self._view.read(SHARE, slug)
        return links

    def calls(self, slug: str = "") -> Calls:
        """Return the calls to action that an article shows; without a slug, all that there are."""
        calls: Calls = self._view.read(CALLS, slug)
        return calls

    def category(self, slug: str) -> Category:
        category: Category = self._view.read(CATEGORY, slug)
        return category

    def tag(self, slug: str) -> Tag:
        tag: Tag = self._view.read(TAG, slug)
        return tag

    def author(self, slug: str) -> Author:
        author: Author = self._view.read(AUTHOR, slug)
        return author

    def text_page(self, slug: str) -> TextPage:
        page: TextPage = self._view.read(TEXT_PAGE, slug)
        return page

    def card(self, slug: str) -> Card:
        card: Card = self._view.read(CARD, slug)
        return card

    def cards(self, slugs: Iterable[str]) -> tuple[Card, ...]:
        return tuple(map(self.card, slugs))

    def href(self, url: str) -> str:
        """Return `url` as pages of this publication link to it."""
        return self._prefix + url

    def absolute(self, url: str) -> str:
        """Return `url` as the outside knows it."""
        return absolute_url(self.site_url, url)
