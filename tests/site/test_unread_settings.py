"""Mistakes of Python's in the settings: every command that reads them names the line, and shows no traceback."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.tools.commands import Commands

COMMANDS = (
    "plugins.publish publish",
    "plugins.publish releases",
    "plugins.publish.due",
    "plugins.stet why",
    "plugins.related slug",
    "plugins.desk check",
    "plugins.brand check",
    "plugins.press check",
    "plugins.preview --port 0",
)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (
            "A = 1\nSHARE = SHAER\n",
            "pelicanconf.py:2:9: settings that Python cannot run: NameError: name 'SHAER' is not",
        ),
        ("A = 1\nSHARE = {\n", "pelicanconf.py:2:9: settings that Python cannot read: '{' was never closed"),
    ],
)
def test_a_mistake_of_python_s_is_told_with_its_line(
    tmp_path: Path, commands: Commands, command: str, settings: str, told: str
) -> None:
    (tmp_path / "pelicanconf.py").write_text(settings)
    (tmp_path / "publishconf.py").write_text("from pelicanconf import *\n")
    done = commands.run(["-m", *command.split()], tmp_path, PYTHONPATH=str(ROOT))

    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
