"""Stylesheet and script of one template: joined from those of its parts, and minified."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from plugins.newsroom.words.catalogues import catalogue_tag
from plugins.press.disk_cache import NO_CACHE, ThemeCache, cached_text, entry_key
from plugins.press.needed_sheets import NEEDED_SCRIPTS, NEEDED_SHEETS, WRITING, is_in_other_script
from plugins.press.own_styles import layered_style
from plugins.press.theme_files import ThemeFiles, plain_name

_OWN = "\0own: "
"""Stands before a stylesheet of the publisher's in keys of the cache: it is put into layers."""
OPTIONS = {"minify_css": True, "minify_js": True}
"""Options of minify-html."""

BASE_SHEETS = ("layers", "reset", "tokens", "base", "layout", "prose", "utilities", WRITING, "print")
"""Sheets that every page has, from `static/css/`; the first names the order of the layers.

That for other scripts is among them only where the publication is in one.
"""


def style_sources(files: ThemeFiles, templates: Iterable[str], lang: str = "") -> tuple[Path, ...]:
    """Return the stylesheets for `templates` in `lang`: the base, those of page kinds, of components, of the language.

    The publisher's own for the whole publication comes last. `article.html` may have `css/pages/article.css`,
    `components/card.html` has `css/components/card.css`, and Arabic has `css/languages/ar.css`.
    """
    css = files.theme / "static/css"
    base = [css / f"{name}.css" for name in BASE_SHEETS if name != WRITING or is_in_other_script(lang)]
    names = _plain_names(templates)
    pages = [files.style(str(name)) for name in names if len(name.parts) == 1]
    everywhere = [name for name in map(str, names) if not files.has_needed_style(name)]
    parts = [files.style(name) for name in everywhere if "/" in name]
    language = css / "languages" / f"{catalogue_tag(lang) or lang.partition('-')[0]}.css"
    wanted = (*base, *pages, *parts, language, files.overrides.style)
    return tuple(path for path in wanted if path and path.is_file())


def needed_sources(files: ThemeFiles, lang: str) -> dict[str, Path]:
    """Return the stylesheets of `NEEDED_SHEETS` by their names, without one that all pages in `lang` have.

    A publisher's `components/box.css` stands in the place of `needed/box`.
    """
    names = [name for name in NEEDED_SHEETS if name != WRITING or not is_in_other_script(lang)]
    own = {name: files.own(f"components/{name.removeprefix('needed/')}.css") for name in names}
    sheets = {name: own[name] or files.theme / f"static/css/{name}.css" for name in names}
    return {name: path for name, path in sheets.items() if path.is_file()}


def needed_script_sources(files: ThemeFiles) -> dict[str, Path]:
    """Return the scripts of `NEEDED_SCRIPTS` by their names."""
    scripts = {name: files.theme / f"static/js/{name}.js" for name in NEEDED_SCRIPTS}
    return {name: path for name, path in scripts.items() if path.is_file()}


def script_sources(files: ThemeFiles, templates: Iterable[str]) -> tuple[Path, ...]:
    """Return the scripts of the components among `templates`; most have none."""
    components = [name for name in _plain_names(templates) if name.parts[0] == "components"]
    return tuple(path for name in components if (path := files.script(str(name))))


def minified_style(
    sources: Iterable[Path],
    cache: ThemeCache = NO_CACHE,
    own: str = "",
    is_own: Callable[[Path], bool] = lambda _: False,
) -> str:
    """Return the stylesheets as one, without whitespace and comments; those of the publisher (`is_own`) within layers.

    The publication's `own` rules stand behind the first sheet, which names the order of the layers.
    """
    texts = [(_read(path), is_own(path)) for path in sources]
    if own:
        texts.insert(1, (own, False))
    key = "\n".join(f"{_OWN}{text}" if of_publisher else text for text, of_publisher in texts)
    return _minified("style", key, lambda: "\n".join(_in_layers(*each) for each in texts), cache)


def _in_layers(text: str, of_publisher: bool) -> str:
    return layered_style(text) if of_publisher else text


def minified_script(sources: Iterable[Path], cache: ThemeCache = NO_CACHE) -> str:
    """Return the scripts as one, each in a block of its own so that their names cannot meet."""
    whole = "".join(f"{{{text}}}" for text in map(_read, sources))
    return _minified("script", whole, lambda: whole, cache)


def _plain_names(templates: Iterable[str]) -> list[PurePosixPath]:
    """Return the names of templates, each once: the theme's and the publisher's of one name share their styles."""
    return sorted(set(map(plain_name, templates)))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _minified(element: str, source: str, make: Callable[[], str], cache: ThemeCache) -> str:
    """Return what `make` makes of `source`, minified."""
    if not source:
        return ""
    key = entry_key(element, minifier(), source)
    return cached_text(cache, key, lambda: _minify(element, make()))


def _minify(element: str, text: str) -> str:
    """Minify as the content of an element: minify-html takes no other."""
    import minify_html  # here, for it takes some milliseconds to load and a full cache does without

    whole = minify_html.minify(f"<{element}>{text}</{element}>", **OPTIONS)
    return whole.removeprefix(f"<{element}>").removesuffix(f"</{element}>")


@lru_cache(maxsize=1)  # the version does not change in a process, and looking it up takes milliseconds
def minifier() -> str:
    """Return version and options of the minifier, for keys of a cache."""
    return f"{version('minify-html')} {OPTIONS!r}"
