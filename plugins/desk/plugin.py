"""The desk's edge to Pelican: loads the content folder first, then shows Pelican what the build shows of it."""

from datetime import datetime
from typing import Any

from pelican import Pelican, contents, signals
from pelican.generators import ArticlesGenerator, PagesGenerator

from plugins.desk.load import ContentFolder, ReadCache, load_content
from plugins.desk.offer import offer_publication, terms_digests
from plugins.desk.publication.cross_links import LinkFinder
from plugins.desk.publication.pelican_contents import LazyContents, article_metadata, content_of, page_metadata
from plugins.desk.publication.structure import Structure, due
from plugins.desk.settings import DeskSettings, SiteDefaults, site_defaults
from plugins.newsroom.problems import report
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.spaces import ARTICLE, BODY, TEXT_PAGE
from plugins.stet.facts import View
from plugins.stet.plugin import close_engine, engine_of

_CONTENT = "DESK_CONTENT"
"""Setting that the content travels under, loaded for the run that comes."""
_SHELF = "desk"
"""Name under which the engine keeps the structure of the publication."""
_PATHS = {"ARTICLE_PATHS": ["articles"], "PAGE_PATHS": ["pages"]}
"""Where Pelican would look for files: taken away, as the desk has found them, and there again for the next check."""


def register() -> None:
    """Connect the desk to Pelican."""
    signals.initialized.connect(check_and_load)
    signals.get_generators.connect(begin_run)
    signals.article_generator_finalized.connect(show_articles)
    signals.page_generator_finalized.connect(show_pages)


def check_and_load(pelican: Pelican) -> None:
    """Check the desk's settings and load the content folder; what is wrong joins the problems of the run."""
    settings = pelican.settings
    problems = settings.setdefault("PROBLEMS", [])
    problems += settings_problems(DeskSettings, settings, "DESK")
    _load(settings)


def begin_run(pelican: Pelican) -> None:
    """End the run before anything is written, with every problem that any plugin found.

    `pelican --autoreload` runs again and again on settings that were initialized once, so the content is loaded again.
    """
    settings = pelican.settings
    if _CONTENT not in settings:
        close_engine(settings)  # of a run that an error has ended, with all that was offered in it
        settings.update(_PATHS)
        _load(settings)
    content: ContentFolder = settings.pop(_CONTENT)
    if settings["PROBLEMS"]:
        engine_of(settings).keep_texts()
        close_engine(settings)
        raise SystemExit(report(settings["PROBLEMS"]))
    engine = engine_of(settings)
    structure = offer_publication(content, _site_defaults(settings), engine, engine.shelf(_SHELF))
    _note(settings, structure, content.index.now)
    settings["NEWSROOM"], settings["NEWSROOM_TOKEN"] = structure.desk, structure.token
    settings["NEWSROOM_TERMS"] = terms_digests(content, structure.desk)
    if structure.desk.shows_drafts:
        finder = engine.kept("links", structure.token, lambda: LinkFinder(structure.desk.articles))
        settings["NEWSROOM_LINKS"] = finder.text_links(content.sources.known)


def show_articles(generator: ArticlesGenerator) -> None:
    """Let other plugins find Pelican's articles where they look for them, each made at the first look."""
    view = engine_of(generator.settings).view()
    slugs = [article.slug for article in generator.settings["NEWSROOM"].articles]
    generator.articles = LazyContents(slugs, lambda slug: _article(generator, view, slug))
    generator.context["articles"] = generator.articles
    generator.refresh_metadata_intersite_links = _nothing_to_refresh


def show_pages(generator: PagesGenerator) -> None:
    """Do the same for pages."""
    view = engine_of(generator.settings).view()
    slugs = [page.slug for page in generator.settings["NEWSROOM"].text_pages]
    generator.pages = LazyContents(slugs, lambda slug: _page(generator, view, slug))
    generator.context["pages"] = generator.pages
    generator.refresh_metadata_intersite_links = _nothing_to_refresh


def _note(settings: dict[str, Any], structure: Structure, now: datetime) -> None:
    """Say what publishers ask of an output."""
    engine = engine_of(settings)
    engine.note("siteurl", settings["SITEURL"])
    engine.note("timezone", settings["TIMEZONE"])
    engine.note("shows_drafts", structure.desk.shows_drafts)
    engine.note("due", due(structure, now))


def _load(settings: dict[str, Any]) -> None:
    engine = engine_of(settings)
    cache = ReadCache(engine.texts, engine.shelf(_SHELF), engine.spread, engine.lock.time, engine.progress)
    content = load_content(settings, cache, None if settings["PROBLEMS"] else _site_defaults(settings))
    settings["PROBLEMS"] += content.problems
    settings[_CONTENT] = content
    settings.update({name: [] for name in _PATHS})


def _site_defaults(settings: dict[str, Any]) -> SiteDefaults:
    return site_defaults(settings, read_settings(DeskSettings, settings, "DESK"))


def _article(generator: ArticlesGenerator, view: View, slug: str) -> contents.Article:
    """Return an article as Pelican's own reader would make it, with its newsroom value as `desk`."""
    settings, article = generator.settings, view.read(ARTICLE, slug)
    metadata = article_metadata(article)
    metadata["category"] = contents.Category(metadata["category"], settings)
    metadata["tags"] = [contents.Tag(name, settings) for name in metadata["tags"]]
    # Pelican takes the first of the authors, if there is a list at all.
    authors = [contents.Author(name, settings) for name in metadata.pop("authors")]
    metadata |= {"authors": authors} if authors else {}
    path = f"{generator.path}/{article.source}"
    made = contents.Article(content_of(view.read(BODY, slug)), metadata, settings, path, generator.context)
    made.desk = article
    return made


def _page(generator: PagesGenerator, view: View, slug: str) -> contents.Page:
    settings, page = generator.settings, view.read(TEXT_PAGE, slug)
    path = f"{generator.path}/{page.source}"
    made = contents.Page(page.body_html, page_metadata(page), settings, path, generator.context)
    made.desk = page
    return made


def _nothing_to_refresh() -> None:
    """Stand in for Pelican's walk over all contents to mend their links: these lead where they should."""
