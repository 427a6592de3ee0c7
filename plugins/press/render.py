"""Pages in HTML: a pure function of page model and theme, and the same bytes every time."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import UndefinedError
from markupsafe import Markup

from plugins.newsroom.page_models import Page
from plugins.newsroom.words.phrases import Words
from plugins.press.disk_cache import NO_CACHE, ThemeCache
from plugins.press.environment import ThemeEnvironment
from plugins.press.styles import minified_script, minified_style, script_sources, style_sources
from plugins.press.template_graph import TemplateGraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Styles and script of a template, which it prints beside its page."""

    css: Markup
    """The stylesheet of this template, to stand in a style element."""
    script: Markup
    """The script of this template; empty where its parts need none."""


class TemplateRenderer:
    """Renders pages with one theme and one language; after a change to the theme or a phrase make another renderer."""

    def __init__(
        self, theme: Path, store: ThemeCache = NO_CACHE, words: Words | None = None, *, own_style: str = ""
    ) -> None:
        """Take the folder of the theme, phrases, and rules of the publication's own for every page."""
        self._folder = theme
        self._own_style = own_style
        self.store = store
        self.environment = ThemeEnvironment(theme, store, words)
        self.graph = TemplateGraph(self.environment, store)
        self.theme = cache(self._read_theme)
        self.fingerprint = cache(self._read_fingerprint)
        self._digest = cache(self._read_digest)

    def render(self, page: Page) -> str:
        """Return the HTML of `page`; raises jinja2's UndefinedError for a name that its model does not have."""
        template = self.environment.get_template(page.template)
        try:
            return template.render(page=page, theme=self.theme(page.template))
        except AttributeError as error:
            raise UndefinedError(str(error)) from error

    def prepare(self, template: str) -> None:
        """Read everything that pages of `template` need, so that processes forked from this one need not."""
        self.theme(template)
        for name in self.graph.reachable(template):
            self.environment.get_template(name)

    def _read_theme(self, template: str) -> Theme:
        """Return stylesheet and script of `template`."""
        styles, scripts = self._assets(template)
        return Theme(
            css=Markup(minified_style(styles, self.store, self._own_style)),
            script=Markup(minified_script(scripts, self.store)),
        )

    def _read_fingerprint(self, template: str) -> str:
        """Return a hash (hex, SHA-256) of all that `template` depends on: templates, stylesheets, scripts, phrases.

        A page is the same bytes as long as its model and this hash are the same.
        """
        styles, scripts = self._assets(template)
        templates = [self._folder / "templates" / name for name in self.graph.reachable(template)]
        sources = "".join(self._digest(path) for path in (*templates, *styles, *scripts))
        phrases = [(name, self.environment.words.get(name)) for name in self.graph.phrases(template)]
        return sha256(f"{sources}{phrases!r}{self._own_style}".encode()).hexdigest()

    def _read_digest(self, path: Path) -> str:
        """Return a line with the place of a source and a hash of its text."""
        place = path.relative_to(self._folder).as_posix()
        return f"{place}:{sha256(path.read_bytes()).hexdigest()}\n"

    def _assets(self, template: str) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        names = self.graph.reachable(template)
        static = self._folder / "static"
        return style_sources(static, names, self.environment.words.lang), script_sources(static, names)
