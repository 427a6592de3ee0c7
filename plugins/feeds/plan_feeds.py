"""The plan of the feeds: the articles in each, told from listed articles alone."""

from collections.abc import Iterator
from itertools import islice

from plugins.newsroom.articles import Publication
from plugins.newsroom.site_pages import FRONTS_WITH_FEED, pages_of
from plugins.newsroom.urls import feed_url, output_path
from plugins.stet.outputs import Output


def plan_feeds(publication: Publication, size: int) -> Iterator[Output]:
    """Yield the feed of everything and those of all fronts, of the newest `size` articles each.

    Drafts and embargoed articles are in no feed, the preview's included, but their tags' fronts have one.
    """
    for page in pages_of(publication):
        if page.kind in FRONTS_WITH_FEED:
            public = islice((article.slug for article in page.articles if article.is_public), size)
            yield Output(output_path(feed_url(page.url)), "feed", (page.kind, page.slug, tuple(public)))
