from contextlib import suppress
from pathlib import Path

import pytest

from plugins.start import begin
from plugins.start.begin import carry_out, is_begun, is_started, refuse, write_aside
from plugins.start.git import Git
from plugins.start.stopped_error import StoppedError
from tests.unit.start.conftest import commit, write

pytestmark = pytest.mark.slow

NEW = {"pelicanconf.py": "NEW = 1\n", "README.md": "Own.\n", "content/pages/about.md": "About us.\n"}


def ignore(said: str) -> None:
    """Tell nobody."""


def start(root: Path) -> None:
    refuse(root, force=False)
    write_aside(root, NEW)
    carry_out(root, ignore)


def files(root: Path) -> dict[str, str]:
    """Return all files that stand in the folder, but git's; links by where they lead."""
    found = (path for path in sorted(root.rglob("*")) if ".git" not in path.parts)
    return {
        path.relative_to(root).as_posix(): f"→ {path.readlink()}" if path.is_symlink() else path.read_text()
        for path in found
        if path.is_symlink() or path.is_file()
    }


def test_the_demonstration_moves_away_and_the_new_stands_in_its_place(kit: Path) -> None:
    demonstration = {path: text for path, text in files(kit).items() if path.startswith(("content/", "p"))}

    start(kit)

    after = files(kit)
    moved = "tests/demonstration"
    assert {path: after[path] for path in NEW} == NEW
    assert "content/articles/sample.md" not in after
    assert after[f"{moved}/content/articles/sample.md"] == demonstration["content/articles/sample.md"]
    assert after[f"{moved}/pelicanconf.py"] == demonstration["pelicanconf.py"]
    assert (after[f"{moved}/plugins"], after[f"{moved}/theme"]) == ("→ ../../plugins", "→ ../../theme")
    assert (kit / moved / "theme/card.html").is_file()
    assert Git(kit).says("log", "-1", "--format=%s") == "Start"
    assert Git(kit).changes() == []


def test_the_remote_is_called_kit_and_nothing_is_pushed_there_by_habit(kit: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    Git(kit).says("clone", "--quiet", ".", str(clone))

    start(clone)

    git = Git(clone)
    assert git.says("remote") == "kit"
    assert not git.tells("rev-parse", "--abbrev-ref", "@{upstream}")


def test_it_works_without_git_too(kit: Path, tmp_path: Path) -> None:
    unpacked = tmp_path / "unpacked"
    Git(kit).says("checkout-index", "--all", f"--prefix={unpacked}/")

    start(unpacked)

    assert (is_started(unpacked), is_begun(unpacked)) == (True, False)


STEPS = ("rename", "replace", "symlink_to", "unlink")


@pytest.mark.parametrize("stopped_at", range(1, 12))
def test_a_start_that_was_killed_goes_on_where_it_stood(
    kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped_at: int
) -> None:
    whole = tmp_path / "whole"
    Git(kit).says("clone", "--quiet", ".", str(whole))
    start(whole)
    steps = 0

    with monkeypatch.context() as patched:
        for name in STEPS:
            real = getattr(Path, name)

            def step(self: Path, *given: object, real: object = real, **named: object) -> object:
                nonlocal steps
                steps += 1
                if steps == stopped_at:
                    raise KeyboardInterrupt
                return real(self, *given, **named)  # type: ignore[operator]

            patched.setattr(Path, name, step)
        with suppress(KeyboardInterrupt):
            start(kit)
    if is_begun(kit):
        carry_out(kit, ignore)
    elif not is_started(kit):
        start(kit)

    assert files(kit) == files(whole)
    assert Git(kit).changes() == []


def test_one_that_was_killed_before_the_commit_commits(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(begin, "_commit", lambda root, tell: None)
        start(kit)

    assert is_begun(kit)
    carry_out(kit, ignore)
    assert (is_begun(kit), Git(kit).says("log", "-1", "--format=%s")) == (False, "Start")


def refused(root: Path) -> str:
    before = files(root)
    with pytest.raises(StoppedError) as stopped:
        start(root)
    assert files(root) == before
    return str(stopped.value)


def test_nothing_is_started_twice(kit: Path) -> None:
    start(kit)

    assert refused(kit).startswith("This publication was started before, and nothing was changed.")


def test_changes_without_a_commit_are_not_put_at_risk(kit: Path) -> None:
    write(kit, {"plugins/one.py": "changed\n", "notes.txt": "new\n"})

    assert refused(kit).startswith("There are changes that no commit has: plugins/one.py, notes.txt. Commit them")


def test_work_in_the_demonstration_is_not_moved_away_unasked(kit: Path) -> None:
    commit(kit, {"content/articles/own.md": "Mine.\n"})

    assert "FORCE=1" in refused(kit)

    refuse(kit, force=True)
    write_aside(kit, NEW)
    carry_out(kit, ignore)
    assert (kit / "tests/demonstration/content/articles/own.md").read_text() == "Mine.\n"


@pytest.mark.parametrize(("address", "stays"), [("https://kit.example", False), ("https://kabar.example", True)])
def test_a_published_demonstration_does_not_stand_in_the_way(kit: Path, address: str, stays: bool) -> None:
    write(
        kit, {"published/current/index.html": f'<link rel="canonical" href="{address}/">', "published/releases/1/a": ""}
    )

    start(kit)

    assert (kit / "published").exists() == stays
