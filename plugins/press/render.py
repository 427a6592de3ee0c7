"""Pages in HTML: a pure function of page model and theme, and the same bytes every time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from plugins.newsroom.page_models import Page
from plugins.newsroom.words.phrases import Words
from plugins.press.disk_cache import NO_CACHE, ThemeCache
from plugins.press.environment import ThemeEnvironment
from plugins.press.fold_phrases import EVERY
from plugins.press.needed_sheets import NEEDED_SCRIPTS, NEEDED_SHEETS
from plugins.press.styles import (
    minified_script,
    minified_style,
    needed_script_sources,
    needed_sources,
    script_sources,
    style_sources,
)
from plugins.press.template_graph import TemplateGraph
from plugins.press.template_problems import errors_placed
from plugins.press.theme_files import NO_OVERRIDES, Overrides


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Styles and script of a template, which it prints beside its page."""

    css: Markup
    """The stylesheet of this template, to stand in a style element."""
    script: Markup
    """The script of this template; empty where its parts need none."""
    needed: Mapping[str, Markup]
    """Stylesheets that only some pages need, by their names in `NEEDED_SHEETS`; the same for all templates."""
    scripts: Mapping[str, Markup]
    """Scripts that only some pages need, by their names in `NEEDED_SCRIPTS`; the same for all templates."""

    def needed_css(self, html: str) -> list[Markup]:
        """Return the stylesheets that a page needs with `html` in its body, each for a style element of its own."""
        return [css for name, css in self.needed.items() if NEEDED_SHEETS[name](html)]

    def needed_scripts(self, html: str) -> list[Markup]:
        """Return the scripts that a page needs with `html` in its body, each for a script element of its own."""
        return [script for name, script in self.scripts.items() if NEEDED_SCRIPTS[name](html)]


class TemplateRenderer:
    """Renders pages with one theme and one language; after a change to the theme or a phrase make another renderer."""

    def __init__(
        self,
        theme: Path,
        store: ThemeCache = NO_CACHE,
        words: Words | None = None,
        overrides: Overrides = NO_OVERRIDES,
        *,
        own_style: str = "",
        beside: "TemplateRenderer | None" = None,
    ) -> None:
        """Take the folder of the theme, phrases, the publisher's own files, and rules for every page.

        A renderer of another language `beside` it has read the same templates; they are not read again to compare them.
        """
        self._own_style = own_style
        self.store = store
        self.environment = ThemeEnvironment(theme, store, words, overrides)
        self._files = self.environment.files
        self.graph: TemplateGraph = beside.graph if beside else TemplateGraph(self.environment, store)
        self.theme = cache(self._read_theme)
        self.fingerprint = cache(self._read_fingerprint)
        self._digest: Callable[[Path], str] = beside._digest if beside else cache(self._read_digest)
        self._assets = cache(self._find_assets)
        self._needed = needed_sources(self._files, self.environment.words.lang)
        self._needed_scripts = needed_script_sources(self._files)
        self._needed_css = cache(self._read_needed_css)
        self._needed_js = cache(self._read_needed_js)

    def render(self, page: Page) -> str:
        """Return the HTML of `page`; raises TemplateError for a mistake in a template, with its place."""
        template = self.environment.get_template(page.template)
        with errors_placed(self._files):
            return template.render(page=page, theme=self.theme(page.template))

    def prepare(self, template: str) -> None:
        """Read everything that pages of `template` need, so that processes forked from this one need not."""
        self.theme(template)
        for name in self.graph.reachable(template):
            self.environment.get_template(name)

    def _read_theme(self, template: str) -> Theme:
        """Return stylesheet and script of `template`."""
        styles, scripts = self._assets(template)
        return Theme(
            css=Markup(minified_style(styles, self.store, self._own_style, self._files.is_own)),
            script=Markup(minified_script(scripts, self.store)),
            needed=self._needed_css(),
            scripts=self._needed_js(),
        )

    def _read_needed_css(self) -> Mapping[str, Markup]:
        """Return the stylesheets that only some pages need."""
        is_own = self._files.is_own
        return {name: Markup(minified_style([path], self.store, is_own=is_own)) for name, path in self._needed.items()}

    def _read_needed_js(self) -> Mapping[str, Markup]:
        """Return the scripts that only some pages need."""
        return {name: Markup(minified_script([path], self.store)) for name, path in self._needed_scripts.items()}

    def _read_fingerprint(self, template: str) -> str:
        """Return a hash (hex, SHA-256) of all that `template` depends on: templates, stylesheets, scripts, phrases.

        A page is the same bytes as long as its model and this hash are the same.
        """
        styles, scripts = self._assets(template)
        templates = map(self._files.template, self.graph.reachable(template))
        needed = (*self._needed.values(), *self._needed_scripts.values())
        sources = "".join(self._digest(path) for path in (*templates, *styles, *scripts, *needed))
        words, names = self.environment.words, self.graph.phrases(template)
        phrases = [(name, words.get(name)) for name in (words if EVERY in names else names)]
        return sha256(f"{sources}{phrases!r}{self._own_style}".encode()).hexdigest()

    def _read_digest(self, path: Path) -> str:
        """Return a line with the place of a source and a hash of its text."""
        return f"{self._files.label(path)}:{sha256(path.read_bytes()).hexdigest()}\n"

    def _find_assets(self, template: str) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        """Return the stylesheets and the scripts of `template`."""
        names = self.graph.reachable(template)
        lang = self.environment.words.lang
        return style_sources(self._files, names, lang), script_sources(self._files, names)
