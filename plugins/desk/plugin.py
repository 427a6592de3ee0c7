"""The desk's edge to Pelican: loads the content folder, and lets other plugins find its articles and pages."""

import logging
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any

from pelican import Pelican, contents, signals
from pelican.generators import ArticlesGenerator, PagesGenerator

from plugins.desk.checks.settings_checks import archive_problems, language_problems
from plugins.desk.load import ContentFolder, ReadCache, load_content
from plugins.desk.offer import offer_publication, problems_by_page, terms_digests
from plugins.desk.publication.cross_links import LinkFinder
from plugins.desk.publication.developed_pictures import DevelopedPictures, UndevelopedError
from plugins.desk.publication.pelican_contents import LazyContents, article_metadata, page_metadata
from plugins.desk.publication.shown_entries import is_shown
from plugins.desk.publication.structure import due
from plugins.desk.settings import DeskSettings, SiteDefaults, site_defaults
from plugins.newsroom.forms.plain_forms import plain_blocks
from plugins.newsroom.listed_articles import scheduled_line
from plugins.newsroom.problems import Problem, has_errors
from plugins.newsroom.run import Run, Slugs
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.spaces import ARTICLE, BODY, TEXT_PAGE
from plugins.pictures.darkroom import darkroom_of
from plugins.stet.facts import View
from plugins.stet.plugin import run_of, tell

_SHELF = "desk"
"""Name under which the engine keeps the structure of the publication."""
_MOST_NAMED = 20
"""Files that a note names: it is kept with every release."""
_PENDING = "New pictures are shown as their files are; the sizes that readers get are made while nothing is saved."
_PATHS = ("ARTICLE_PATHS", "PAGE_PATHS")
"""Settings by which Pelican would look for files: emptied, as the desk has found them."""


def register() -> None:
    """Connect the desk to Pelican."""
    signals.initialized.connect(check_settings)
    signals.article_generator_finalized.connect(show_articles)
    signals.page_generator_finalized.connect(show_pages)


def check_settings(pelican: Pelican) -> None:
    """Check `DESK`, and take over the reading of files from Pelican: the run begins with it."""
    settings, run = pelican.settings, run_of(pelican.settings)
    own = settings_problems(DeskSettings, settings, "DESK")
    run.problems += own or [*archive_problems(settings), *language_problems(settings)]
    run.load_content = partial(load_and_show, {name: settings[name] for name in _PATHS})
    settings.update({name: [] for name in _PATHS})
    logging.getLogger("pelican.readers").addFilter(_concerns_somebody)


def _concerns_somebody(record: logging.LogRecord) -> bool:
    """Leave out the one thing that Pelican says of most languages at every build: docutils makes no page here."""
    return not str(record.msg).startswith("Docutils has no localization")


def load_and_show(paths: dict[str, Any], settings: dict[str, Any]) -> tuple[Iterable[Problem], Slugs | None]:
    """Load the content folder, and offer it where there is no error; return its problems and the slugs of its pages.

    `paths` are the settings that Pelican was to find files by.
    """
    run, site = run_of(settings), None
    if not has_errors(run.problems):
        site = site_defaults(settings, read_settings(DeskSettings, settings, "DESK"))
        site = replace(site, ages=tuple(sorted(run.ages)))
    engine = run.engine
    cache = ReadCache(engine.sources, engine.shelf(_SHELF), engine.spread, engine.lock.time, engine.progress)
    content = load_content({**settings, **paths}, cache, site)
    run.place_problem = content.index.placed
    slugs = _page_slugs(content, site)
    is_wrong = (
        run.is_refused or content.has_errors or any(True for check in run.name_checks if slugs for _ in check(slugs))
    )
    if site and not is_wrong:  # else nobody should wait for pictures of a build that will not be
        try:
            _show(content, site, run, settings)
        except UndevelopedError as error:
            return [*content.problems, *error.problems], None
        return content.problems, (*run.publication.page_slugs, *_withheld_slugs(content))
    return content.problems, slugs


