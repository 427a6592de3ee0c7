"""The Pelican edge of the feeds: offers the engine the plan of all feeds and their maker."""

from collections.abc import Sequence

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.feeds.assemble import (
    COPY,
    ENTRY,
    make_feed,
    make_feed_entry,
    make_former_feed,
    plan_feeds,
)
from plugins.feeds.atom import ATOM, AtomRenderer
from plugins.feeds.feed_header import HEADER, FeedHeader
from plugins.feeds.plan_podcasts import (
    EPISODE,
    PODCAST_COPY,
    make_episode,
    make_former_podcast,
    make_podcast,
    plan_podcasts,
)
from plugins.feeds.podcast_feed import RSS, PodcastRenderer
from plugins.feeds.settings import FeedsSettings
from plugins.newsroom.run import Run
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.words.words_of import words_of
from plugins.stet.facts import digest_of
from plugins.stet.outputs import Kind
from plugins.stet.plugin import run_of
from plugins.stet.step import Step

_ENTRIES_KEPT = 4_096
"""Of some 7 KB each; feeds show the newest articles, so most are asked for again. Judgement of this project."""


def check_settings(pelican: Pelican) -> None:
    run_of(pelican.settings).problems += settings_problems(FeedsSettings, pelican.settings, "FEEDS")


def offer_feeds(generators: Sequence[Generator]) -> None:
    settings = generators[0].settings
    words = words_of(settings)
    publication = FeedHeader(
        name=settings["SITENAME"],
        tagline=settings["SITESUBTITLE"],
        lang=settings["DEFAULT_LANG"],
        url=settings["SITEURL"],
        two_titles=words.two_titles,
        sponsored_title=words.sponsored_title,
        retracted_title=words.retracted_title,
    )
    run = run_of(settings)
    engine = run.engine
    engine.offer_constant(HEADER, publication)
    engine.offer_values(ENTRY, make_feed_entry, keep=_ENTRIES_KEPT)
    engine.offer_renderer(ATOM, AtomRenderer())
    engine.offer_kinds({"feed": Kind(make=make_feed, renderer=ATOM), COPY: Kind(make=make_former_feed, renderer=ATOM)})
    own = read_settings(FeedsSettings, settings, "FEEDS")
    size = own.size
    key = digest_of((run.token, "feeds", size))
    engine.offer_outputs(Step("Planning feeds", key, lambda _: plan_feeds(run.publication, size)))
    _offer_podcasts(run, own.podcast_size)


def _offer_podcasts(run: Run, size: int) -> None:
    engine = run.engine
    engine.offer_values(EPISODE, make_episode)
    engine.offer_renderer(RSS, PodcastRenderer())
    podcast, former = Kind(make=make_podcast, renderer=RSS), Kind(make=make_former_podcast, renderer=RSS)
    engine.offer_kinds({"podcast": podcast, PODCAST_COPY: former})
    key = digest_of((run.token, "podcasts", size))
    engine.offer_outputs(Step("Planning podcasts", key, lambda _: plan_podcasts(run.publication, size)))


def register() -> None:
    """Connect the feeds to Pelican."""
    signals.initialized.connect(check_settings)
    signals.all_generators_finalized.connect(offer_feeds)
