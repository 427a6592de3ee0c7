"""The pages of the publication, enumerated in one place: for page plans, feeds, the desk's checks and sitemaps.

Pages are told from articles as lists know them; the contents of a page are no matter of this module.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from plugins.newsroom import urls
from plugins.newsroom.articles import Publication
from plugins.newsroom.listed_articles import ListedArticle
from plugins.newsroom.syndication.feed_formats import FEED_FILES

ALWAYS = float("-inf")
"""The time from which something is public that has no time of its own."""

NUMBERED_FRONTS = frozenset({"category", "tag", "author", "language"})
"""Kinds of pages that show all their articles on as many numbered pages as they need."""

FRONTS_WITH_FEED = NUMBERED_FRONTS | {"home"}
FRONTS_WITH_PODCAST = frozenset({"category", "tag"})
"""Kinds of pages whose articles may be a podcast."""


class PlacedArticle(Protocol):
    """The part of an article that decides which pages show it."""

    @property
    def slug(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def month(self) -> tuple[int, int]: ...
    @property
    def category(self) -> str: ...
    @property
    def tags(self) -> Sequence[str]: ...
    @property
    def authors(self) -> Sequence[str]: ...
    @property
    def public_from(self) -> float | None: ...
    @property
    def lang(self) -> str: ...


Placed = TypeVar("Placed", bound=PlacedArticle)


class SitePage(NamedTuple, Generic[Placed]):
    """A page, or a front with all its numbered pages."""

    kind: str
    """`article`, `home`, `language`, `category`, `tag`, `author`, `archive`, `month`, `tags`, `authors`, `text page`,
    `404`, `coverage` or `agenda`; `plugins.pages.kinds` has a maker for each."""
    url: str
    """Root-relative, without the site's path prefix."""
    slug: str = ""
    """Slug of the article, category, tag, author or text page that has this page; of a month, `2023-11`."""
    articles: Sequence[Placed] = ()
    """Those that it is about, in the order in which they were given."""

    @property
    def public_from(self) -> float | None:
        """The time from which readers can open it, in seconds since 1970; None for one with drafts alone.

        A page of articles is public when the first of them is; other pages are ALWAYS.
        """
        if self.kind not in ("article", "tag", "month"):
            return ALWAYS
        return min((time for article in self.articles if (time := article.public_from) is not None), default=None)


class NumberedPage(NamedTuple, Generic[Placed]):
    """One of the pages of a front."""

    url: str
    number: int
    last: int
    """Number of the last page of the front."""
    articles: Sequence[Placed]


def pages_of(publication: Publication) -> Iterator[SitePage[ListedArticle]]:
    """Yield every page that a build of `publication` has."""
    return site_pages(
        publication.articles,
        categories=[category.slug for category in publication.categories],
        tags=[tag.slug for tag in publication.tags],
        authors=[author.slug for author in publication.authors],
        text_pages=[page.slug for page in publication.text_pages],
        languages=[language.slug for language in publication.languages],
        in_preview=publication.shows_drafts,
    )


def site_pages(
    articles: Sequence[Placed],
    *,
    categories: Iterable[str],
    tags: Iterable[str],
    authors: Iterable[str],
    text_pages: Iterable[str],
    languages: Iterable[str] = (),
    in_preview: bool,
) -> Iterator[SitePage[Placed]]:
    """Yield every page of a publication, each front once; a tag that no article carries has no page.

    Categories, tags, authors, text pages and languages are slugs; articles and slugs come in the order that lists show
    them in.
    """
    for article in articles:
        yield SitePage("article", article.url, article.slug, (article,))
    yield SitePage("home", "/", articles=articles)
    by_language = _grouped((article.lang.lower(), article) for article in articles)
    for slug in languages:
        yield SitePage("language", urls.language_url(slug), slug, by_language.get(slug, ()))
    by_category = _grouped((article.category, article) for article in articles)
    for slug in categories:
        yield SitePage("category", urls.category_url(slug), slug, by_category.get(slug, ()))
    by_tag = _grouped((tag, article) for article in articles for tag in article.tags)
    for slug in tags:
        if slug in by_tag:
            yield SitePage("tag", urls.tag_url(slug), slug, by_tag[slug])
    by_author = _grouped((author, article) for article in articles for author in article.authors)
    for slug in authors:
        yield SitePage("author", urls.author_url(slug), slug, by_author.get(slug, ()))
    yield SitePage("archive", urls.ARCHIVE_URL, articles=articles)
    for month, found in _grouped((article.month, article) for article in articles).items():
        yield SitePage("month", urls.month_url(*month), f"{month[0]:04}-{month[1]:02}", found)
    yield SitePage("tags", urls.TAGS_URL)
    yield SitePage("authors", urls.AUTHORS_URL)
    for slug in text_pages:
        yield SitePage("text page", urls.text_page_url(slug), slug)
    yield SitePage("404", "/404.html", articles=articles)
    if in_preview:
        yield SitePage("coverage", urls.COVERAGE_URL)
        yield SitePage("agenda", urls.AGENDA_URL)


def numbered_pages(front: SitePage[Placed], size: int) -> Iterator[NumberedPage[Placed]]:
    """Yield the pages of a front, `size` articles each; a front without articles has one page."""
    last = max(1, -(-len(front.articles) // size))
    for number in range(1, last + 1):
        articles = front.articles[(number - 1) * size : number * size]
        yield NumberedPage(urls.numbered_url(front.url, number), number, last, articles)


def find_page(page_at: Callable[[str], SitePage[Placed] | None], path: str) -> SitePage[Placed] | None:
    """Return the page that a path belongs to: its own, its feed's or that of a further page; `page_at` takes a URL."""
    if page := page_at(path):
        return page
    feeds = [(urls.feed_url("", form), FRONTS_WITH_FEED) for form in FEED_FILES]
    for feed, fronts in (*feeds, (urls.podcast_url(""), FRONTS_WITH_PODCAST)):
        followed = page_at(path.removesuffix(feed))
        if followed and followed.kind in fronts:
            return followed
    front = page_at(urls.front_url(path))
    return front if front and front.kind in NUMBERED_FRONTS else None


def reserved_slugs() -> frozenset[str]:
    """Return the slugs that no category or text page may have, as something else has their URL."""
    own_pages: Iterator[SitePage[ListedArticle]] = site_pages(
        (), categories=(), tags=(), authors=(), text_pages=(), in_preview=True
    )
    files = (urls.asset_url(""), urls.picture_url(""), urls.FILES_URL)
    folders = (urls.numbered_url("/", 2), *files, urls.EMBEDS_URL, urls.FEEDS_URL, urls.PATTERNS_URL)
    own_urls = [page.url for page in own_pages if page.url != "/"]
    return frozenset(re.split(r"[/.]", url[1:])[0] for url in (*own_urls, *folders))


Key = TypeVar("Key")


def _grouped(pairs: Iterable[tuple[Key, Placed]]) -> dict[Key, list[Placed]]:
    found: defaultdict[Key, list[Placed]] = defaultdict(list)
    for key, article in pairs:
        found[key].append(article)
    return found
