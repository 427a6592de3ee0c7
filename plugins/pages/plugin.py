"""The Pelican edge of the pages: gathers what was read and chosen, and hands the pages to the press."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
from pelican.settings import DEFAULT_CONFIG

from plugins.newsroom.articles import newest_first
from plugins.newsroom.press import Press
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.setup import setup_problems, stop_at_problems
from plugins.pages.assemble import assemble
from plugins.pages.material import Material, Story
from plugins.pages.names import page_problems, picture_problems
from plugins.pages.settings import PagesSettings
from plugins.pages.site import site


class PageModelsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the page models in the context, and the pictures that they show."""

    def generate_output(self, writer: Press) -> None:
        for page in self.context["pages"]:
            writer.write_page(page)
        for file in self.settings["NEWSROOM"].picture_files:
            writer.copy(file)


def check_settings(pelican: Pelican) -> None:
    settings = pelican.settings
    mistakes = settings_problems(PagesSettings, settings, "PAGES")
    if not mistakes:
        static = Path(settings["THEME"]) / "static"
        mistakes += picture_problems(settings, read_settings(PagesSettings, settings, "PAGES"), static)
    settings.setdefault("PROBLEMS", []).extend([*mistakes, *setup_problems(settings, DEFAULT_CONFIG)])


def offer_generator(pelican: Pelican) -> type[Generator]:
    stop_at_problems(pelican.settings)  # the desk does so too; this is for a publication without a desk
    return PageModelsGenerator


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


def make_pages(generators: Sequence[Generator]) -> None:
    """Set `context["pages"]`, and keep Pelican's generators, which have done their reading, from writing."""
    articles = next(generator for generator in generators if isinstance(generator, ArticlesGenerator))
    texts = next(generator for generator in generators if isinstance(generator, PagesGenerator))
    for generator in (articles, texts):
        generator.generate_output = _write_nothing
    articles.context["pages"] = tuple(assemble(gather(articles, texts)))


def gather(articles: Any, texts: Any) -> Material:
    """Return the material for the pages from what Pelican's two generators read."""
    context, settings = articles.context, articles.settings
    pages_settings = read_settings(PagesSettings, settings, "PAGES")
    text_pages = tuple(sorted((page.desk for page in texts.pages), key=lambda page: (page.order, page.slug)))
    items = {item.desk.slug: item for item in articles.articles}
    stories = [_story(items[article.slug]) for article in newest_first(item.desk for item in items.values())]
    return Material(
        site=site(settings, pages_settings, settings["NEWSROOM"], text_pages),
        site_url=settings["SITEURL"],
        desk=settings["NEWSROOM"],
        stories=tuple(stories),
        text_pages=text_pages,
        cta=context["cta"],
        promo=context["promos"],
        settings=pages_settings,
    )


def _story(item: Any) -> Story:
    return Story(article=item.desk, related=item.related, share=item.share, cta=item.cta)


def _write_nothing(writer: Press) -> None:
    """Stand in for Pelican's own writing: these pages are made from models."""


def register() -> None:
    """Connect the pages to Pelican."""
    signals.initialized.connect(check_settings)
    signals.get_generators.connect(offer_generator)
    signals.article_generator_init.connect(check_page_names)
    signals.page_generator_init.connect(stop_at_wrong_names)
    signals.all_generators_finalized.connect(make_pages)
