"""The plan of the sitemaps, from articles as lists know them: which files there are, and the pages in each.

Numbered pages of fronts are in none: the articles on them change with every new one, and each has an address of its own
in the sitemap of its month.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import islice, takewhile
from typing import NamedTuple

from plugins.newsroom.articles import Publication
from plugins.newsroom.listed_articles import ListedArticle
from plugins.newsroom.site_pages import SitePage, pages_of
from plugins.sitemaps.sitemap_files import INDEX_PATH, NEWS_PATH
from plugins.sitemaps.versions_of_pages import StoryVersions, front_versions
from plugins.stet.outputs import Output

NEWS_AGE = 2 * 24 * 60 * 60
"""Seconds after its publication for which an article is news to Google."""
MOST_NEWS = 1_000
MOST_PICTURES = 20
"""Pictures named of one article; Google takes 1,000, and each costs its share of the 50 MB. Judgement."""
SITEMAP, NEWS_SITEMAP, SITEMAP_INDEX = "sitemap", "news sitemap", "sitemap index"
"""Kinds of files."""

_HIDDEN_KINDS = frozenset({"404", "coverage", "agenda"})
"""Pages whose head keeps them out of search engines."""
_OVERHEAD = 400
"""Bytes of the elements of a page, or of a version, without addresses: more than enough."""
_PICTURE_BYTES = 900
"""Bytes of one picture without the site's address, at most: a file name has 255, each written as three."""
_TRANSLATED = frozenset({"home", "language"})
_SHOWN_ON_FRONT = 30
"""Articles that the first page of a front shows at most; about as many as most settings let it. Judgement."""
_GROUPS = {"text page": "pages", "month": "archive"}
"""Files of kinds of pages; all others are fronts."""


class PlannedUrl(NamedTuple):
    """One page, as the plan knows it."""

    slug: str
    """Of an article; else empty."""
    url: str
    """Root-relative, without prefix."""
    changed: str
    versions: tuple[tuple[str, str], ...] = ()
    """Language and address of all versions, as the page's head has them; the last is `x-default`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapLimits:
    """Limits of one file: those of sitemaps.org."""

    urls: int = 50_000
    bytes: int = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapPlan:
    """All that the plan is made from, beside the publication."""

    site_url: str
    zone: tzinfo
    now: float
    main_lang: str = "en"
    """The publication's language."""
    has_news: bool = True
    limits: SitemapLimits = SitemapLimits()


class _Part(NamedTuple):
    name: str
    urls: tuple[PlannedUrl, ...]
    changed: int | None


def plan_sitemaps(publication: Publication, plan: SitemapPlan) -> Iterator[Output]:
    """Yield every sitemap, and the index of them all."""
    listed = []
    for part in _parts(publication, plan):
        path = f"sitemaps/{part.name}.xml"
        listed.append((path, _written(part.changed, plan.zone)))
        yield Output(path, SITEMAP, tuple(map(tuple, part.urls)))
    if plan.has_news:
        news = news_of(publication.articles, plan.now)
        listed.append((NEWS_PATH, _written(news[0].date if news else None, plan.zone)))
        yield Output(NEWS_PATH, NEWS_SITEMAP, tuple(line.slug for line in news))
    yield Output(INDEX_PATH, SITEMAP_INDEX, tuple(listed))


def news_of(articles: Sequence[ListedArticle], now: float) -> list[ListedArticle]:
    """Return the news among articles that are sorted newest first, in all languages: nobody has paid for them."""
    young = takewhile(lambda line: line.date + NEWS_AGE > now, articles)
    news = (line for line in young if line.is_public and line.is_current and not line.is_sponsored)
    return list(islice(news, MOST_NEWS))


def _parts(publication: Publication, plan: SitemapPlan) -> Iterator[_Part]:
    """Yield the sitemaps of fronts, pages and months of the archive, and those of the articles of each month."""
    groups: dict[str, list[SitePage[ListedArticle]]] = {"fronts": [], "pages": [], "archive": []}
    drafts = {page.slug for page in publication.text_pages if page.is_draft}
    for page in pages_of(publication):
        is_shown = page.public_from is not None and not (page.kind == "text page" and page.slug in drafts)
        if page.kind != "article" and page.kind not in _HIDDEN_KINDS and is_shown:
            groups[_GROUPS.get(page.kind, "fronts")].append(page)
    for name, pages in groups.items():
        if pages:
            versions = front_versions(publication.languages, plan.main_lang)
            urls = (PlannedUrl("", page.url, "", versions if page.kind in _TRANSLATED else ()) for page in pages)
            yield from _split(name, list(zip(urls, map(_last_change, pages), strict=True)), plan)
    months: dict[tuple[int, int], list[ListedArticle]] = {}
    for line in reversed(publication.articles):  # the oldest first, so that a new one changes the last file alone
        if line.is_public:
            months.setdefault(line.month, []).append(line)
    versions_of = StoryVersions(publication.articles, plan.main_lang)
    for month, lines in months.items():
        dated = [(PlannedUrl(line.slug, line.url, "", versions_of.of(line)), changed_at(line)) for line in lines]
        yield from _split(f"articles-{month[0]:04}-{month[1]:02}", dated, plan)


def changed_at(line: ListedArticle) -> int:
    """Return when an article was published, or changed in a way that readers should know."""
    return max(line.date, line.changed or line.date)


def _last_change(page: SitePage[ListedArticle]) -> int | None:
    """Return when a page of articles last changed; a correction of an old one is not to be seen on a front."""
    public = (line for line in page.articles if line.is_public)
    shown = public if page.kind == "month" else islice(public, _SHOWN_ON_FRONT)
    return max(map(changed_at, shown), default=None)


def _split(name: str, pages: Sequence[tuple[PlannedUrl, int | None]], plan: SitemapPlan) -> Iterator[_Part]:
    """Yield pages in as many files as the limits ask for; the second is `<name>-2`."""
    parts: list[list[tuple[PlannedUrl, int | None]]] = [[]]
    used = 0
    for page, changed in pages:
        size = _most_bytes(page, plan.site_url)
        if parts[-1] and (len(parts[-1]) == plan.limits.urls or used + size > plan.limits.bytes):
            parts.append([])
            used = 0
        parts[-1].append((page._replace(changed=_written(changed, plan.zone)), changed))
        used += size
    for number, part in enumerate(parts, 1):
        newest = max((changed for _, changed in part if changed is not None), default=None)
        yield _Part(name if number == 1 else f"{name}-{number}", tuple(page for page, _ in part), newest)


def _most_bytes(page: PlannedUrl, site_url: str) -> int:
    """Return how long the elements of a page are at most."""
    pictures = MOST_PICTURES * (_PICTURE_BYTES + len(site_url)) if page.slug else 0
    urls = (page.url, *(url for _, url in page.versions))  # each byte of one is written as three at most
    return pictures + sum(_OVERHEAD + len(site_url) + 3 * len(url.encode()) for url in urls)


def _written(time: int | None, zone: tzinfo) -> str:
    """Return a time in seconds since 1970 as sitemaps write it; empty for none."""
    return "" if time is None else datetime.fromtimestamp(time, zone).isoformat()
