"""The Pelican edge of the press: Pelican's writer, the theme's fixed files, the pattern page, the ledger."""

from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.settings import DEFAULT_CONFIG
from pelican.writers import Writer

from plugins.newsroom.pictures import PictureFile
from plugins.newsroom.press import Press
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.setup import setup_problems, stop_at_problems
from plugins.newsroom.urls import asset_url, output_path
from plugins.press.ledger import Ledger, PathTakenError
from plugins.press.patterns import patterns_page
from plugins.press.render import Renderer
from plugins.press.settings import PressSettings
from plugins.press.writer import OutputWriter

_LEDGER = "PRESS_LEDGER"
"""Setting that the ledger travels under, from the writer to the end of the run."""


class PressWriter(OutputWriter, Writer):  # type: ignore[misc]  # Pelican has no types
    """Our writer under the face that Pelican's generators expect."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        Writer.__init__(self, output_path, settings)
        settings[_LEDGER] = Ledger()
        OutputWriter.__init__(self, Path(output_path), Renderer(Path(settings["THEME"])), settings[_LEDGER])

    def write_bytes(self, path: str, body: bytes, source: str = "") -> None:
        """Write as the core does; where two want the same path, end the run with one line instead of a traceback."""
        try:
            super().write_bytes(path, body, source)
        except PathTakenError as error:
            raise SystemExit(str(error)) from None


class ThemeGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes what the theme brings: its icons, and the pattern page where the settings want it."""

    def generate_output(self, writer: Press) -> None:
        theme = Path(self.settings["THEME"])
        for source in sorted(path for path in (theme / "static").iterdir() if path.is_file()):
            writer.copy(PictureFile(source=str(source), path=output_path(asset_url(source.name))))
        if read_settings(PressSettings, self.settings, "PRESS").patterns:
            writer.write_page(patterns_page(theme, self.context["pages"][0]))


def check_settings(pelican: Pelican) -> None:
    problems = pelican.settings.setdefault("PROBLEMS", [])
    problems.extend(settings_problems(PressSettings, pelican.settings, "PRESS"))
    problems.extend(setup_problems(pelican.settings, DEFAULT_CONFIG))  # as pages does, which may be what is missing


def offer_generator(pelican: Pelican) -> type[Generator]:
    stop_at_problems(pelican.settings)
    return ThemeGenerator


def offer_writer(pelican: Pelican) -> type[Writer]:
    return PressWriter


def write_ledger(pelican: Pelican) -> None:
    output = Path(pelican.output_path)
    text = pelican.settings[_LEDGER].to_json()
    output.with_name(output.name + ".ledger.json").write_text(text, encoding="utf-8")


def register() -> None:
    """Connect the press to Pelican."""
    signals.initialized.connect(check_settings)
    signals.get_generators.connect(offer_generator)
    signals.get_writer.connect(offer_writer)
    signals.finalized.connect(write_ledger)
