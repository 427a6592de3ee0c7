"""The Pelican edge of the sitemaps: checks `SITEMAPS`, lets news fall due, offers the plan and its makers."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.newsroom import clock
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.sitemaps.make_sitemaps import (
    SITEMAP_HEADER,
    SITEMAP_PICTURES,
    SitemapHeader,
    make_news_sitemap,
    make_sitemap,
    make_sitemap_index,
    news_name,
    picture_addresses,
)
from plugins.sitemaps.plan_sitemaps import (
    NEWS_AGE,
    NEWS_SITEMAP,
    SITEMAP,
    SITEMAP_INDEX,
    SitemapPlan,
    plan_sitemaps,
)
from plugins.sitemaps.settings import SitemapsSettings
from plugins.sitemaps.sitemap_xml import SITEMAP_RENDERER, SitemapRenderer
from plugins.stet.facts import digest_of
from plugins.stet.outputs import Kind
from plugins.stet.plugin import run_of
from plugins.stet.step import Step


def check_settings(pelican: Pelican) -> None:
    """Check `SITEMAPS`, and let the build fall due when an article is no news any more."""
    run = run_of(pelican.settings)
    problems = settings_problems(SitemapsSettings, pelican.settings, "SITEMAPS")
    run.problems += problems
    if not problems and read_settings(SitemapsSettings, pelican.settings, "SITEMAPS").news:
        run.ages.add(NEWS_AGE)


def offer_sitemaps(generators: Sequence[Generator]) -> None:
    settings = generators[0].settings
    run, own = run_of(settings), read_settings(SitemapsSettings, settings, "SITEMAPS")
    engine = run.engine
    site_url = settings["SITEURL"]
    header = SitemapHeader(site_url, news_name(own.news_name, settings["SITENAME"]), own.pictures)
    engine.offer_constant(SITEMAP_HEADER, header)
    engine.offer_values(SITEMAP_PICTURES, picture_addresses)
    engine.offer_renderer(SITEMAP_RENDERER, SitemapRenderer())
    makers = {SITEMAP: make_sitemap, NEWS_SITEMAP: make_news_sitemap, SITEMAP_INDEX: make_sitemap_index}
    engine.offer_kinds({name: Kind(make=make, renderer=SITEMAP_RENDERER) for name, make in makers.items()})
    zone, now = settings["TIMEZONE"], clock.now().timestamp()
    lang = settings["DEFAULT_LANG"]
    plan = SitemapPlan(site_url=site_url, zone=ZoneInfo(zone), now=now, main_lang=lang, has_news=own.news)
    key = digest_of(
        (run.token, "sitemaps", site_url, zone, lang, own.news)
    )  # the token ends where an article is no news
    engine.offer_outputs(Step("Planning sitemaps", key, lambda _: plan_sitemaps(run.publication, plan)))


def register() -> None:
    """Connect the sitemaps to Pelican."""
    signals.initialized.connect(check_settings)
    signals.all_generators_finalized.connect(offer_sitemaps)
