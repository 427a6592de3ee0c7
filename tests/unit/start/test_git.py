from pathlib import Path

import pytest

from plugins.start.git import Git
from plugins.start.stopped_error import StoppedError
from tests.unit.start.conftest import commit


def test_a_folder_without_a_repository_has_none(tmp_path: Path) -> None:
    assert not Git(tmp_path).is_there


def test_an_archive_unpacked_inside_another_repository_has_none(kit: Path) -> None:
    (kit / "inner").mkdir()

    assert (Git(kit).is_there, Git(kit / "inner").is_there) == (True, False)


def test_without_git_there_is_no_repository(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert not Git(kit).is_there


def test_where_git_knows_nobody_somebody_stands_in(kit: Path) -> None:
    git = commit(kit, {"new.txt": "new"})

    assert git.says("log", "-1", "--format=%an <%ae>") == "Publication <publication@localhost>"


def test_who_git_knows_commits(kit: Path) -> None:
    for key, value in (("user.name", "Mei"), ("user.email", "mei@kit.example")):
        Git(kit).says("config", key, value)

    git = commit(kit, {"new.txt": "new"})

    assert git.says("log", "-1", "--format=%an <%ae>") == "Mei <mei@kit.example>"


def test_a_command_that_fails_says_so_in_gits_words(kit: Path) -> None:
    with pytest.raises(StoppedError, match=r"^git show failed: fatal: .*nowhere"):
        Git(kit).says("show", "nowhere")


def test_a_hook_of_another_repository_leads_nowhere(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")

    assert Git(kit).is_there
