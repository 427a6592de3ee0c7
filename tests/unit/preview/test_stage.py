import threading
from pathlib import Path

from plugins.preview.stage import Scene, Stage


def test_a_good_build_replaces_the_problems() -> None:
    stage = Stage(Scene())
    stage.fail(["one"])
    stage.show(Path("a"))

    assert (stage.scene.folder, stage.scene.problems) == (Path("a"), ())


def test_a_failed_build_keeps_the_last_good_one() -> None:
    stage = Stage(Scene())
    stage.show(Path("a"))
    stage.fail(["one"])

    assert (stage.scene.folder, stage.scene.problems) == (Path("a"), ("one",))


def test_every_change_has_a_version_of_its_own() -> None:
    stage, restarted = Stage(Scene()), Stage(Scene())
    versions = []
    for each in (stage, stage, restarted):
        each.fail(["the same"])
        versions.append(each.scene.version)

    assert len(set(versions)) == 3


def test_waiting_ends_with_the_next_change() -> None:
    stage = Stage(Scene(version="before"))
    timer = threading.Timer(0.05, stage.show, [Path("a")])
    timer.start()

    assert stage.wait("before", seconds=10).folder == Path("a")


def test_waiting_ends_at_once_when_the_change_is_past() -> None:
    assert Stage(Scene(version="now")).wait("before", seconds=10).version == "now"


def test_progress_is_told_without_another_version_and_ends_with_the_next_scene() -> None:
    stage = Stage(Scene(folder=Path("a"), version="now"))
    stage.tell("Making pages 1 of 2, 3 s")
    told = stage.wait("now", seconds=10)
    stage.fail(["wrong"])

    assert (told.version, told.progress) == ("now", "Making pages 1 of 2, 3 s")
    assert stage.scene.progress == ""


def test_waiting_ends_by_itself() -> None:
    assert Stage(Scene(version="now")).wait("now", seconds=0.01).version == "now"
