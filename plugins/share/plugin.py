"""The Pelican edge: checks `SHARE`, then offers the share links of every article."""

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator

from plugins.newsroom.choices import ShareLinks
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.spaces import ARTICLE, SHARE
from plugins.newsroom.urls import absolute_url
from plugins.share.settings import ShareSettings
from plugins.share.share_links import share_links
from plugins.stet.facts import Source, View, digest_of
from plugins.stet.plugin import engine_of

_SETTINGS = "share settings"
"""Space of the view: what links are made with."""


def check_settings(pelican: Pelican) -> None:
    problems = settings_problems(ShareSettings, pelican.settings, "SHARE")
    pelican.settings.setdefault("PROBLEMS", []).extend(problems)


def offer_share_links(generator: ArticlesGenerator) -> None:
    engine = engine_of(generator.settings)
    known = (generator.settings["SITEURL"], read_settings(ShareSettings, generator.settings, "SHARE"))
    engine.offer_facts(_SETTINGS, Source(lambda *_: known, is_fact=True), {"": digest_of(known)})
    engine.offer_values(SHARE, Source(_share_links, is_fact=False, keep=1))


def _share_links(view: View, slug: str) -> ShareLinks:
    site_url, settings = view.read(_SETTINGS)
    article = view.read(ARTICLE, slug)
    return share_links(article.title, absolute_url(site_url, article.url), settings)


def register() -> None:
    signals.initialized.connect(check_settings)
    signals.article_generator_finalized.connect(offer_share_links)
