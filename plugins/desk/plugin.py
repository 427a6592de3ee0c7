"""The desk's edge to Pelican: loads the content folder first, then hands Pelican what the build shows of it."""

import html
import os
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.contents import Author, Category, Tag
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.readers import BaseReader, Readers

from plugins.desk.loading import load_content
from plugins.desk.markdown import BodyReader
from plugins.desk.settings import DeskSettings
from plugins.desk.stories import ArticleStart, PageStart, finish_article, finish_page
from plugins.newsroom.problems import report
from plugins.newsroom.settings import read_settings, settings_problems

_LOADED = "DESK_NEWSROOM"
"""Setting that the loaded newsroom travels under, from `initialized` to the readers."""
_IS_FRESH = "DESK_IS_FRESH"
"""Setting that says that the content was loaded for the run that comes."""


def register() -> None:
    """Connect the desk to Pelican."""
    signals.initialized.connect(check_and_load)
    signals.get_generators.connect(begin_run)
    signals.readers_init.connect(use_desk_reader)
    signals.article_generator_pretaxonomy.connect(attach_articles)
    signals.page_generator_finalized.connect(attach_pages)


def check_and_load(pelican: Pelican) -> None:
    """Check the desk's settings and load the content folder; what is wrong joins the problems of the run."""
    settings = pelican.settings
    problems = settings.setdefault("PROBLEMS", [])
    mistakes = settings_problems(DeskSettings, settings, "DESK")
    problems += mistakes
    _load(settings, DeskSettings() if mistakes else read_settings(DeskSettings, settings, "DESK"))
    settings[_IS_FRESH] = True


def begin_run(pelican: Pelican) -> None:
    """End the run before anything is written, with every problem that any plugin found.

    `pelican --autoreload` runs again and again on settings that were initialized once, so the content is loaded again.
    """
    settings = pelican.settings
    if not settings.pop(_IS_FRESH, False):
        _load(settings, read_settings(DeskSettings, settings, "DESK"))
    if settings["PROBLEMS"]:
        raise SystemExit(report(settings["PROBLEMS"]))


def _load(settings: dict[str, Any], desk_settings: DeskSettings) -> None:
    loaded = load_content(settings, desk_settings)
    settings["PROBLEMS"] += loaded.problems
    settings[_LOADED] = loaded.newsroom
    settings["NEWSROOM"] = loaded.newsroom.desk


class DeskReader(BaseReader):  # type: ignore[misc]  # Pelican carries no types
    """Gives Pelican the body and metadata of what the desk has loaded; everything else is skipped."""

    enabled = True
    file_extensions = ("md",)

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings)
        self._bodies = BodyReader(settings["MARKDOWN"])

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return body and metadata of what this build shows, and for all else that Pelican shall skip it."""
        source = _below(source_path, self.settings["PATH"])
        newsroom = self.settings[_LOADED]
        article, page = newsroom.articles.get(source), newsroom.pages.get(source)
        if article:
            return self._bodies.read(article.body, article.targets), self._article_metadata(article)
        if page:
            return self._bodies.read(page.body, page.targets), _page_metadata(page)
        return "", {"status": "skip", "title": source}

    def _article_metadata(self, start: ArticleStart) -> dict[str, Any]:
        article = start.article
        authors = [Author(author.name, self.settings) for author in article.authors]
        metadata: dict[str, Any] = {
            "title": html.escape(article.title, quote=False),
            "summary": html.escape(article.summary, quote=False),
            "slug": article.slug,
            "date": article.date,
            "status": "published",
            "category": Category(article.category.name, self.settings),
            "tags": [Tag(tag.name, self.settings) for tag in article.tags],
        }
        # Pelican takes the first of the authors, if there is a list at all.
        return metadata | ({"authors": authors} if authors else {})


def use_desk_reader(readers: Readers) -> None:
    """Make the desk's the only reader: what it does not know has not been checked."""
    readers.reader_classes = {"md": DeskReader}


def attach_articles(generator: ArticlesGenerator) -> None:
    """Give every article its value, with the body that Pelican has read by now."""
    newsroom = generator.settings[_LOADED]
    for article in generator.articles:
        start = newsroom.articles[_source(generator, article)]
        article.desk = finish_article(start.article, article.content)


def attach_pages(generator: PagesGenerator) -> None:
    """Give every text page its value, with the body that Pelican has read by now."""
    newsroom = generator.settings[_LOADED]
    for page in generator.pages:
        start = newsroom.pages[_source(generator, page)]
        page.desk = finish_page(start.page, page.content)


def _page_metadata(start: PageStart) -> dict[str, Any]:
    page = start.page
    return {
        "title": html.escape(page.title, quote=False),
        "summary": html.escape(page.summary, quote=False),
        "slug": page.slug,
        "status": "published",
    }


def _source(generator: ArticlesGenerator | PagesGenerator, content: Any) -> str:
    return _below(content.source_path, generator.settings["PATH"])


def _below(path: str, root: str) -> str:
    """Return `path` as the desk names it, below the content folder."""
    return Path(os.path.relpath(path, root)).as_posix()
