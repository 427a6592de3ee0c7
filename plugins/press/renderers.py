"""The engine's renderers: one prints page models with the theme, the other copies files."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

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


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedFile:
    """A file to publish as it is, with its place in the project and in the output."""

    source: str
    """Path of the file, relative to the project's folder."""
    path: str
    """Path in the output."""
    digest: bytes
    """Of its content."""


class CopyRenderer:
    """Copies files."""

    def version(self, template: str) -> bytes:
        """Return a constant: a copy depends on nothing but its model."""
        return b"copy"

    def prepare(self, templates: Iterable[str]) -> None:
        """Do nothing: there are no templates."""

    def render(self, model: CopiedFile) -> bytes:
        return Path(model.source).read_bytes()
