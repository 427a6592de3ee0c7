"""A move that is stopped at any step leaves the content as it was, or for the next run to finish."""

import os
import shutil
from pathlib import Path

import pytest

from plugins.desk.files.strays import UNFINISHED_MOVE
from plugins.desk.moving.make_move import finish_move, make_move
from plugins.desk.moving.moved_thing import MoveError
from plugins.desk.moving.plan_move import MovePlan
from tests.unit.desk.conftest import write

BEFORE = {"a/old/index.md": "old", "a/old/p.webp": "picture", "a/other.md": "names old"}
AFTER = {"a/new/index.md": "new", "a/new/p.webp": "picture", "a/other.md": "names new", "tags/x.md": "tag"}
PLAN = MovePlan(
    rename=("a/old", "a/new"),
    files={"a/new/index.md": b"new", "a/other.md": b"names new", "tags/x.md": b"tag"},
    lines=(),
)
STEPS = 18


class StoppedError(BaseException):
    """The end of a run at a step."""


def files(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text() for path in root.rglob("*") if path.is_file()}


def test_a_move_is_carried_out(tmp_path: Path) -> None:
    root = write(tmp_path, BEFORE)

    make_move(root, PLAN)

    assert files(root) == AFTER


def test_a_run_that_is_stopped_at_any_step_leaves_all_or_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = set()
    for stop_at in range(1, STEPS):
        root = write(tmp_path / str(stop_at), BEFORE)
        with monkeypatch.context() as patched, pytest.raises(StoppedError):
            _stop_at(stop_at, patched)
            make_move(root, PLAN)
            raise StoppedError

        was_begun = finish_move(root)

        carry_out_again = {name: text for name, text in files(root).items() if not name.startswith(".")}
        assert carry_out_again == (AFTER if was_begun or not (root / "a/old").exists() else BEFORE)
        seen.add(was_begun)
    assert seen == {True, False}


def _stop_at(step: int, patched: pytest.MonkeyPatch) -> None:
    """End the run at its `step`th change of the disk."""
    left = iter(range(step - 1))

    def counted(change: object) -> object:
        def changed(*given: object, **named: object) -> object:
            if next(left, None) is None:
                raise StoppedError
            return change(*given, **named)  # type: ignore[operator]  # a function of the standard library

        return changed

    for owner, name in (
        (Path, "mkdir"),
        (Path, "write_bytes"),
        (Path, "write_text"),
        (Path, "rename"),
        (Path, "replace"),
    ):
        patched.setattr(owner, name, counted(getattr(owner, name)))
    patched.setattr(shutil, "copymode", counted(shutil.copymode))


def test_what_was_prepared_only_is_made_anew(tmp_path: Path) -> None:
    root = write(tmp_path, {**BEFORE, f"{UNFINISHED_MOVE}.part/0": "half"})

    make_move(root, PLAN)

    assert files(root) == AFTER


def test_a_place_that_cannot_be_written_is_named_and_nothing_is_changed(tmp_path: Path) -> None:
    root = tmp_path / "not-there"

    with pytest.raises(MoveError, match=r"\.moving\.part cannot be written \(No such file or directory\); nothing"):
        make_move(root, PLAN)


@pytest.mark.parametrize("folder", ["a", "a/old", "."])
def test_a_folder_that_may_not_be_written_is_named_before_anything_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    root = write(tmp_path, BEFORE)
    closed = (root / folder).resolve()
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != closed)  # root may write everywhere

    with pytest.raises(MoveError, match=r"cannot be written \(Permission denied\); nothing has been changed") as error:
        make_move(root, PLAN)

    assert str(error.value).startswith(f"{closed} ")
    assert files(root) == BEFORE


def test_there_is_nothing_to_finish_where_nothing_was_begun(tmp_path: Path) -> None:
    assert finish_move(tmp_path) is False


def test_an_edited_file_keeps_its_mode_and_a_link_stays_one(tmp_path: Path) -> None:
    root = write(tmp_path / "content", BEFORE)
    shared = tmp_path / "shared.md"
    shared.write_text("names old")
    shared.chmod(0o640)
    (root / "a/other.md").unlink()
    (root / "a/other.md").symlink_to(shared)

    make_move(root, PLAN)

    assert (root / "a/other.md").is_symlink()
    assert (shared.read_text(), shared.stat().st_mode & 0o777) == ("names new", 0o640)
