"""The Pelican edge of the press: Pelican's writer, the theme's fixed files, and the ledger beside the output."""

from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.writers import Writer

from plugins.newsroom.pictures import PictureFile
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.press.ledger import Ledger
from plugins.press.render import Renderer
from plugins.press.settings import PressSettings
from plugins.press.writer import OutputWriter

LEDGER = "PRESS_LEDGER"


class PressWriter(OutputWriter, Writer):  # type: ignore[misc]  # Pelican has no types
    """Our writer under the face that Pelican's generators expect."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        Writer.__init__(self, output_path, settings)
        settings[LEDGER] = Ledger()
        OutputWriter.__init__(self, Path(output_path), Renderer(Path(settings["THEME"])), settings[LEDGER])
        self._copy_assets(Path(settings["THEME"]) / "static", read_settings(PressSettings, settings, "PRESS").assets)

    def _copy_assets(self, static: Path, folder: str) -> None:
        for source in sorted(path for path in static.iterdir() if path.is_file()):
            self.copy(PictureFile(source=str(source), path=f"{folder}/{source.name}"))


def check_settings(pelican: Pelican) -> None:
    problems = pelican.settings.setdefault("PROBLEMS", [])
    problems.extend(settings_problems(PressSettings, pelican.settings, "PRESS"))


def offer_writer(pelican: Pelican) -> type[Writer]:
    return PressWriter


def write_ledger(pelican: Pelican) -> None:
    output = Path(pelican.output_path)
    output.with_name(output.name + ".ledger.json").write_text(pelican.settings[LEDGER].to_json(), encoding="utf-8")


def register() -> None:
    """Connect the press to Pelican."""
    signals.initialized.connect(check_settings)
    signals.get_writer.connect(offer_writer)
    signals.finalized.connect(write_ledger)
