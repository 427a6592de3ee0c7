"""The Pelican edge of what crawlers are told: checks `CRAWLERS`, then offers `robots.txt`, `llms.txt` and Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.crawlers.llms_txt import LLMS_PATH, PublicationNames, llms_spec, llms_txt, twin_url
from plugins.crawlers.markdown_twins import TWIN_RENDERER, MarkdownTwin, TwinRenderer, markdown_twin
from plugins.crawlers.robots import ROBOTS_PATH, SITEMAP_LINE, robots_txt
from plugins.crawlers.settings import CrawlersSettings
from plugins.crawlers.text_files import TEXT_FILE, TextFile, TextFileRenderer
from plugins.newsroom.addresses.root_folder import ROOT_FOLDER
from plugins.newsroom.articles import Publication
from plugins.newsroom.language.site_languages import declared_language, site_languages
from plugins.newsroom.problems import Problem, Severity
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.setup import has_plugin
from plugins.newsroom.spaces import ARTICLE, BODY, TWIN_URL, WORDS
from plugins.newsroom.urls import SITEMAP_URL, absolute_url, output_path
from plugins.stet.facts import View, digest_of
from plugins.stet.outputs import Kind, Output
from plugins.stet.plugin import run_of
from plugins.stet.space import Space
from plugins.stet.step import Step

TWIN, LLMS = "markdown twin", "llms.txt"
"""Kinds of files."""
_NAMES = Space[PublicationNames]("names for crawlers")
"""By the empty name."""


def check_settings(pelican: Pelican) -> None:
    """Check `CRAWLERS`, and have the publisher's own `robots.txt` looked at before the content is read."""
    settings, run = pelican.settings, run_of(pelican.settings)
    run.problems += settings_problems(CrawlersSettings, settings, "CRAWLERS")
    run.readings.append(own_robots_problems)


def own_robots_problems(settings: dict[str, Any]) -> Iterable[Problem]:
    """Return the problem of a `robots.txt` of the publisher's own that names no sitemap, where there are some."""
    own = _own_file(settings, ROBOTS_PATH)
    if not own.is_file() or not has_plugin(settings, "sitemaps"):
        return []
    if SITEMAP_LINE.search(own.read_text(encoding="utf-8", errors="replace")):
        return []
    remedy = f"add 'Sitemap: {absolute_url(str(settings['SITEURL']), SITEMAP_URL)}' as a line of its own"
    place = Path(*own.parts[-3:]) if own.is_absolute() else own
    return [Problem(place.as_posix(), 1, 1, "names no sitemap", remedy, Severity.WARNING)]


def offer_crawler_files(generators: Sequence[Generator]) -> None:
    settings = generators[0].settings
    run, own = run_of(settings), read_settings(CrawlersSettings, settings, "CRAWLERS")
    engine, site_url = run.engine, settings["SITEURL"]
    names = PublicationNames(
        name=settings["SITENAME"],
        tagline=settings["SITESUBTITLE"],
        site_url=site_url,
        languages=site_languages(settings),
    )
    engine.offer_constant(_NAMES, names)
    engine.offer_renderer(TEXT_FILE, TextFileRenderer())
    engine.offer_renderer(TWIN_RENDERER, TwinRenderer())
    engine.offer_kinds(
        {
            TEXT_FILE: Kind(make=lambda _, output: TextFile(text=output.spec[0]), renderer=TEXT_FILE),
            LLMS: Kind(make=_make_llms, renderer=TEXT_FILE),
            TWIN: Kind(make=_make_twin, renderer=TWIN_RENDERER),
        }
    )
    if own.llms:
        engine.offer_values(TWIN_URL, lambda view, slug: twin_url(view.read(ARTICLE, slug).url))
        engine.note("has_twins", True)
    if own.indexnow_key:
        engine.note("indexnow_key", own.indexnow_key)
    robots = robots_txt(own, site_url, SITEMAP_URL if has_plugin(settings, "sitemaps") else "")
    texts = {ROBOTS_PATH: robots} | ({f"{own.indexnow_key}.txt": own.indexnow_key} if own.indexnow_key else {})
    kept = tuple(sorted(path for path in (*texts, LLMS_PATH) if _own_file(settings, path).is_file()))
    files = {path: text for path, text in texts.items() if path not in kept}
    key = digest_of((run.token, "crawlers", tuple(sorted(files.items())), own.llms, kept))
    has_index = LLMS_PATH not in kept
    engine.offer_outputs(
        Step(
            "Planning files for crawlers",
            key,
            lambda _: _plan(run.publication, files, has_llms=own.llms, has_index=has_index),
        )
    )


def _plan(publication: Publication, files: dict[str, str], *, has_llms: bool, has_index: bool) -> Iterator[Output]:
    for path, text in files.items():
        yield Output(path, TEXT_FILE, (text,))
    if has_llms:
        if has_index:
            yield Output(LLMS_PATH, LLMS, llms_spec(publication))
        for line in publication.articles:
            if line.is_public:
                yield Output(output_path(twin_url(line.url)), TWIN, (line.slug,))


def _make_llms(view: View, output: Output) -> TextFile:
    return TextFile(text=llms_txt(view, view.read(_NAMES), output.spec))


def _make_twin(view: View, output: Output) -> MarkdownTwin:
    (slug,) = output.spec
    names, article = view.read(_NAMES), view.read(ARTICLE, slug)
    words = view.read(WORDS, declared_language(article.lang, names.languages))
    return markdown_twin(names.site_url, article, view.read(BODY, slug), words)


def _own_file(settings: dict[str, Any], path: str) -> Path:
    """Return the place of a publisher's own file, which is published in the place of the kit's."""
    return Path(settings["PATH"], ROOT_FOLDER, path)


def register() -> None:
    """Connect the files for crawlers to Pelican."""
    signals.initialized.connect(check_settings)
    signals.all_generators_finalized.connect(offer_crawler_files)
