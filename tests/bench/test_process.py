"""What the harness counts: every process of a command, and none that it leaves running."""

import sys
from pathlib import Path

import pytest

from tests.bench import process

WORK = "import time\nwhile time.process_time() < 0.3: pass\n"
"""Ends once it has used so much CPU time, however busy the machine is."""


def run(tmp_path: Path, code: str, patience: float = 5) -> process.Usage:
    return process.run([sys.executable, "-c", code], tmp_path, tmp_path / "log", patience)


def test_the_work_of_a_child_counts(tmp_path: Path) -> None:
    used = run(tmp_path, f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {WORK!r}])")

    assert used.cpu > 0.3


def test_the_work_of_a_child_that_nobody_waits_for_counts(tmp_path: Path) -> None:
    used = run(tmp_path, f"import os, subprocess, sys\nsubprocess.Popen([sys.executable, '-c', {WORK!r}])\nos._exit(0)")

    assert used.cpu > 0.3


def test_memory_is_that_of_the_largest_process(tmp_path: Path) -> None:
    large = "x = b'x' * 200_000_000"

    small = run(tmp_path, "pass")
    used = run(tmp_path, f"import subprocess, sys\nfor _ in 'ab': subprocess.run([sys.executable, '-c', {large!r}])")

    assert small.peak < 50
    assert 200 < used.peak < 300


def test_a_process_that_stays_fails_the_run(tmp_path: Path) -> None:
    stays = "import time; time.sleep(60)"

    with pytest.raises(process.FailedError, match="left a process running"):
        run(tmp_path, f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', {stays!r}])", patience=0.1)


def test_a_command_that_fails_tells_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(process.FailedError, match=r"ended with 3\nno such thing"):
        run(tmp_path, "print('no such thing'); raise SystemExit(3)")
