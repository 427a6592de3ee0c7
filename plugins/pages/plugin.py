"""The Pelican edge of the pages: tells the engine which pages there are, and how each is made."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
from pelican.settings import DEFAULT_CONFIG

from plugins.newsroom.page_parts import Card
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.setup import setup_problems, stop_at_problems
from plugins.newsroom.spaces import ARTICLE, SITE
from plugins.pages.cards import make_card
from plugins.pages.check_names import page_problems, picture_problems
from plugins.pages.kinds import page_kinds
from plugins.pages.material import CARD, PUBLICATION, Material, SharedByPages
from plugins.pages.plan_pages import plan_pages
from plugins.pages.settings import PagesSettings
from plugins.pages.site import site
from plugins.stet.facts import View, digest_of
from plugins.stet.plugin import engine_of
from plugins.stet.progress import Step


def check_settings(pelican: Pelican) -> None:
    settings = pelican.settings
    mistakes = settings_problems(PagesSettings, settings, "PAGES")
    if not mistakes:
        static = Path(settings["THEME"]) / "static"
        mistakes += picture_problems(settings, read_settings(PagesSettings, settings, "PAGES"), static)
    settings.setdefault("PROBLEMS", []).extend([*mistakes, *setup_problems(settings, DEFAULT_CONFIG)])


def stop_early(pelican: Pelican) -> None:
    """End the run at wrong settings; the desk does so too, and this is for a publication without a desk."""
    stop_at_problems(pelican.settings)


def check_page_names(generator: ArticlesGenerator) -> None:
    """Check what `PAGES` says of the content.

    Not on `initialized`, on which the desk loads it, nor on the next signal, on which the desk ends the run.
    """
    settings = generator.settings
    pages = read_settings(PagesSettings, settings, "PAGES")
    settings["PROBLEMS"].extend(page_problems(settings, pages, settings["NEWSROOM"].page_slugs))


def stop_at_wrong_names(generator: PagesGenerator) -> None:
    """End the run at what this and other plugins found since; the last output is still there."""
    stop_at_problems(generator.settings)


def offer_pages(generators: Sequence[Generator]) -> None:
    """Offer every page, and keep Pelican's generators from writing: these pages are made from models."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator | PagesGenerator):
            generator.generate_output = _write_nothing
    settings, context = generators[0].settings, generators[0].context
    engine, pages = engine_of(settings), read_settings(PagesSettings, settings, "PAGES")
    publication = SharedByPages(
        site=site(settings, pages, settings["NEWSROOM"]),
        site_url=settings["SITEURL"],
        promo=context["promos"],
        settings=pages,
    )
    engine.offer_constant(PUBLICATION, publication)
    engine.offer_values(SITE, lambda view, _: view.read(PUBLICATION).site)
    engine.offer_values(CARD, _card)
    engine.offer_kinds(page_kinds(in_preview=settings["NEWSROOM"].shows_drafts))
    key = digest_of((settings["NEWSROOM_TOKEN"], pages))
    engine.offer_outputs(Step("Planning pages", key, lambda _: plan_pages(settings["NEWSROOM"], pages)))


def _card(view: View, slug: str) -> Card:
    return make_card(Material(view), view.read(ARTICLE, slug))


def _write_nothing(writer: Any) -> None:
    """Stand in for Pelican's own writing."""


def register() -> None:
    """Connect the pages to Pelican."""
    signals.initialized.connect(check_settings)
    signals.get_generators.connect(stop_early)
    signals.article_generator_init.connect(check_page_names)
    signals.page_generator_init.connect(stop_at_wrong_names)
    signals.all_generators_finalized.connect(offer_pages)
