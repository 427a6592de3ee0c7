"""The Pelican edge of the press: offers its renderers, the theme's fixed files and the pattern page.

Once all kinds of pages are offered, it notes the style and script elements that a security policy has to name.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, cast

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.newsroom.page_models import THEME
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.spaces import SITE
from plugins.newsroom.urls import PATTERNS_URL, asset_url, output_path
from plugins.newsroom.words.phrases import Words
from plugins.newsroom.words.words_of import words_of
from plugins.press.disk_cache import ThemeCache
from plugins.press.inline import inline_hashes
from plugins.press.render import TemplateRenderer
from plugins.press.renderers import COPY, CopiedFile, CopyRenderer, ThemeRenderer
from plugins.press.settings import PressSettings
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
    run_of(pelican.settings).problems += settings_problems(PressSettings, pelican.settings, "PRESS")


def offer_press(generators: Sequence[Generator]) -> None:
    """Offer the two renderers, and the files that are written beside the pages."""
    settings = generators[0].settings
    theme, run = Path(settings["THEME"]), run_of(settings)
    engine = run.engine
    cache = ThemeCache(state_folder(Path(settings["OUTPUT_PATH"])) / "theme")
    whole = _theme_digest(theme)
    words, style = words_of(settings), run.brand.style
    renderer = engine.kept(
        "press",
        (theme, whole, words, style),
        lambda: ThemeRenderer(TemplateRenderer(theme, cache, words, own_style=style)),
    )
    engine.offer_renderer(THEME, renderer)
    engine.offer_renderer(COPY, CopyRenderer())
    _offer_files(engine, list(_theme_files(theme)))
    if read_settings(PressSettings, settings, "PRESS").patterns:
        _offer_patterns(engine, theme, digest_of((whole, words)), words)


def note_inline_blocks(pelican: Pelican) -> None:
    """Note the style and script elements that pages may have; all kinds of pages have been offered by now."""
    engine = run_of(pelican.settings).engine
    renderer = cast(ThemeRenderer, engine.renderers[THEME])  # as `offer_press` has put it there
    kinds = [kind for kind in engine.kinds.values() if kind.renderer == THEME]
    for name, hashes in inline_hashes(renderer.template_renderer, (kind.template for kind in kinds)).items():
        engine.note(name, hashes)


def _offer_files(engine: Engine, files: Sequence[CopiedFile]) -> None:
    by_path = {file.path: file for file in files}
    digests = {file.path: file.digest for file in files}
    engine.offer_facts(_FILE, lambda _, path: by_path[path], digests)
    engine.offer_kinds({"file": Kind(make=lambda view, output: view.read(_FILE, output.path), renderer=COPY)})
    key = digest_of(tuple((path, file.source) for path, file in by_path.items()))
    outputs = [Output(path, "file", (file.source,)) for path, file in by_path.items()]
    engine.offer_outputs(Step("Planning files", key, lambda _: outputs))


def _offer_patterns(engine: Engine, theme: Path, whole: bytes, words: Words) -> None:
    from plugins.press.patterns import patterns_page  # here, for production has no use for them

    def make(view: View, _: Output) -> Any:
        view.read(_THEME_FILES)
        return patterns_page(theme, view.read(SITE), words)

    engine.offer_constant(_THEME_FILES, whole)
    engine.offer_kinds({"patterns": Kind(make=make, renderer=THEME, template="patterns.html")})
    output = Output(output_path(PATTERNS_URL), "patterns", ())
    engine.offer_outputs(Step("Planning patterns", b"patterns", lambda _: [output]))


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
