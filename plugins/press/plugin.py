"""The Pelican edge of the press: offers its renderers, the theme's fixed files and the pattern page.

Once all kinds of pages are offered, it notes the style and script elements that a security policy has to name.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, cast

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins import newsroom
from plugins.newsroom.page_models import THEME, Page, Site
from plugins.newsroom.problems import Problem, has_errors
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.spaces import SITE
from plugins.newsroom.urls import PATTERNS_URL, asset_url, output_path
from plugins.newsroom.words.phrases import Words
from plugins.newsroom.words.words_of import words_by_language, words_of
from plugins.press.disk_cache import ThemeCache, cached_text, entry_key
from plugins.press.environment import ThemeEnvironment
from plugins.press.inline import inline_hashes
from plugins.press.render import TemplateRenderer
from plugins.press.renderers import COPY, CopiedFile, CopyRenderer, ThemeRenderer
from plugins.press.settings import PressSettings
from plugins.press.theme_files import FOLDERS, NO_OVERRIDES, Overrides, folder_problems, overrides_of
from plugins.stet.code_digest import code_digest
from plugins.stet.engine import Engine
from plugins.stet.facts import View, digest_of
from plugins.stet.outputs import Kind, Output
from plugins.stet.plugin import run_of
from plugins.stet.space import Space
from plugins.stet.state.state_paths import state_folder
from plugins.stet.step import Step

_FILE = Space[CopiedFile]("file")
"""Every file that is copied, by its path in the output."""

_THEME_FILES = Space[bytes]("theme files")
"""The digest of the theme as a whole and of the phrases, by the empty name."""


def check_settings(pelican: Pelican) -> None:
    """Check the settings, and the publisher's own templates and styles before anything is made with them."""
    settings, problems = pelican.settings, run_of(pelican.settings).problems
    problems += settings_problems(PressSettings, settings, "PRESS")
    overrides = overrides_of(settings)
    problems += (wrong := folder_problems(settings))
    if has_errors(wrong):
        settings[FOLDERS] = []  # Pelican's own loader, which nothing here reads, ends at what is no list of names
    if overrides != NO_OVERRIDES:
        problems += _override_problems(Path(settings["THEME"]), overrides, words_of(settings), _cache(settings))


def _override_problems(theme: Path, overrides: Overrides, words: Words, cache: ThemeCache) -> list[Problem]:
    """Return the problems of the publisher's own files; those of before if nothing they depend on differs."""
    code = code_digest([Path(__file__).parent, Path(newsroom.__file__).parent])
    key = entry_key("overrides", *map(repr, (_theme_digest(theme), overrides.digest(), words, code)))

    def check() -> str:
        from plugins.press.overrides.check_overrides import override_problems  # here, for most builds know the result

        environment = ThemeEnvironment(theme, cache, words, overrides)
        return json.dumps([problem.plain for problem in override_problems(environment)])

    return [Problem(*plain) for plain in json.loads(cached_text(cache, key, check))]


def offer_press(generators: Sequence[Generator]) -> None:
    """Offer the two renderers, and the files that are written beside the pages."""
    settings = generators[0].settings
    theme, run = Path(settings["THEME"]), run_of(settings)
    engine = run.engine
    by_language, style, overrides = words_by_language(settings), run.brand.style, overrides_of(settings)
    whole = digest_of((_theme_digest(theme), overrides.digest()))
    renderer = engine.kept(
        "press",
        (theme, whole, tuple(by_language.items()), style, overrides),
        lambda: ThemeRenderer(*_renderers(theme, _cache(settings), by_language, overrides, style)),
    )
    engine.offer_renderer(THEME, renderer)
    engine.offer_renderer(COPY, CopyRenderer())
    _offer_files(engine, list(_theme_files(theme)))
    if read_settings(PressSettings, settings, "PRESS").patterns:
        from plugins.press.patterns import patterns_page  # here, for production has no use for them

        own = by_language[""]
        _offer_patterns(engine, digest_of((whole, own)), lambda site: patterns_page(theme, site, own, overrides))


def _renderers(
    theme: Path, cache: ThemeCache, by_language: Mapping[str, Words], overrides: Overrides, style: str
) -> tuple[TemplateRenderer, Mapping[str, TemplateRenderer]]:
    """Return the renderer of the publication's language, and those of others by their tags."""
    own = TemplateRenderer(theme, cache, by_language[""], overrides, own_style=style)
    make = partial(TemplateRenderer, theme, cache, overrides=overrides, own_style=style, beside=own)
    return own, {lang: make(words=each) for lang, each in by_language.items() if lang}


def note_inline_blocks(pelican: Pelican) -> None:
    """Note the style and script elements that pages may have; all kinds of pages have been offered by now."""
    engine = run_of(pelican.settings).engine
    renderer = cast(ThemeRenderer, engine.renderers[THEME])  # as `offer_press` has put it there
    kinds = [kind for kind in engine.kinds.values() if kind.renderer == THEME]
    for name, hashes in inline_hashes(renderer.template_renderers, [kind.template for kind in kinds]).items():
        engine.note(name, hashes)


def _offer_files(engine: Engine, files: Sequence[CopiedFile]) -> None:
    by_path = {file.path: file for file in files}
    digests = {file.path: file.digest for file in files}
    engine.offer_facts(_FILE, lambda _, path: by_path[path], digests)
    engine.offer_kinds({"file": Kind(make=lambda view, output: view.read(_FILE, output.path), renderer=COPY)})
    key = digest_of(tuple((path, file.source) for path, file in by_path.items()))
    outputs = [Output(path, "file", (file.source,)) for path, file in by_path.items()]
    engine.offer_outputs(Step("Planning files", key, lambda _: outputs))


def _offer_patterns(engine: Engine, whole: bytes, page: Callable[[Site], Page]) -> None:
    def make(view: View, _: Output) -> Any:
        view.read(_THEME_FILES)
        return page(view.read(SITE))

    engine.offer_constant(_THEME_FILES, whole)
    engine.offer_kinds({"patterns": Kind(make=make, renderer=THEME, template="patterns.html")})
    output = Output(output_path(PATTERNS_URL), "patterns", ())
    engine.offer_outputs(Step("Planning patterns", b"patterns", lambda _: [output]))


def _cache(settings: Mapping[str, Any]) -> ThemeCache:
    return ThemeCache(state_folder(Path(settings["OUTPUT_PATH"])) / "theme")


def _theme_files(theme: Path) -> Iterator[CopiedFile]:
    """Yield the icons and other fixed files of the theme."""
    for source in sorted(path for path in (theme / "static").iterdir() if path.is_file()):
        path = output_path(asset_url(source.name))
        yield CopiedFile(source=str(source), path=path, digest=_digest(source))


def _theme_digest(theme: Path) -> bytes:
    """Return a digest of the theme's place and of every file in it."""
    return digest_of(tuple((str(path), _digest(path)) for path in sorted(theme.rglob("*")) if path.is_file()))


def _digest(path: Path) -> bytes:
    return blake2b(path.read_bytes(), digest_size=16).digest()


def register() -> None:
    """Connect the press to Pelican."""
    signals.initialized.connect(check_settings)
    signals.all_generators_finalized.connect(offer_press)
    signals.get_writer.connect(note_inline_blocks)
