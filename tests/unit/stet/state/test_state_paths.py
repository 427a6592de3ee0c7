"""Files and folders of the output that take one another's place from one build to the next."""

from pathlib import Path

import pytest

from tests.tools.small_build import build_texts, recorded


def contents(output: Path) -> dict[str, str]:
    files = (path for path in sorted(output.rglob("*")) if path.is_file())
    return {path.relative_to(output).as_posix(): path.read_text() for path in files}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"a": "file"}, {"a/index.html": "folder"}),
        ({"a/index.html": "folder"}, {"a": "file"}),
        ({"a/b": "file", "c": "stays"}, {"a/b/c/d": "deep", "c": "stays"}),
    ],
)
def test_a_file_and_a_folder_change_places(tmp_path: Path, before: dict[str, str], after: dict[str, str]) -> None:
    output = tmp_path / "output"
    build_texts(output, before)

    report = build_texts(output, after)

    assert contents(output) == after
    assert set(recorded(output) or {}) == set(after)
    assert report.removed == sorted(before.keys() - after.keys())
    assert list(build_texts(output, after).written) == []


def test_a_file_of_somebody_else_makes_way_for_a_folder(tmp_path: Path) -> None:
    output = tmp_path / "output"
    build_texts(output, {"index.html": "home"})
    (output / "a").write_text("stray")

    build_texts(output, {"index.html": "home", "a/index.html": "page"})

    assert contents(output) == {"index.html": "home", "a/index.html": "page"}


def test_a_link_in_the_place_of_a_folder_is_removed_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    output, elsewhere = tmp_path / "output", tmp_path / "elsewhere"
    build_texts(output, {"index.html": "home", "a/index.html": "page", "a/old.html": "old"})
    (output / "a").rename(elsewhere)
    (output / "a").symlink_to(elsewhere)

    build_texts(output, {"index.html": "home", "a/index.html": "page"})

    assert contents(output) == {"index.html": "home", "a/index.html": "page"}
    assert not (output / "a").is_symlink()
    assert contents(elsewhere) == {"index.html": "page", "old.html": "old"}


def test_a_file_that_goes_is_told_once_and_its_empty_folder_not_at_all(tmp_path: Path) -> None:
    output = tmp_path / "output"
    build_texts(output, {"index.html": "home", "a/one.html": "1", "b/two.html": "2", "b/three.html": "3"})

    report = build_texts(output, {"index.html": "home", "b/three.html": "3"})

    assert report.removed == ["a/one.html", "b/two.html"]
    assert not (output / "a").exists()
