import os
import time
from pathlib import Path

import pytest

from plugins.stet.build_errors import BuildError
from plugins.stet.engine import Engine
from plugins.stet.outputs import Output, Wanted, wanted_of
from plugins.stet.state.other_files import OtherFiles
from plugins.stet.step import Step, say_nothing
from tests.tools.small_build import build_texts

PAGE = {"a/index.html": "A"}


def wanted(*outputs: Output) -> Wanted:
    return wanted_of([Step("Planning", None, lambda tell: outputs)], say_nothing)


def others(root: Path, *writers: str) -> OtherFiles:
    return OtherFiles(root, root.with_name("aside"), writers)


def write(root: Path, *paths: str) -> int:
    """Write files, and return a time of the file system before that."""
    root.mkdir(exist_ok=True)
    (root / ".clock").touch()
    before = (root / ".clock").stat().st_ctime_ns
    time.sleep(0.02)  # more than the file system's tick
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path)
    return before


def test_without_others_all_foreign_files_are_leftovers(tmp_path: Path) -> None:
    since = write(tmp_path / "out", "x.txt")

    assert others(tmp_path / "out").split(["x.txt"], since) == (["x.txt"], [])


def test_files_of_this_run_are_told_from_those_that_lay_there_also_within_a_folder(tmp_path: Path) -> None:
    root = tmp_path / "out"
    write(root, "old.txt", "folder/old.txt")
    (root / "empty").mkdir()
    since = write(root, "folder/new.txt")

    found = others(root, "map").split(["empty", "folder", "old.txt"], since)

    assert found == (["empty", "folder/old.txt", "old.txt"], ["folder/new.txt"])


@pytest.mark.parametrize(
    ("path", "theirs", "said"),
    [
        ("a.html", "a.html", "a.html: the page 'a' is to be written there, and map has written a.html"),
        ("a/b.html", "a", "a/b.html: the page 'a' is to be written there, and map has written a"),
        ("a", "a/b.html", "a: the page 'a' is to be written there, and map has written a"),
    ],
)
def test_a_file_in_the_way_of_an_output_is_refused(tmp_path: Path, path: str, theirs: str, said: str) -> None:
    since = write(tmp_path / "out", theirs)

    with pytest.raises(BuildError, match=f"^{said}; give one of them another path$"):
        others(tmp_path / "out", "map").refuse_collisions([theirs], wanted(Output(path, "page", ("a",))), (), (), since)


def test_an_output_that_nobody_else_has_touched_is_not_refused(tmp_path: Path) -> None:
    root = tmp_path / "out"
    write(root, "a.html")
    since = write(root, "b.txt")
    outputs = wanted(Output("a.html", "page", ()), Output("new.html", "page", ()))

    others(root, "map").refuse_collisions(["b.txt"], outputs, {"a.html"}, {"a.html"}, since)


def test_leftovers_go_aside_for_the_run_and_come_back_where_it_built_nothing(tmp_path: Path) -> None:
    output = tmp_path / "output"
    build_texts(output, PAGE)
    write(output, "map.txt", "search/index.json", "a/extra.txt")
    engine = Engine(output, b"tests", writers=["map"])

    engine.set_leftovers_aside()
    during = {path.name for path in output.rglob("*") if path.is_file()}
    (output / "map.txt").write_text("new")
    engine.close()

    assert during == {"index.html"}
    assert {path.name for path in output.rglob("*.*") if path.is_file()} >= {"map.txt", "index.json", "extra.txt"}
    assert (output / "map.txt").read_text() == "new"
    assert not os.path.lexists(tmp_path / "output.stet" / "aside")


def test_leftovers_of_a_run_that_was_killed_come_back_first(tmp_path: Path) -> None:
    output = tmp_path / "output"
    build_texts(output, PAGE)
    write(output, "map.txt")
    engine = Engine(output, b"tests", writers=["map"])
    engine.set_leftovers_aside()
    engine.database.close()
    engine.lock.release()  # as a kill does, without all that `close` does

    Engine(output, b"tests", writers=["map"]).close()

    assert (output / "map.txt").is_file()


def test_before_the_first_build_nothing_goes_aside(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write(output, "map.txt")
    engine = Engine(output, b"tests", writers=["map"])

    engine.set_leftovers_aside()

    assert (output / "map.txt").is_file()
    engine.close()


def test_files_that_were_overwritten_after_the_build_are_found(tmp_path: Path) -> None:
    output = tmp_path / "output"
    build_texts(output, PAGE | {"b.html": "B"})
    engine = Engine(output, b"tests")
    write(output, "b.html")
    (output / "a/index.html").write_text("A")

    assert engine.overwritten() == ["b.html"]
    engine.close()
