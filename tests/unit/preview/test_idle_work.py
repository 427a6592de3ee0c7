"""Work in the pauses between builds, by processes that write files."""

import time
from collections.abc import Iterator
from functools import partial
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from plugins.preview.idle_work import IdleWork
from plugins.stet.build_errors import BuildError

pytestmark = pytest.mark.slow

LONG = 60.0


@pytest.fixture
def preview() -> Iterator[tuple[Connection, Connection]]:
    """Both ends of the connection: that of the worker, and that of the preview."""
    here, there = Pipe()
    yield here, there
    here.close()
    there.close()


@pytest.fixture
def idle() -> Iterator[IdleWork]:
    idle = IdleWork()
    yield idle
    idle.close()


def note(file: Path, word: str) -> None:
    with file.open("a") as notes:
        notes.write(word)


def test_all_that_a_build_left_is_done_in_order_and_then_shown(
    idle: IdleWork, preview: tuple[Connection, Connection], tmp_path: Path
) -> None:
    notes = tmp_path / "notes"

    assert idle.go_on({word: partial(note, notes, word) for word in "abc"}, preview[0])
    assert notes.read_text() == "abc"


def test_new_pieces_are_done_first_and_shown_before_the_others(
    idle: IdleWork, preview: tuple[Connection, Connection], tmp_path: Path
) -> None:
    notes = tmp_path / "notes"
    old = {word: partial(note, notes, word) for word in "abc"}
    preview[1].send(None)
    idle.go_on(old, preview[0])  # goes no further than the first, which may or may not have been done by now
    preview[0].recv()

    assert idle.go_on({**old, "n": partial(note, notes, "n")}, preview[0])
    assert notes.read_text() in ("anabc", "anbc", "an", "na", "n")


def test_a_request_is_not_kept_waiting_by_a_long_piece(idle: IdleWork, preview: tuple[Connection, Connection]) -> None:
    preview[1].send(None)
    begun = time.monotonic()

    assert not idle.go_on({"long": partial(time.sleep, LONG)}, preview[0])
    assert time.monotonic() - begun < LONG / 2


def test_a_piece_that_was_begun_before_a_build_is_not_begun_again(
    idle: IdleWork, preview: tuple[Connection, Connection], tmp_path: Path
) -> None:
    notes = tmp_path / "notes"
    work = {"a": lambda: (time.sleep(0.2), note(notes, "a"))}
    preview[1].send(None)
    idle.go_on(work, preview[0])
    preview[0].recv()

    assert idle.go_on(work, preview[0])
    assert notes.read_text() == "a"


def test_work_that_fails_is_no_news_and_keeps_no_other_from_being_done(
    idle: IdleWork, preview: tuple[Connection, Connection], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    fails = partial(int, "x")

    assert not idle.go_on({"bad": fails}, preview[0])
    assert idle.go_on({"bad": fails, "good": partial(note, tmp_path / "notes", "g")}, preview[0])
    assert "ValueError" in capfd.readouterr().err


def test_a_refusal_of_the_system_is_told_in_a_line(
    idle: IdleWork, preview: tuple[Connection, Connection], capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> None:
        raise BuildError("/kept: No space left on device; see to that and run again")

    idle.go_on({"a": refuse}, preview[0])

    assert {*capfd.readouterr().err.splitlines()} == {"/kept: No space left on device; see to that and run again"}


def test_work_that_leaves_no_trace_is_not_done_for_ever(
    idle: IdleWork, preview: tuple[Connection, Connection], tmp_path: Path
) -> None:
    work = {"a": partial(note, tmp_path / "notes", "a")}
    news = [idle.go_on(work, preview[0]) for _ in range(5)]

    assert news == [True, True, True, False, False]


def test_the_end_of_the_preview_ends_what_is_being_done(preview: tuple[Connection, Connection]) -> None:
    idle = IdleWork()
    preview[1].send(None)
    idle.go_on({"long": partial(time.sleep, LONG)}, preview[0])
    begun = time.monotonic()
    idle.close()

    assert time.monotonic() - begun < LONG / 2
