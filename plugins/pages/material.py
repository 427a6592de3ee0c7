"""What page models are made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from plugins.newsroom.articles import Article, Desk, TextPage
from plugins.newsroom.choices import Calls, Promo, Related, ShareLinks
from plugins.newsroom.pages import Site
from plugins.newsroom.urls import absolute_url, site_prefix
from plugins.pages.settings import PagesSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An article with what the other plugins chose for it."""

    article: Article
    related: Related
    share: ShareLinks
    cta: Calls


@dataclass(frozen=True, kw_only=True)
class Material:
    """The whole publication, before it is made into pages."""

    site: Site
    site_url: str
    desk: Desk
    stories: tuple[Story, ...]
    """Newest first; equal dates by slug."""
    text_pages: tuple[TextPage, ...]
    cta: Calls
    promo: Promo | None
    settings: PagesSettings

    def href(self, url: str) -> str:
        """Return `url` as pages of this publication link to it."""
        return site_prefix(self.site_url) + url

    def absolute(self, url: str) -> str:
        """Return `url` as the outside knows it."""
        return absolute_url(self.site_url, url)

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles, newest first."""
        return tuple(story.article for story in self.stories)

    @cached_property
    def by_slug(self) -> Mapping[str, Article]:
        return {article.slug: article for article in self.articles}
