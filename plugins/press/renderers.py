"""The engine's renderers: one prints page models with the theme, the other copies files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from plugins.newsroom.page_models import Page
from plugins.press.render import TemplateRenderer
from plugins.stet.outputs import ModelVersions

COPY = "copy"
"""Name of the engine's renderer that copies files."""


class ThemeRenderer(ModelVersions):
    """Prints page models with the templates of a theme, in the words of the language that a page's frame is in."""

    def __init__(self, own: TemplateRenderer, others: Mapping[str, TemplateRenderer] | None = None) -> None:
        """Take the renderer of the publication's language, and those of declared ones by their tags."""
        self.own, self.others = own, dict(others or {})

    @property
    def template_renderers(self) -> tuple[TemplateRenderer, ...]:
        return (self.own, *self.others.values())

    def version(self, template: str) -> bytes:
        """Return a digest of all sources that `template` is made of: templates, stylesheets, scripts, phrases."""
        digests = [bytes.fromhex(each.fingerprint(template)) for each in self.template_renderers]
        return digests[0] if len(digests) == 1 else sha256(b"".join(digests)).digest()

    def model_version(self, template: str, model: Page) -> bytes:
        """Return the digest of the sources in the language of the frame: other phrases, other faces."""
        return bytes.fromhex(self._renderer_of(model).fingerprint(template))

    def prepare(self, templates: Iterable[str]) -> None:
        """Read templates once, before workers are forked that would each do so."""
        for template in templates:
            for renderer in self.template_renderers:
                renderer.prepare(template)

    def render(self, model: Page) -> bytes:
        return self._renderer_of(model).render(model).encode()

    def _renderer_of(self, model: Page) -> TemplateRenderer:
        return self.others.get(model.site.lang, self.own)


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
