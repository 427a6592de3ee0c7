"""A small real publication in a folder of its own, published by real processes."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.publish.servers import (  # noqa: F401 - fixtures
    azurite,
    azurite_endpoint,
    rclone_s3,
    s3,
    s3_endpoint,
)
from tests.tools.commands import Commands

PELICANCONF = """
SITENAME = "Small"
SITEURL = "https://small.example"
TIMEZONE = "UTC"
PATH = "content"
PLUGINS = []
DEFAULT_PAGINATION = False
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = TRANSLATION_FEED_ATOM = None
DELETE_OUTPUT_DIRECTORY = True
"""


def _hear_ctrl_c() -> None:
    """Let a command be ended by Ctrl-C, which one that runs in the background of a shell does not hear."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@dataclass(frozen=True, slots=True)
class SmallSite:
    """A publication that Pelican builds in a moment, and what is published of it."""

    root: Path
    commands: Commands

    @property
    def current(self) -> Path:
        return self.root / "published" / "current"

    def write(self, slug: str, text: str) -> None:
        (self.root / "content" / f"{slug}.md").write_text(f"Title: {slug}\nDate: 2024-01-01\n\n{text}\n")

    def start(self, *arguments: str, **environment: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", "plugins.publish", *arguments],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=_hear_ctrl_c,
        )

    def publish(self, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        command = ["-m", "plugins.publish", *arguments]
        return self.commands.run(command, self.root, **{"PYTHONPATH": str(ROOT), **environment})


@pytest.fixture
def site(tmp_path: Path, commands: Commands) -> SmallSite:
    (tmp_path / "content").mkdir()
    (tmp_path / "pelicanconf.py").write_text(PELICANCONF)
    (tmp_path / "publishconf.py").write_text("from pelicanconf import *\n")
    small = SmallSite(tmp_path, commands)
    for number in range(6):
        small.write(f"article-{number}", "Words.")
    return small


@pytest.fixture
def contents() -> Callable[[Path], dict[str, bytes]]:
    """Returns every file below a folder, by its path."""

    def read(folder: Path) -> dict[str, bytes]:
        files = (path for path in sorted(folder.resolve().rglob("*")) if path.is_file())
        return {path.relative_to(folder.resolve()).as_posix(): path.read_bytes() for path in files}

    return read
