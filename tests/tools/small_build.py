"""A real build of texts, by the engine and without Pelican, for tests of what others make of its output."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from plugins.stet.build import Report
from plugins.stet.engine import Engine
from plugins.stet.outputs import Kind, Output


class TextRenderer:
    """Writes texts as they are."""

    def version(self, template: str) -> bytes:
        return b"text"

    def prepare(self, templates: Iterable[str]) -> None:
        """Get ready for nothing."""

    def render(self, model: str) -> bytes:
        return model.encode()


def build_texts(output: Path, texts: Mapping[str, str]) -> Report:
    """Make `output` a folder of these texts, by their paths in it, and return what that took."""
    engine = Engine(output, b"tests")
    try:
        engine.renderers["text"] = TextRenderer()
        engine.kinds["text"] = Kind(make=lambda view, output: output.spec[0], renderer="text")
        engine.offer(lambda: [Output(path, "text", (text,)) for path, text in texts.items()])
        return engine.build()
    finally:
        engine.close()
