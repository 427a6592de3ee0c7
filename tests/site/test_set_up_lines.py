"""The first command in a fresh checkout: what it prints for programs is not mixed with what set-up says."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.conftest import ROOT

PYTHON = """#!/bin/sh
case "$*" in
  "-m venv "*) mkdir -p .venv/bin; cp "$0" .venv/bin/python ;;
  "-m pip "*) echo "a line of pip" ;;
  "-m plugins.publish headers"*) echo "the headers" ;;
esac
"""
"""A Python that makes environments, installs, and prints headers, all in a moment."""


def test_set_up_speaks_on_standard_error(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "plugins").mkdir()
    (tmp_path / "requirements.txt").write_text("")
    python = tmp_path / "python3"
    python.write_text(PYTHON)
    python.chmod(0o755)

    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    done = subprocess.run(
        ["make", "headers", f"PYTHON={python}"],
        cwd=tmp_path,
        env=environment,  # without what a `make` around the tests says of itself
        check=True,
        capture_output=True,
        text=True,
    )

    assert done.stdout == "the headers\n"
    assert done.stderr == "Making .venv …\nInstalling what requirements.txt lists …\na line of pip\n"
