import os
from pathlib import Path

import pytest

from plugins.publish.production_build import run_build


@pytest.fixture
def lock() -> int:
    return os.open(os.devnull, os.O_RDONLY)


@pytest.fixture(autouse=True)
def empty_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)


def settings(text: str) -> Path:
    file = Path("publishconf.py")
    file.write_text(f'{text}\nSITEURL = "https://example.com"\n')
    return file


def test_a_good_build_ends_with_0_and_writes_the_output(lock: int) -> None:
    assert run_build(settings(""), Path("output"), lock) == 0
    assert Path("output/index.html").is_file()


def test_the_exit_status_of_a_failed_build_is_passed_on(lock: int) -> None:
    assert run_build(settings("raise SystemExit(7)"), Path("output"), lock) == 7


def test_a_build_ended_by_a_signal_counts_as_a_shell_counts_it(lock: int) -> None:
    assert run_build(settings("import os; os.kill(os.getpid(), 9)"), Path("output"), lock) == 128 + 9


def test_a_plugin_that_cannot_be_loaded_fails_the_build(lock: int) -> None:
    assert run_build(settings('PLUGINS = ["no_such_plugin"]'), Path("output"), lock) != 0
