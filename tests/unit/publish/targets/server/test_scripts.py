"""The scripts in a shell of this machine; `tests/publish/test_server.py` runs them over SSH."""

import subprocess
from pathlib import Path

import pytest

from plugins.publish.site.picture_families import family_of
from plugins.publish.targets.server import scripts

FIRST, SECOND = "20260101T000000Z-aaaaaaaaaaaa", "20260102T000000Z-bbbbbbbbbbbb"
ODD = ["-rf/x", "a b/'q' \"d\" $HOME", "many/" + "deep/" * 20 + "x"]


def run(script: str, folder: Path) -> str:
    done = subprocess.run(["sh", "-eu"], input=script, cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A target with one release."""
    for path in [*ODD, "kept/index.html"]:
        place = tmp_path / "releases" / FIRST / path
        place.parent.mkdir(parents=True)
        place.touch()
    (tmp_path / "manifests").mkdir()
    (tmp_path / "manifests" / f"{FIRST}.json").write_text('{\n"a.html": {"sha256": "1"},\n"b": {"sha256": "2"}\n}\n')
    (tmp_path / "current").symlink_to(f"releases/{FIRST}")
    return tmp_path


def test_a_release_begins_without_what_is_gone_and_without_empty_folders(root: Path) -> None:
    run(scripts.begin_release(SECOND, FIRST, ODD), root)
    site = root / "releases" / f".partial-{SECOND}" / "site"

    assert [path.relative_to(site).as_posix() for path in sorted(site.rglob("*"))] == ["kept", "kept/index.html"]
    assert (site / "kept/index.html").samefile(root / "current/kept/index.html")


def test_more_files_than_a_command_takes_are_removed_in_turn(root: Path) -> None:
    many = [f"kept/{number:04}" for number in range(450)]
    for path in many:
        (root / "releases" / FIRST / path).touch()
    run(scripts.begin_release(SECOND, FIRST, many), root)

    assert [path.name for path in (root / "releases" / f".partial-{SECOND}/site/kept").iterdir()] == ["index.html"]


def test_what_an_interrupted_run_left_is_cleared_and_the_rest_is_told(root: Path) -> None:
    run(scripts.begin_release(SECOND, FIRST, []), root)
    (root / "manifests" / f"{SECOND}.json").touch()
    (root / ".current-next").symlink_to("nowhere")
    (root / ".unpurged").write_text("a b.html\nc.html")

    assert run(scripts.clear_leftovers(), root) == f"releases/{FIRST}\n{FIRST}\n\na b.html\nc.html"
    assert [path.name for path in (root / "releases").iterdir()] == [FIRST]
    assert [path.name for path in (root / "manifests").iterdir()] == [f"{FIRST}.json"]


def test_files_and_pages_are_counted_by_the_manifest(root: Path) -> None:
    assert run(scripts.counts([FIRST]), root) == "2 1\n"


def test_files_that_were_made_of_what_is_taken_down_are_found_in_releases(root: Path) -> None:
    held = ["files/0a1b2c333333/Rates [1] 'all' $5.csv", "pictures/stall [1]-480-0a1b2c333333.avif", "kept/index.html"]
    others = ["files/ffffff333333/Rates [1] 'all' $5.csv", "pictures/stall [1]-480-ffffff333333.avif"]
    for path in [*held, *others]:
        place = root / "releases" / FIRST / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    families = [family for path in held if (family := family_of(path))]

    found = run(scripts.holding(["kept/index.html"], families), root).splitlines()

    assert sorted(found) == sorted(f"releases/{FIRST}/{path}" for path in held)
