"""The Pelican edge: checks `PROMOS`, then tells the run which promo runs now."""

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator

from plugins.newsroom.clock import now
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.promos.running import make_promo, running_notice
from plugins.promos.settings import PromosSettings
from plugins.stet.plugin import run_of


def check_settings(pelican: Pelican) -> None:
    run_of(pelican.settings).problems += settings_problems(PromosSettings, pelican.settings, "PROMOS")


def add_promo(generator: ArticlesGenerator) -> None:
    settings, run = read_settings(PromosSettings, generator.settings, "PROMOS"), run_of(generator.settings)
    if settings.show and (notice := running_notice(run.publication.promos, now())):
        run.promo = make_promo(notice, generator.settings["SITEURL"])


def register() -> None:
    signals.initialized.connect(check_settings)
    signals.article_generator_finalized.connect(add_promo)
