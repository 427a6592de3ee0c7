"""Pelican's articles and pages, each made when somebody asks for it: most builds need none of them."""

import html
from collections.abc import Callable, Iterator, Sequence
from typing import Any, overload

from plugins.newsroom.articles import Article, TextPage


class LazyContents(Sequence[Any]):
    """A list of contents in the order of their slugs as given, each made by `make` at the first look at it."""

    def __init__(self, slugs: Sequence[str], make: Callable[[str], Any]) -> None:
        self._slugs = slugs
        self._make = make
        self._made: dict[str, Any] = {}

    def __len__(self) -> int:
        return len(self._slugs)

    def __iter__(self) -> Iterator[Any]:
        return map(self._content, self._slugs)

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> list[Any]: ...
    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice):
            return [self._content(slug) for slug in self._slugs[place]]
        return self._content(self._slugs[place])

    def _content(self, slug: str) -> Any:
        if slug not in self._made:
            self._made[slug] = self._make(slug)
        return self._made[slug]


def article_metadata(article: Article) -> dict[str, Any]:
    """Return an article's metadata as Pelican's own reader makes them; category, tags and authors by name."""
    return {
        "title": html.escape(article.title, quote=False),
        "summary": html.escape(article.summary, quote=False),
        "slug": article.url.split("/")[-2],
        "date": article.date,
        "status": "published",
        "category": article.category.name,
        "tags": [tag.name for tag in article.tags],
        "authors": [author.name for author in article.authors],
    }


def page_metadata(page: TextPage) -> dict[str, Any]:
    """Return a text page's metadata as Pelican's own reader makes them."""
    return {
        "title": html.escape(page.title, quote=False),
        "summary": html.escape(page.summary, quote=False),
        "slug": page.slug,
        "status": "published",
    }
