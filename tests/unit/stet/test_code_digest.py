import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.stet.code_digest import code_digest, installed_packages
from tests.unit.stet.conftest import write

FILES = {"a.py": "one", "in/b.py": "two", "in/deep/c.py": "three", "in/data.txt": "words"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "code", FILES)


def rename(folder: Path) -> None:
    (folder / "a.py").rename(folder / "z.py")


def move_words_over(folder: Path) -> None:
    """Let the same characters stand in two files, cut elsewhere."""
    write(folder, {"in/b.py": "twot", "in/deep/c.py": "hree"})


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: write(folder, {"a.py": "eno"}),
        lambda folder: write(folder, {"in/deep/c.py": ""}),
        lambda folder: write(folder, {"in/new.py": ""}),
        lambda folder: (folder / "in/b.py").unlink(),
        rename,
        move_words_over,
    ],
)
def test_any_change_of_code_is_another_world(folder: Path, change: Callable[[Path], object]) -> None:
    before = code_digest([folder])

    change(folder)

    assert code_digest([folder]) != before


def test_what_is_no_code_belongs_to_no_world(folder: Path) -> None:
    before = code_digest([folder])

    write(folder, {"in/data.txt": "other", "__pycache__/a.cpython.py": "compiled", "in/__pycache__/b.py": ""})

    assert code_digest([folder]) == before


def test_a_link_to_nothing_and_a_folder_that_is_gone_are_no_code(folder: Path) -> None:
    before = code_digest([folder])
    (folder / ".#mine.py").symlink_to("somebody@here.1")  # as Emacs locks a file that is being edited

    assert code_digest([folder, folder / "gone"]) == before


def test_the_same_code_elsewhere_is_the_same_world(folder: Path, tmp_path: Path) -> None:
    assert code_digest([folder]) == code_digest([write(tmp_path / "elsewhere", FILES)])


def test_a_package_that_comes_in_is_another_world(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = write(tmp_path / "site-packages", {"known-1.0.dist-info/METADATA": ""})
    monkeypatch.setattr(sys, "path", [*sys.path, str(place)])
    before = code_digest([folder])

    (place / "known-1.0.dist-info").rename(place / "known-1.1.dist-info")

    assert "known-1.1.dist-info" in installed_packages()
    assert code_digest([folder]) != before


def test_the_packages_of_this_process_are_known() -> None:
    found = installed_packages()

    assert any(name.lower().startswith("pytest-") for name in found)
    assert found == sorted(found)