def _page_slugs(content: ContentFolder, site: SiteDefaults | None) -> Slugs | None:
    """Return the slugs of pages that settings may name, though they hold mistakes; None where there is none to read."""
    index = content.index
    pages = [entry for entry in index.kinds["pages"] if not (site and entry.is_sound) or is_shown(index, site, entry)]
    return [*(entry.slug for entry in pages), *_withheld_slugs(content)] or None


def _withheld_slugs(content: ContentFolder) -> list[str]:
    """Return the slugs of pages that were taken down: settings may go on naming them."""
    if not content.withheld:
        return []
    index = content.index
    return [entry.slug for entry in index.kinds["pages"] if index.is_taken_down(entry)]


def _show(content: ContentFolder, site: SiteDefaults, run: Run, settings: dict[str, Any]) -> None:
    """Offer the content to the engine, note what publishing needs, and put the publication into the run."""
    engine = run.engine
    darkroom, waits = darkroom_of(settings), run.persistent is None
    structure = offer_publication(
        content, site, engine, engine.shelf(_SHELF), darkroom, waits=waits, say=lambda line: tell(run, [line])
    )
    run.publication, run.token = structure.publication, structure.token
    engine.note("siteurl", settings["SITEURL"])
    engine.note("timezone", settings["TIMEZONE"])
    engine.note("shows_drafts", run.publication.shows_drafts)
    engine.note("gone", run.publication.gone)
    engine.note("due", due(structure, content.index.now))
    engine.note("warnings", len(content.warnings))
    engine.note("taken_down", structure.taken_down)
    engine.note("waiting", content.waiting_files[:_MOST_NAMED])
    scheduled = {content.index.path_of(source): time for source, time in structure.scheduled.items()}
    engine.note("scheduled", dict(islice(scheduled.items(), _MOST_NAMED)))
    engine.note("scheduled_count", len(scheduled))
    if scheduled and not run.publication.shows_drafts:  # the preview shows them
        tell(run, [scheduled_line(scheduled, len(scheduled), settings["TIMEZONE"], content.index.now)])
    run.terms_digests = terms_digests(content, structure.publication)
    if structure.pending:
        pictures = DevelopedPictures(content.index, content.sources.known, darkroom, waits)
        entries = [content.index.entries[line.source] for line in structure.publication.articles]
        run.idle_work = pictures.work(structure.pending, entries)
        tell(run, [_PENDING])
    if structure.publication.shows_drafts:
        from plugins.desk.agenda.offer_agenda import offer_agenda

        offer_agenda(content, structure, engine)
        shown = run.publication
        finder = engine.kept("links", structure.token, lambda: LinkFinder(shown.articles, shown.redirects))
        run.text_links = finder.text_links(content.sources.known)
        run.page_problems = problems_by_page(content, site)


def show_articles(generator: ArticlesGenerator) -> None:
    """Let other plugins find Pelican's articles where they look for them, each made at the first look."""
    run = run_of(generator.settings)
    view = run.engine.view()
    slugs = [article.slug for article in run.publication.articles]
    generator.articles = LazyContents(slugs, lambda slug: _article(generator, view, slug))
    generator.context["articles"] = generator.articles
    generator.refresh_metadata_intersite_links = _nothing_to_refresh


def show_pages(generator: PagesGenerator) -> None:
    """Let other plugins find Pelican's pages, each made at the first look."""
    run = run_of(generator.settings)
    view = run.engine.view()
    slugs = [page.slug for page in run.publication.text_pages]
    generator.pages = LazyContents(slugs, lambda slug: _page(generator, view, slug))
    generator.context["pages"] = generator.pages
    generator.refresh_metadata_intersite_links = _nothing_to_refresh


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
    made = contents.Article(plain_blocks(view.read(BODY, slug).blocks), metadata, settings, path, generator.context)
    made.desk = article
    return made


def _page(generator: PagesGenerator, view: View, slug: str) -> contents.Page:
    settings, page = generator.settings, view.read(TEXT_PAGE, slug)
    path = f"{generator.path}/{page.source}"
    made = contents.Page(plain_blocks(page.blocks), page_metadata(page), settings, path, generator.context)
    made.desk = page
    return made


def _nothing_to_refresh() -> None:
    """Stand in for Pelican's walk over all contents to mend their links: these lead where they should."""
