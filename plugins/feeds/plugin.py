"""The Pelican edge of the feeds: offers the engine the plan of all feeds and their maker."""

from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.feeds.assemble import FeedRenderer, make_feed, make_former_feed, offer_entries
from plugins.feeds.feed_entry import FEED_ENTRY, make_feed_entry
from plugins.feeds.feed_header import HEADER, FeedHeader
from plugins.feeds.feed_style import (
    FEED_STYLE,
    FEED_STYLE_FACT,
    FEED_STYLE_URL,
    FeedStyleRenderer,
    feed_css,
    make_feed_style,
)
from plugins.feeds.plan_feeds import COPY, FEED, plan_feeds
from plugins.feeds.plan_partners import ages_of, partner_problems, plan_partners
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
from plugins.newsroom import clock
from plugins.newsroom.brand import Brand
from plugins.newsroom.run import Run
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.urls import on_host, output_path, site_prefix
from plugins.newsroom.words.words_of import words_of
from plugins.stet.facts import digest_of
from plugins.stet.outputs import Kind, Output
from plugins.stet.plugin import run_of
from plugins.stet.step import Step

_ENTRIES_KEPT = 4_096
"""Of some 7 KB each; feeds show the newest articles, so most are asked for again. Judgement of this project."""


def check_settings(pelican: Pelican) -> None:
    """Check `FEEDS`, and the names in it with the content; builds fall due as articles grow too old for partners."""
    settings, run = pelican.settings, run_of(pelican.settings)
    if problems := settings_problems(FeedsSettings, settings, "FEEDS"):
        run.problems += problems
        return
    own = read_settings(FeedsSettings, settings, "FEEDS")
    run.ages |= ages_of(own)
    run.name_checks.append(lambda _: partner_problems(settings, own, run.publication) if run.has_publication else ())


def offer_feeds(generators: Sequence[Generator]) -> None:
    settings = generators[0].settings
    words = words_of(settings)
    run, own = run_of(settings), read_settings(FeedsSettings, settings, "FEEDS")
    engine, site_url = run.engine, settings["SITEURL"]
    icon, logo = _pictures(run.brand)
    header = FeedHeader(
        name=settings["SITENAME"],
        tagline=settings["SITESUBTITLE"],
        lang=settings["DEFAULT_LANG"],
        url=site_url,
        two_titles=words.two_titles,
        sponsored_title=words.sponsored_title,
        retracted_title=words.retracted_title,
        languages=run.publication.languages,
        icon=on_host(site_url, icon) if icon else "",
        logo=on_host(site_url, logo) if logo else "",
        hub=own.hub or "",
        stylesheet=site_prefix(site_url) + FEED_STYLE_URL,
    )
    engine.offer_constant(HEADER, header)
    engine.offer_values(FEED_ENTRY, make_feed_entry, keep=_ENTRIES_KEPT)
    offer_entries(engine, _ENTRIES_KEPT)
    engine.offer_renderer(FEED, FeedRenderer())
    engine.offer_kinds({FEED: Kind(make=make_feed, renderer=FEED), COPY: Kind(make=make_former_feed, renderer=FEED)})
    engine.note("hub", header.hub)
    key, now = digest_of((run.token, "feeds", own)), clock.now().timestamp()
    # The token ends where an article is too old for a partner.
    plans = (plan_feeds(run.publication, own), plan_partners(run.publication, own, now))
    engine.offer_outputs(Step("Planning feeds", key, lambda _: chain(*plans)))
    _offer_style(settings, run, str(words.feed.format(title=settings["SITENAME"])))
    _offer_podcasts(run, own.podcast_size)


def _pictures(brand: Brand) -> tuple[str, str]:
    """Return icon and logo as pages print them, the logo in a format that all readers show; empty without one."""
    icons = {icon.rel: icon.url for icon in brand.icons}
    icon = icons.get("apple-touch-icon") or icons.get("icon", "")
    return icon, icon if brand.logo.endswith(".svg") else brand.logo


def _offer_style(settings: Mapping[str, Any], run: Run, label: str) -> None:
    """Offer the style sheet of all feeds; it is read at each build, as it is two small files."""
    theme, lang = Path(settings["THEME"]), settings["DEFAULT_LANG"]
    css, engine = feed_css(theme, publisher=run.brand.style, label=label, lang=lang), run.engine
    engine.offer_constant(FEED_STYLE_FACT, css)
    engine.offer_renderer(FEED_STYLE, FeedStyleRenderer())
    engine.offer_kinds({FEED_STYLE: Kind(make=make_feed_style, renderer=FEED_STYLE)})
    output = Output(output_path(FEED_STYLE_URL), FEED_STYLE, ())
    engine.offer_outputs(Step("Planning the style of feeds", b"one", lambda _: (output,)))


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
