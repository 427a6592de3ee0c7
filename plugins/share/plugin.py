"""The Pelican edge: checks `SHARE`, then offers the share links of every article."""

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator

from plugins.newsroom.choices import ShareLinks
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.spaces import ARTICLE, SHARE
from plugins.newsroom.urls import absolute_url
from plugins.share.settings import ShareSettings
from plugins.share.share_links import share_links
from plugins.stet.facts import View
from plugins.stet.plugin import run_of
from plugins.stet.space import Space

_SETTINGS = Space[tuple[str, ShareSettings]]("share settings")
"""The address of the publication and the settings, by the empty name."""


def check_settings(pelican: Pelican) -> None:
    run_of(pelican.settings).problems += settings_problems(ShareSettings, pelican.settings, "SHARE")


def offer_share_links(generator: ArticlesGenerator) -> None:
    engine = run_of(generator.settings).engine
    known = (generator.settings["SITEURL"], read_settings(ShareSettings, generator.settings, "SHARE"))
    engine.offer_constant(_SETTINGS, known)
    engine.offer_values(SHARE, _share_links, keep=1)


def _share_links(view: View, slug: str) -> ShareLinks:
    site_url, settings = view.read(_SETTINGS)
    article = view.read(ARTICLE, slug)
    return share_links(article.title, absolute_url(site_url, article.url), settings)


def register() -> None:
    signals.initialized.connect(check_settings)
    signals.article_generator_finalized.connect(offer_share_links)
