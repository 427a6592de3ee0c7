"""Which pages there are, and which articles stand on each: told from listed articles alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from plugins.newsroom.articles import Publication
from plugins.newsroom.listed_articles import ListedArticle
from plugins.newsroom.urls import (
    archive_url,
    author_url,
    authors_url,
    category_url,
    coverage_url,
    month_url,
    numbered_url,
    output_path,
    tag_url,
    tags_url,
)
from plugins.pages.home_page import BandSpec
from plugins.pages.pagination import page_count
from plugins.pages.settings import PagesSettings
from plugins.stet.outputs import Output

_LATEST_ON_404 = 5

Lists = Mapping[str, Sequence[str]]
"""Slugs of articles, newest first, by the slug of their category, tag or author."""


def plan_pages(desk: Publication, settings: PagesSettings) -> Iterator[Output]:
    """Yield every page of the publication."""
    yield from _articles(desk.articles)
    yield _home(desk, settings)
    categories = _lists((line.category, line.slug) for line in desk.articles)
    tags = _lists((tag, line.slug) for line in desk.articles for tag in line.tags)
    authors = _lists((author, line.slug) for line in desk.articles for author in line.authors)
    size = settings.front_size
    for category in desk.categories:
        yield from _front("category", category.slug, category_url(category.slug), categories, size)
    for tag in desk.tags:
        if tag.slug in tags:
            yield from _front("tag", tag.slug, tag_url(tag.slug), tags, size)
    for author in desk.authors:
        yield from _front("author", author.slug, author_url(author.slug), authors, size)
    yield from _archive(desk.articles)
    counts = tuple((tag.slug, len(tags[tag.slug])) for tag in desk.tags if tag.slug in tags)
    yield Output(output_path(tags_url()), "tags", (counts,))
    counts = tuple((author.slug, len(authors.get(author.slug, ()))) for author in desk.authors)
    yield Output(output_path(authors_url()), "authors", (counts,))
    for page in desk.text_pages:
        yield Output(output_path(page.url), "text page", (page.slug,))
    yield Output("404.html", "404", (_slugs(desk.articles[:_LATEST_ON_404]),))
    if desk.shows_drafts:
        yield Output(output_path(coverage_url()), "coverage", ())


def _articles(articles: Sequence[ListedArticle]) -> Iterator[Output]:
    newer = _last_public_before(articles)
    older = _last_public_before(reversed(articles))
    for line in articles:
        yield Output(output_path(line.url), "article", (line.slug, older[line.slug], newer[line.slug]))


def _last_public_before(articles: Iterable[ListedArticle]) -> dict[str, str | None]:
    """Return for each article's slug that of the public one of its category that came last before it."""
    last: dict[str, str] = {}
    before = {}
    for line in articles:
        before[line.slug] = last.get(line.category)
        if line.is_public:
            last[line.category] = line.slug
    return before


def _home(desk: Publication, settings: PagesSettings) -> Output:
    """Plan the home front: no article stands twice above the bands, nor in a band what lead and seconds show."""
    top = 1 + settings.seconds
    articles = desk.articles
    spec = (
        articles[0].slug if articles else None,
        _slugs(articles[1:top]),
        _slugs(articles[top : top + settings.latest]),
        tuple(_bands(desk, articles[top:], settings.band_size)),
    )
    return Output("index.html", "home", spec)


def _bands(desk: Publication, articles: Sequence[ListedArticle], size: int) -> Iterator[BandSpec]:
    """Yield the newest of every category that has any, led by the newest with a picture, else by the newest."""
    newest: defaultdict[str, list[ListedArticle]] = defaultdict(list)
    for line in articles:
        if len(newest[line.category]) < size:
            newest[line.category].append(line)
    for category in desk.categories:
        lines = newest[category.slug]
        if lines:
            lead = next((line for line in lines if line.has_picture), lines[0])
            yield category.slug, lead.slug, tuple(line.slug for line in lines if line is not lead)


def _lists(pairs: Iterable[tuple[str, str]]) -> Lists:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, slug in pairs:
        found[name].append(slug)
    return found


def _front(kind: str, slug: str, url: str, lists: Lists, size: int) -> Iterator[Output]:
    """Yield the pages of a front; one without articles has one page."""
    articles = lists.get(slug, ())
    count = page_count(len(articles), size)
    for number in range(1, count + 1):
        on_page = tuple(articles[(number - 1) * size : number * size])
        yield Output(output_path(numbered_url(url, number)), kind, (slug, number, count, on_page))


def _archive(articles: Sequence[ListedArticle]) -> Iterator[Output]:
    months = [(key, _slugs(list(lines))) for key, lines in groupby(articles, key=lambda line: line.month)]
    specs = [(year, month, len(slugs)) for (year, month), slugs in months]
    yield Output(output_path(archive_url()), "archive", (tuple(specs),))
    for index, ((year, month), slugs) in enumerate(months):
        newer = specs[index - 1] if index else None
        older = specs[index + 1] if index + 1 < len(specs) else None
        yield Output(output_path(month_url(year, month)), "month", (year, month, slugs, older, newer))


def _slugs(lines: Sequence[ListedArticle]) -> tuple[str, ...]:
    return tuple(line.slug for line in lines)
