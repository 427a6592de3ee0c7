"""Bytecode that set-up makes for runs that may not write any, and plugins edited after it."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

CHECKED_HASH = b"\x03\x00\x00\x00"
"""Flags of bytecode that holds a hash of its source, which Python compares (PEP 552)."""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the Makefile, a plugin of one line, and an environment that holds what the lock lists: nothing."""
    for path, text in {
        ".venv/bin/python": f'#!/bin/sh\nexec "{sys.executable}" -B "$@"\n',
        ".venv/made": "",
        "requirements.txt": "",
        "plugins/a.py": "print('first')\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    (tmp_path / ".venv/bin/python").chmod(0o755)
    shutil.copy(ROOT / "Makefile", tmp_path)
    checksum = subprocess.run(["cksum"], input="", capture_output=True, text=True, check=True).stdout
    (tmp_path / f".venv/ready-publish-{checksum.strip().replace(' ', '-')}").touch()
    subprocess.run(["make", "ready"], cwd=tmp_path, check=True)
    return tmp_path


def run_plugin(checkout: Path) -> str:
    """Import the plugin in a process that may not write bytecode, and return its words."""
    command = [sys.executable, "-B", "-c", "import plugins.a"]
    return subprocess.run(command, cwd=checkout, check=True, capture_output=True, text=True).stdout.strip()


def bytecode(checkout: Path) -> Path:
    return Path(importlib.util.cache_from_source(str(checkout / "plugins/a.py")))


def test_set_up_compiles_plugins_once(checkout: Path) -> None:
    made = bytecode(checkout).stat().st_mtime_ns
    subprocess.run(["make", "ready"], cwd=checkout, check=True)

    assert bytecode(checkout).read_bytes()[4:8] == CHECKED_HASH
    assert bytecode(checkout).stat().st_mtime_ns == made
    assert run_plugin(checkout) == "first"


def test_an_edited_plugin_is_seen_though_its_size_and_times_are_the_same(checkout: Path) -> None:
    source = checkout / "plugins/a.py"
    before = source.stat()
    source.write_text("print('other')\n")
    os.utime(source, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert run_plugin(checkout) == "other"
