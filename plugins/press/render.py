"""A page model and the theme in, HTML out: a pure function of the two, and the same bytes every time."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plugins.newsroom.pages import Page
from plugins.press.closure import closures
from plugins.press.styles import minified_script, minified_style, script_sources, style_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What a template gets of the theme beside its page."""

    css: Markup
    """The stylesheet of this template, to stand in a style element."""
    script: Markup
    """The script of this template; empty where its parts need none."""


def theme_environment(theme: Path) -> Environment:
    """Return the one way in which the theme's templates are read: escaped, strict, without stray lines."""
    return Environment(
        loader=FileSystemLoader(theme / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


class Renderer:
    """Renders pages with one theme, which it reads once: make a new one after a change to the theme."""

    def __init__(self, theme: Path) -> None:
        self._static = theme / "static"
        self.environment = theme_environment(theme)
        self.closure = closures(self.environment)
        self._theme = cache(self._read_theme)
        self._fingerprint = cache(self._read_fingerprint)

    def render(self, page: Page) -> str:
        """Return the HTML of `page`; raises jinja2's UndefinedError for a name that its model does not have."""
        template = self.environment.get_template(page.template)
        return template.render(page=page, theme=self._theme(page.template))

    def theme(self, template: str) -> Theme:
        """Return stylesheet and script of `template`."""
        return self._theme(template)

    def fingerprint(self, template: str) -> str:
        """Return a hash (hex, SHA-256) of every source that `template` depends on: templates, stylesheets, scripts.

        For a build that leaves out what has not changed: a page is the same bytes as long as its model and this are.
        Nothing in the kit asks for it yet.
        """
        return self._fingerprint(template)

    def _read_theme(self, template: str) -> Theme:
        names = self.closure(template)
        return Theme(
            css=Markup(minified_style(style_sources(self._static, names))),
            script=Markup(minified_script(script_sources(self._static, names))),
        )

    def _read_fingerprint(self, template: str) -> str:
        names = self.closure(template)
        templates = [Path(str(self.environment.get_template(name).filename)) for name in names]
        assets = [*style_sources(self._static, names), *script_sources(self._static, names)]
        digest = sha256()
        for path in [*templates, *assets]:
            content = path.read_bytes()
            digest.update(f"{path.relative_to(self._static.parent).as_posix()}:{len(content)}:".encode())
            digest.update(content)
        return digest.hexdigest()
