"""A small publication in a repository, and machines that begin with nothing but it and what the recipes keep."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.publish.ci.github_runner import Forge, base_environment
from tests.site.conftest import SmallSite, compiled_theme, write_small_site  # noqa: F401 - a fixture
from tests.tools.commands import Commands

RECIPES = ROOT / "docs" / "ci"
BASE_PYTHON = str(Path(sys.base_prefix) / "bin" / "python3")
"""Python without the kit's libraries, as it is on a machine where no command of the kit has run."""

BEFORE, AFTER = "1795417200", "1795428000"
"""2026-11-23 07:00 UTC, and three hours later: before and after the end of the embargo."""


def read_recipe(name: str, **changes: str) -> dict[Any, Any]:
    """Return a recipe, with its text changed as people change it."""
    text = (RECIPES / name).read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    found: dict[Any, Any] = yaml.safe_load(text)
    return found


@pytest.fixture
def site(tmp_path: Path, commands: Commands, compiled_theme: Path) -> SmallSite:  # noqa: F811
    """The repository: a small publication of the kit, with an article whose embargo ends."""
    root = tmp_path / "repository"
    root.mkdir()
    for name in ("Makefile", "requirements.txt"):
        (root / name).symlink_to(ROOT / name)
    shutil.copytree(compiled_theme, root / "output.stet/theme")  # saves every build a second
    site = write_small_site(root, commands)
    site.article("held", "embargo: 2026-11-23 17:00")
    (root / "publishconf.py").unlink()
    settings = 'from pelicanconf import *\nDESK = {**DESK, "show_drafts": False}\nPRESS = {"patterns": False}\n'
    (root / "publishconf.py").write_text(f'{settings}PUBLISH = {{"verify": False, "lease": 2}}\n')
    return site


@pytest.fixture
def forge(tmp_path: Path, site: SmallSite) -> Forge:
    forge = Forge(root=tmp_path, environment=base_environment(tmp_path, BASE_PYTHON, SOURCE_DATE_EPOCH=BEFORE))
    lock = ROOT / "requirements.txt"
    key = f"venv-ubuntu-24.04-{hashlib.sha256(lock.read_bytes()).hexdigest()}"
    make_venv(forge.entry(key), lock)
    forge.keys.append(key)
    return forge


def make_venv(folder: Path, lock: Path) -> None:
    """Make an environment as `make` leaves one, of links to the present one, so that nothing is installed."""
    folder.mkdir(parents=True)
    for name in ("bin", "lib", "pyvenv.cfg"):
        (folder / name).symlink_to(Path(sys.prefix) / name)
    with lock.open("rb") as content:
        sums = subprocess.run(["cksum"], stdin=content, capture_output=True, text=True, check=True).stdout.split()
    for name in ("made", "ready-publish-" + "-".join(sums)):
        (folder / name).touch()
