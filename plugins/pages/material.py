"""The sources of page models, read through the engine's view, so that everything a model shows is known to it."""

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.newsroom.articles import Article, Author, Body, Category, Tag, TextPage
from plugins.newsroom.choices import Calls, Coverage, Promo, Related, ShareLinks
from plugins.newsroom.page_models import Site
from plugins.newsroom.page_parts import Card, Link
from plugins.newsroom.spaces import (
    ARTICLE,
    AUTHOR,
    BODY,
    CALLS,
    CATEGORY,
    COVERAGE,
    RELATED,
    SHARE,
    TAG,
    TEXT_PAGE,
)
from plugins.newsroom.urls import absolute_url, feed_url, site_prefix
from plugins.pages.settings import PagesSettings
from plugins.stet.facts import View
from plugins.stet.space import Space

CARD = Space[Card]("card")
"""The card of an article, by slug: it stands in ten lists or so with the same one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedByPages:
    """Values that all pages share."""

    site: Site
    site_url: str
    promo: Promo | None
    settings: PagesSettings


SHARED = Space[SharedByPages]("shared by pages")
"""By the empty name."""


class Material:
    """The publication as the maker of a page sees it."""

    def __init__(self, view: View) -> None:
        self._view = view
        shared = view.read(SHARED)
        self.site = shared.site
        self.site_url = shared.site_url
        self.promo = shared.promo
        self.settings = shared.settings
        self._prefix = site_prefix(shared.site_url)

    def article(self, slug: str) -> Article:
        return self._view.read(ARTICLE, slug)

    def body(self, slug: str) -> Body:
        return self._view.read(BODY, slug)

    def related(self, slug: str) -> Related:
        """Return the articles to read after one; none in a publication without that plugin, as for the next two."""
        has_plugin = self._view.offers(RELATED)
        return self._view.read(RELATED, slug) if has_plugin else Related(dont_miss=None, articles=())

    def coverage(self) -> Coverage:
        return self._view.read(COVERAGE)

    def share(self, slug: str) -> ShareLinks | None:
        return self._view.read(SHARE, slug) if self._view.offers(SHARE) else None

    def calls(self, slug: str = "") -> Calls:
        """Return the calls to action that an article shows; without a slug, all that there are."""
        return self._view.read(CALLS, slug) if self._view.offers(CALLS) else Calls(telegram=None, newsletter=None)

    def category(self, slug: str) -> Category:
        return self._view.read(CATEGORY, slug)

    def tag(self, slug: str) -> Tag:
        return self._view.read(TAG, slug)

    def author(self, slug: str) -> Author:
        return self._view.read(AUTHOR, slug)

    def text_page(self, slug: str) -> TextPage:
        return self._view.read(TEXT_PAGE, slug)

    def card(self, slug: str) -> Card:
        return self._view.read(CARD, slug)

    def cards(self, slugs: Iterable[str]) -> tuple[Card, ...]:
        return tuple(map(self.card, slugs))

    def feed(self, text: str, front_url: str) -> Link | None:
        """Return the link to the feed of a front, if the publication has feeds."""
        return Link(text=text, url=self.href(feed_url(front_url))) if self.site.feed else None

    def href(self, url: str) -> str:
        """Return `url` as pages of this publication link to it."""
        return self._prefix + url

    def absolute(self, url: str) -> str:
        """Return `url` as the outside knows it."""
        return absolute_url(self.site_url, url)
