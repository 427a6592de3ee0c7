"""The plan of the feeds: which there are, in which formats, and the articles in each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plugins.feeds.settings import FeedsSettings, FeedText
from plugins.newsroom.addresses.address_forms import PageRedirect, normal_address
from plugins.newsroom.articles import Publication
from plugins.newsroom.listed_articles import ListedArticle, each_story_once
from plugins.newsroom.site_pages import FRONTS_WITH_FEED, SitePage, pages_of
from plugins.newsroom.syndication.feed_formats import FEED_FILES, FeedFormat
from plugins.newsroom.urls import feed_url, output_path
from plugins.stet.outputs import Output

FEED = "feed"
"""Kind of files."""
COPY = "former feed"
"""Kind of the files at the former addresses of feeds."""

PARTNER = "partner"
"""In the place of a kind of front, for a feed that follows none."""


class FeedSpec(NamedTuple):
    """Arguments of the maker of a feed."""

    kind: str
    """Of the front that it follows."""
    front: str
    """Slug of that."""
    form: FeedFormat
    articles: tuple[str, ...]
    """Slugs, newest first."""
    archive: int = 0
    """Its own number as an archive, from 1; 0 of the feed that readers subscribe to."""
    older: int = 0
    """Number of the archive before it; 0 for none."""
    newer: int = 0
    text: FeedText = "full"


def plan_feeds(publication: Publication, settings: FeedsSettings) -> Iterator[Output]:
    """Yield the feeds of all fronts, in their formats, with their archives.

    Drafts and embargoed articles are in no feed, the preview's included, but their tags' fronts have one. What is over
    leaves them. What is retracted stays for its reason to reach those who have the text in their feed readers.
    """
    former = _former_feeds(publication.redirects)
    for page in pages_of(publication):
        if page.kind in FRONTS_WITH_FEED:
            for form in settings.formats_of(page.kind):
                yield from _front_feeds(page, form, settings, former)


def _front_feeds(
    page: SitePage[ListedArticle], form: FeedFormat, settings: FeedsSettings, former: Mapping[str, list[str]]
) -> Iterator[Output]:
    lines = [line for line in page.articles if line.is_public and not line.is_over]
    public = tuple(line.slug for line in (lines if page.kind == "language" else each_story_once(lines)))
    archives = dict(_archives(public, settings.size, settings.archives_of(page.kind)))
    newest = max(archives, default=0)
    spec = FeedSpec(page.kind, page.slug, form, public[: settings.size], older=newest)
    path = output_path(feed_url(page.url, form))
    yield Output(path, FEED, tuple(spec))
    for address in former.get(path, ()):
        yield Output(address, COPY, (path, *spec))
    for number, articles in archives.items():
        older, newer = (near if near in archives else 0 for near in (number - 1, number + 1))
        archive = FeedSpec(page.kind, page.slug, form, articles, number, older, newer)
        yield Output(output_path(feed_url(page.url, form, number)), FEED, tuple(archive))


def _archives(public: Sequence[str], size: int, most: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the newest archives: full ones alone, counted from the oldest article, so that a new article moves none.

    What is in none yet is in the feed itself, which has as many articles.
    """
    if len(public) <= size:
        return
    last = len(public) // size
    for number in range(max(1, last - most + 1), last + 1):
        end = len(public) - (number - 1) * size
        yield number, tuple(public[end - size : end])


def _former_feeds(redirects: Sequence[PageRedirect]) -> Mapping[str, list[str]]:
    """Return the files at which a feed was, by the file where it is: readers of feeds follow no page."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    addresses = {redirect.address for redirect in redirects}
    for redirect in redirects:
        if redirect.is_of_feed:
            found[output_path(redirect.target)].append(redirect.path)
        elif redirect.address.endswith("/"):
            for form in FEED_FILES:
                feed = feed_url(redirect.address, form)
                if normal_address(feed) not in addresses:
                    found[output_path(feed_url(redirect.target, form))].append(output_path(feed))
    return found
