"""The publisher's own files over the kit's theme, each test with those that it writes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.press.environment import ThemeEnvironment
from plugins.press.theme_files import Overrides
from tests.conftest import ROOT

THEME = ROOT / "theme"
OWN = Path("own")

OwnFiles = Callable[..., Overrides]
Check = Callable[[], list[str]]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OwnFiles:
    """Writes files into the folder of templates, by name, and returns the overrides."""
    monkeypatch.chdir(tmp_path)

    def write(files: dict[str, str]) -> Overrides:
        for name, text in files.items():
            (OWN / name).parent.mkdir(parents=True, exist_ok=True)
            (OWN / name).write_text(text, encoding="utf-8")
        return Overrides((OWN,))

    return write


def environment_of(overrides: Overrides) -> ThemeEnvironment:
    return ThemeEnvironment(THEME, overrides=overrides)
