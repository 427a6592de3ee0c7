"""The Pelican edge of the pages: offers the engine the plan of all pages and a maker for each kind."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator

from plugins.newsroom.page_models import Site
from plugins.newsroom.run import Run
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.setup import has_plugin
from plugins.newsroom.spaces import AGENDA, COVERAGE, SITE
from plugins.newsroom.syndication.feed_formats import FeedFormat, feed_formats
from plugins.newsroom.words.words_of import words_of
from plugins.pages.cards import make_named_card
from plugins.pages.check_names import page_problems
from plugins.pages.kinds import page_kinds
from plugins.pages.material import CARD, SHARED, SharedByPages
from plugins.pages.plan_pages import plan_pages
from plugins.pages.settings import PagesSettings
from plugins.pages.site import make_site
from plugins.stet.facts import digest_of
from plugins.stet.plugin import run_of
from plugins.stet.step import Step


def check_settings(pelican: Pelican) -> None:
    """Check `PAGES` now, and have the pages that it names checked once the content has been read."""
    settings, run = pelican.settings, run_of(pelican.settings)
    run.problems += settings_problems(PagesSettings, settings, "PAGES")
    given = settings.get("PAGES", {})
    is_dict = isinstance(given, dict)
    present = {name: given[name] for name in given if name not in PagesSettings.moved} if is_dict else given
    if not settings_problems(PagesSettings, {"PAGES": present}, "PAGES"):
        pages = read_settings(PagesSettings, {"PAGES": present}, "PAGES")
        run.name_checks.append(partial(page_problems, settings, pages))


def offer_pages(generators: Sequence[Generator]) -> None:
    """Offer every page, and keep Pelican's generators from writing: these pages are made from models."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator | PagesGenerator):
            generator.generate_output = lambda writer: None
    settings = generators[0].settings
    run, pages = run_of(settings), read_settings(PagesSettings, settings, "PAGES")
    engine, formats = run.engine, feed_formats(settings) if has_plugin(settings, "feeds") else {}
    shared = {
        language: SharedByPages(
            site=_site(settings, pages, run, language, formats),
            main_lang=settings["DEFAULT_LANG"],
            languages=run.publication.languages,
            site_url=settings["SITEURL"],
            logo=run.brand.logo,
            share_picture=run.brand.share_picture,
            promo=run.promo,
            settings=pages,
            x_handle=_x_handle(settings),
            feed_formats=formats,
        )
        for language in ("", *(each.lang for each in run.publication.languages))
    }
    digests = {language: digest_of(value) for language, value in shared.items()}
    engine.offer_facts(SHARED, lambda _, language: shared[language], digests)
    engine.offer_values(SITE, lambda view, language: view.read(SHARED, language).site)
    engine.offer_values(CARD, make_named_card)
    has_coverage = engine.view().offers(COVERAGE)
    engine.offer_kinds(page_kinds(has_coverage=has_coverage, has_agenda=engine.view().offers(AGENDA)))
    key = digest_of((run.token, pages, has_coverage))
    plan = Step("Planning pages", key, lambda _: plan_pages(run.publication, pages, has_coverage=has_coverage))
    engine.offer_outputs(plan)


def _site(
    settings: Mapping[str, Any],
    pages: PagesSettings,
    run: Run,
    lang: str,
    formats: Mapping[str, Sequence[FeedFormat]],
) -> Site:
    """Return the frame of pages in a declared language, or in the publication's own by the empty name."""
    language = next((each for each in run.publication.languages if each.lang == lang), None)
    own = formats.get("language" if language else "home", ())
    return make_site(settings, pages, run.publication, words_of(settings, lang), run.brand, own, language)


def _x_handle(settings: Mapping[str, Any]) -> str:
    """Return the publication's handle on X, which share links name; its own plugin checks it."""
    share = settings.get("SHARE")
    return str(share.get("via") or "") if has_plugin(settings, "share") and isinstance(share, dict) else ""


def register() -> None:
    """Connect the pages to Pelican."""
    signals.initialized.connect(check_settings)
    signals.all_generators_finalized.connect(offer_pages)
