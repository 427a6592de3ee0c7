"""Stylesheet and script of one template: joined from those of its parts, and minified."""

from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from plugins.newsroom.words.catalogues import catalogue_tag
from plugins.press.disk_cache import NO_CACHE, ThemeCache, cached_text, entry_key

OPTIONS = {"minify_css": True, "minify_js": True}
"""Options of minify-html."""

BASE_SHEETS = ("layers", "reset", "tokens", "base", "layout", "prose", "utilities", "scripts", "print")
"""Sheets that every page has, from `static/css/`; the first names the order of the layers."""


def style_sources(static: Path, templates: Iterable[str], lang: str = "") -> tuple[Path, ...]:
    """Return the stylesheets for `templates` in `lang`: the base, those of page kinds, of components, of the language.

    `article.html` may have `css/pages/article.css`, `components/card.html` has `css/components/card.css`, and Arabic
    has `css/languages/ar.css`.
    """
    css = static / "css"
    pages, components = _parts(templates)
    wanted = [css / f"{name}.css" for name in BASE_SHEETS]
    wanted += [css / "pages" / f"{name}.css" for name in pages]
    wanted += [css / "components" / f"{name}.css" for name in components]
    wanted.append(css / "languages" / f"{catalogue_tag(lang) or lang.partition('-')[0]}.css")
    return tuple(path for path in wanted if path.is_file())


def script_sources(static: Path, templates: Iterable[str]) -> tuple[Path, ...]:
    """Return the scripts of the components among `templates`; most have none."""
    _, components = _parts(templates)
    return tuple(path for name in components if (path := static / "js" / f"{name}.js").is_file())


def minified_style(sources: Iterable[Path], cache: ThemeCache = NO_CACHE, own: str = "") -> str:
    """Return the stylesheets as one with the publication's `own` rules, without whitespace and comments."""
    return _minified("style", "\n".join([*map(_read, sources), *([own] if own else [])]), cache)


def minified_script(sources: Iterable[Path], cache: ThemeCache = NO_CACHE) -> str:
    """Return the scripts as one, each in a block of its own so that their names cannot meet."""
    return _minified("script", "".join(f"{{{text}}}" for text in map(_read, sources)), cache)


def _parts(templates: Iterable[str]) -> tuple[list[str], list[str]]:
    paths = sorted(PurePosixPath(name) for name in templates)
    pages = [path.stem for path in paths if len(path.parts) == 1]
    return pages, [path.stem for path in paths if path.parts[0] == "components"]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _minified(element: str, text: str, cache: ThemeCache) -> str:
    if not text:
        return ""
    key = entry_key(element, minifier(), text)
    return cached_text(cache, key, lambda: _minify(element, text))


def _minify(element: str, text: str) -> str:
    """Minify as the content of an element: minify-html takes no other."""
    import minify_html  # here, for it takes some milliseconds to load and a full cache does without

    whole = minify_html.minify(f"<{element}>{text}</{element}>", **OPTIONS)
    return whole.removeprefix(f"<{element}>").removesuffix(f"</{element}>")


@lru_cache(maxsize=1)  # the version does not change in a process, and looking it up takes milliseconds
def minifier() -> str:
    """Return version and options of the minifier, for keys of a cache."""
    return f"{version('minify-html')} {OPTIONS!r}"
