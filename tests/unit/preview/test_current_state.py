import threading
from pathlib import Path

from plugins.preview.current_state import CurrentState, PreviewState


def test_a_good_build_replaces_the_problems() -> None:
    current = CurrentState(PreviewState())
    current.show_problems(["one"])
    current.show_build(Path("a"))

    assert (current.state.folder, current.state.problems) == (Path("a"), ())


def test_a_failed_build_keeps_the_last_good_one() -> None:
    current = CurrentState(PreviewState())
    current.show_build(Path("a"))
    current.show_problems(["one"])

    assert (current.state.folder, current.state.problems) == (Path("a"), ("one",))


def test_every_change_has_a_version_of_its_own() -> None:
    current, restarted = CurrentState(PreviewState()), CurrentState(PreviewState())
    versions = []
    for each in (current, current, restarted):
        each.show_problems(["the same"])
        versions.append(each.state.version)

    assert len(set(versions)) == 3


def test_waiting_ends_with_the_next_change() -> None:
    current = CurrentState(PreviewState(version="before"))
    timer = threading.Timer(0.05, current.show_build, [Path("a")])
    timer.start()

    assert current.wait("before", seconds=10).folder == Path("a")


def test_waiting_ends_at_once_when_the_change_is_past() -> None:
    assert CurrentState(PreviewState(version="now")).wait("before", seconds=10).version == "now"


def test_progress_is_told_without_another_version_and_ends_with_the_next_state() -> None:
    current = CurrentState(PreviewState(folder=Path("a"), version="now"))
    current.show_progress("Making pages 1 of 2, 3 s")
    told = current.wait("now", seconds=10)
    current.show_problems(["wrong"])

    assert (told.version, told.progress) == ("now", "Making pages 1 of 2, 3 s")
    assert current.state.progress == ""


def test_waiting_ends_by_itself() -> None:
    assert CurrentState(PreviewState(version="now")).wait("now", seconds=0.01).version == "now"
