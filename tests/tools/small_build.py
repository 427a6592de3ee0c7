"""A real build of texts, by the engine and without Pelican, for tests of what others make of its output."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from plugins.stet.build_report import BuildReport
from plugins.stet.engine import Engine
from plugins.stet.outputs import Kind, Output
from plugins.stet.state.ledger_file import File, open_record
from plugins.stet.step import Step


class TextRenderer:
    """Writes texts as they are."""

    def version(self, template: str) -> bytes:
        return b"text"

    def prepare(self, templates: Iterable[str]) -> None:
        """Get ready for nothing."""

    def render(self, model: str) -> bytes:
        return model.encode()


def build_texts(
    output: Path,
    texts: Mapping[str, str],
    spared: Collection[str] | None = (),
    notes: Mapping[str, Any] | None = None,
) -> BuildReport:
    """Make `output` a folder of these texts, by their paths in it, and return what that took."""
    engine = Engine(output, b"tests", spared)
    try:
        for name, value in (notes or {}).items():
            engine.note(name, value)
        engine.offer_renderer("text", TextRenderer())
        engine.offer_kinds({"text": Kind(make=lambda view, output: output.spec[0], renderer="text")})
        outputs = [Output(path, "text", (text,)) for path, text in texts.items()]
        engine.offer_outputs(Step("Planning", None, lambda _: outputs))
        return engine.build()
    finally:
        engine.close()


def recorded(output: Path) -> dict[str, File] | None:
    """Return the files that the record of the builds into `output` lists; None where there is none."""
    record = open_record(output)
    if record is None:
        return None
    with record:
        return record.files()
