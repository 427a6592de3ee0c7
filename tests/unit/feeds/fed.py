"""A view of articles as the feeds have it, and the feeds that it gives."""

from collections.abc import Mapping

from plugins.feeds.assemble import make_feed, offer_entries
from plugins.feeds.feed_entry import FEED_ENTRY, FeedEntry, make_feed_entry
from plugins.feeds.feed_header import HEADER, FeedHeader
from plugins.feeds.plan_feeds import plan_feeds
from plugins.feeds.settings import FeedsSettings
from plugins.feeds.written_feed import Feed
from plugins.newsroom.articles import Article, Body
from plugins.newsroom.syndication.feed_formats import USUAL_FORMATS, FeedFormat
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
    offers.offer_values(FEED_ENTRY, make_feed_entry)
    offer_entries(offers, keep=0)
    return offers.view()


def feeds(*articles: Article, bodies: Mapping[str, Body] | None = None, form: FeedFormat = "atom") -> list[Feed]:
    """Return all feeds of a publication of these articles in a format; the first is that of everything."""
    whole = view(*articles, bodies=bodies)
    settings = FeedsSettings(formats=dict.fromkeys(USUAL_FORMATS, (form,)))
    return [make_feed(whole, output) for output in plan_feeds(publication(*articles), settings)]


def entry_of(one: Article, body: Body | None = None) -> FeedEntry:
    """Return the entry of an article."""
    return view(one, bodies={one.slug: body} if body else None).read(FEED_ENTRY, one.slug)
