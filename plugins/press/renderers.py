"""The engine's renderers: one prints page models with the theme, the other copies files."""

from collections.abc import Iterable
from pathlib import Path

from plugins.newsroom.articles import PictureFile
from plugins.newsroom.page_models import Page
from plugins.press.render import TemplateRenderer

COPY = "copy"
"""Name of the engine's renderer that copies files."""


class ThemeRenderer:
    """Prints page models with the templates of a theme."""

    def __init__(self, renderer: TemplateRenderer) -> None:
        self.template_renderer = renderer

    def version(self, template: str) -> bytes:
        """Return a digest of all sources that `template` is made of: templates, stylesheets, scripts."""
        return bytes.fromhex(self.template_renderer.fingerprint(template))

    def prepare(self, templates: Iterable[str]) -> None:
        """Read templates once, before workers are forked that would each do so."""
        for template in templates:
            self.template_renderer.prepare(template)

    def render(self, model: Page) -> bytes:
        return self.template_renderer.render(model).encode()


class CopyRenderer:
    """Copies files."""

    def version(self, template: str) -> bytes:
        """Return a constant: a copy depends on nothing but its model."""
        return b"copy"

    def prepare(self, templates: Iterable[str]) -> None:
        """Do nothing: there are no templates."""

    def render(self, model: PictureFile) -> bytes:
        return Path(model.source).read_bytes()
