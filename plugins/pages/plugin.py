"""The Pelican edge of the pages: gathers what was read and chosen, and hands the pages to the press."""

from collections.abc import Sequence
from typing import Any

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator

from plugins.newsroom.articles import newest_first
from plugins.newsroom.press import Press
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.pages.assemble import assemble
from plugins.pages.material import Material, Story
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
    problems = pelican.settings.setdefault("PROBLEMS", [])
    problems.extend(settings_problems(PagesSettings, pelican.settings, "PAGES"))


def offer_generator(pelican: Pelican) -> type[Generator]:
    return PageModelsGenerator


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
    signals.all_generators_finalized.connect(make_pages)
