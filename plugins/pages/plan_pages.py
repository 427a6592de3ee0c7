"""The plan of the pages: the articles on each, worked out from listed articles alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from plugins.newsroom.addresses.address_forms import PageRedirect
from plugins.newsroom.addresses.redirect_page import REDIRECT
from plugins.newsroom.articles import Publication
from plugins.newsroom.listed_articles import ListedArticle, each_story_once
from plugins.newsroom.site_pages import NUMBERED_FRONTS, SitePage, numbered_pages, pages_of
from plugins.newsroom.urls import numbered_url, output_path
from plugins.pages.settings import PagesSettings
from plugins.stet.outputs import Output

_LATEST_ON_404 = 5

BandSpec = tuple[str, str, tuple[str, ...]]
"""A category, the article that leads its band, and the others; slugs."""
MonthSpec = tuple[int, int, int]
"""Year, month, and number of articles."""

Page = SitePage[ListedArticle]
Neighbours = dict[str, str | None]


def plan_pages(publication: Publication, settings: PagesSettings, *, has_coverage: bool = True) -> Iterator[Output]:
    """Yield every page of the publication, with the arguments of its maker in `pages.kinds`.

    Without related articles the preview has no `coverage` to tell of.
    """
    pages = [page for page in pages_of(publication) if page.kind != "coverage" or has_coverage]
    older, newer = _last_before(reversed(publication.articles)), _last_before(publication.articles)
    months = [page for page in pages if page.kind == "month"]
    former = _FormerFronts(publication.redirects)
    for page in pages:
        if page.kind in NUMBERED_FRONTS:
            current = page._replace(articles=_shown_on(page))
            yield from _front(current, settings.front_size)
            yield from _former_fronts(current, settings.front_size, former)
            continue
        spec: tuple[Any, ...]
        match page.kind:
            case "article":
                spec = (page.slug, older[page.slug], newer[page.slug])
            case "home":
                spec = _home_spec(publication, settings)
            case "archive":
                spec = (tuple(map(_month, months)),)
            case "month":
                spec = _month_spec(page, months)
            case "tags" | "authors":
                spec = (_counts(pages, page.kind.removesuffix("s")),)
            case "404":
                spec = (_slugs(_current(page.articles)[:_LATEST_ON_404]),)
            case _:
                spec = (page.slug,) if page.slug else ()
        yield Output(output_path(page.url), page.kind, spec)


def _front(front: Page, size: int) -> Iterator[Output]:
    """Yield the pages of a front; a tag whose articles are all over has one, as its address was public."""
    for page in numbered_pages(front, size):
        spec = (front.slug, page.number, page.last, _slugs(page.articles))
        yield Output(output_path(page.url), front.kind, spec)


class _FormerFronts:
    """Former addresses of fronts, and the files that redirects have already."""

    def __init__(self, redirects: Sequence[PageRedirect]) -> None:
        self.files = {redirect.path for redirect in redirects}
        self.by_target: defaultdict[str, list[str]] = defaultdict(list)
        for redirect in redirects:
            if redirect.address.endswith("/"):
                self.by_target[redirect.target].append(redirect.address)


def _former_fronts(front: Page, size: int, former: _FormerFronts) -> Iterator[Output]:
    """Yield redirects from the further pages of a front's former addresses, as many as it has now."""
    for address in former.by_target.get(front.url, ()):
        for page in numbered_pages(front, size):
            path = output_path(numbered_url(address, page.number))
            if path not in former.files:
                yield Output(path, REDIRECT, (page.url,))


def _last_before(articles: Iterable[ListedArticle]) -> Neighbours:
    """Return for each article's slug that of the one in its category that came last before it, as far as offered.

    Another version of the same story is none.
    """
    last: defaultdict[str, list[ListedArticle]] = defaultdict(list)
    before = {}
    for line in articles:
        others = (each.slug for each in reversed(last[line.category]) if each.story != line.story)
        before[line.slug] = next(others, None)
        if line.is_offered:
            last[line.category] = [*last[line.category][-1:], line]
    return before


def _home_spec(publication: Publication, settings: PagesSettings) -> tuple[Any, ...]:
    """Return lead, seconds, latest and bands: no article stands twice above the bands, nor again in a band."""
    top = 1 + settings.seconds
    articles = _current(publication.articles)
    return (
        articles[0].slug if articles else None,
        _slugs(articles[1:top]),
        _slugs(articles[top : top + settings.latest]),
        tuple(_bands(publication, articles[top:], settings.band_size)),
    )


def _bands(publication: Publication, articles: Sequence[ListedArticle], size: int) -> Iterator[BandSpec]:
    """Yield the newest of every category that has any, led by the newest with a picture, else by the newest."""
    newest: defaultdict[str, list[ListedArticle]] = defaultdict(list)
    for line in articles:
        if len(newest[line.category]) < size:
            newest[line.category].append(line)
    for category in publication.categories:
        lines = newest[category.slug]
        if lines:
            lead = next((line for line in lines if line.has_picture), lines[0])
            yield category.slug, lead.slug, tuple(line.slug for line in lines if line is not lead)


def _month_spec(page: Page, months: Sequence[Page]) -> tuple[Any, ...]:
    index = months.index(page)
    older = _month(months[index + 1]) if index + 1 < len(months) else None
    newer = _month(months[index - 1]) if index else None
    return (*page.articles[0].month, _slugs(page.articles), older, newer)


def _month(page: Page) -> MonthSpec:
    return (*page.articles[0].month, len(page.articles))


def _counts(pages: Sequence[Page], kind: str) -> tuple[tuple[str, int], ...]:
    """Return the slugs of all pages of a kind, each with its number of articles; without tags that have none now."""
    counted = ((page.slug, len(_current(page.articles))) for page in pages if page.kind == kind)
    return tuple((slug, count) for slug, count in counted if count or kind != "tag")


def _current(lines: Sequence[ListedArticle]) -> list[ListedArticle]:
    """Return the articles that lists show: not those that are over or retracted, and each story once."""
    return each_story_once([line for line in lines if line.is_current])


def _shown_on(front: Page) -> list[ListedArticle]:
    """Return the articles that a front shows; that of a language has the version in it, whatever others have."""
    return (
        [line for line in front.articles if line.is_current] if front.kind == "language" else _current(front.articles)
    )


def _slugs(lines: Sequence[ListedArticle]) -> tuple[str, ...]:
    return tuple(line.slug for line in lines)
