"""A view of articles as the feeds have it, and the feeds that it gives."""

from collections.abc import Mapping

from plugins.feeds.assemble import ENTRY, make_feed, make_feed_entry, plan_feeds
from plugins.feeds.atom import Feed
from plugins.feeds.feed_header import HEADER, FeedHeader
from plugins.newsroom.articles import Article, Body
from plugins.stet.facts import View
from plugins.stet.offers import Offers
from tests.values import offer_publication, publication

PUBLICATION = FeedHeader(
    name="The Test",
    tagline="News of tests",
    lang="en",
    url="https://example.test/news",
    two_titles="{first}: {second}",
    sponsored_title="Sponsored: {title}",
    retracted_title="Retracted: {title}",
)


def view(*articles: Article, bodies: Mapping[str, Body] | None = None) -> View:
    offers = Offers()
    offer_publication(offers, *articles, bodies=bodies)
    offers.offer_constant(HEADER, PUBLICATION)
    offers.offer_values(ENTRY, make_feed_entry)
    return offers.view()


def feeds(*articles: Article, bodies: Mapping[str, Body] | None = None) -> list[Feed]:
    """Return all feeds of a publication of these articles; the first is that of everything."""
    whole = view(*articles, bodies=bodies)
    return [make_feed(whole, output) for output in plan_feeds(publication(*articles), 20)]
