"""Builds the preview beside the one that is shown, and swaps them when it is good."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

from plugins.preview.stage import Stage

PROBLEM = re.compile(r"[^\s:][^:]*:\d+:\d+: .+; .+")
"""A line as `newsroom.problems` writes it."""

LINES_SHOWN = 40
"""Of a build that failed without such a line (a mistake in the code): enough for a traceback's end."""


class Builder:
    """Builds by turns into two folders, so that the browser never meets half a build."""

    def __init__(self, stage: Stage, folder: Path) -> None:
        self._stage = stage
        self._folders = cycle([folder / "a", folder / "b"])
        self._next = next(self._folders)

    def build(self) -> str:
        """Build once, show what came of it on the stage, and return it in words for the terminal."""
        shutil.rmtree(self._next, ignore_errors=True)
        status, said = run_pelican(self._next)
        if status:
            problems = problem_lines(said)
            self._stage.fail(problems)
            kept = ["The last good build stays on show."] if self._stage.scene.folder else []
            return "\n".join([*problems, *kept])
        self._stage.show(self._next)
        self._next = next(self._folders)
        return "\n".join(_lines(said))


def run_pelican(output: Path) -> tuple[int, str]:
    """Build the site with drafts into `output`; return the exit status and what the build said."""
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal=errors"]
    wide = {**os.environ, "COLUMNS": "1000"}  # or Pelican's log breaks the lines that are looked for
    done = subprocess.run(
        [*command, "-o", output], check=False, env=wide, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return done.returncode, done.stdout


def problem_lines(said: str) -> Sequence[str]:
    """Return the problems in what a failed build said, or the end of it where it named none."""
    lines = _lines(said)
    problems = [line.strip() for line in lines if PROBLEM.fullmatch(line.strip())]
    return problems or lines[-LINES_SHOWN:] or ["The build failed and said nothing."]


def _lines(said: str) -> list[str]:
    """Return the lines that say something, without the gaps by which the log puts its sources at the far right."""
    return [re.sub(r"(?<=\S) {4,}", "  ", line.rstrip()) for line in said.splitlines() if line.strip()]
