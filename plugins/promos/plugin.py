"""The Pelican edge: checks `PROMOS`, then sets `promos` in the context."""

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator

from plugins.newsroom.choices import Promo
from plugins.newsroom.clock import now
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.promos.running import promo, running
from plugins.promos.settings import PromosSettings


def check_settings(pelican: Pelican) -> None:
    problems = settings_problems(PromosSettings, pelican.settings, "PROMOS")
    pelican.settings.setdefault("PROBLEMS", []).extend(problems)


def add_promo(generator: ArticlesGenerator) -> None:
    settings = read_settings(PromosSettings, generator.settings, "PROMOS")
    current: Promo | None = None
    if settings.show and (notice := running(generator.settings["NEWSROOM"].promos, now())):
        current = promo(notice, generator.settings["SITEURL"])
    generator.context["promos"] = current


def register() -> None:
    signals.initialized.connect(check_settings)
    signals.article_generator_finalized.connect(add_promo)
