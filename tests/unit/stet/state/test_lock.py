import os
import signal
import socket
from pathlib import Path

import pytest

from plugins.stet.state.lock import Lock, LockedError
from tests.unit.stet.conftest import in_a_child


def test_whoever_comes_second_hears_who_holds_the_lock_and_since_when(tmp_path: Path) -> None:
    first = Lock(tmp_path / "state/lock")
    first.take()

    with pytest.raises(LockedError) as refused:
        Lock(tmp_path / "state/lock").take()

    first.release()
    assert refused.value.who == f"process {os.getpid()} on {socket.gethostname()}"
    assert str(refused.value) == f"{refused.value.who}, since {refused.value.since}"
    assert refused.value.since.endswith(" UTC")


def test_a_holder_that_has_not_said_who_it_is_began_a_moment_ago(tmp_path: Path) -> None:
    first = Lock(tmp_path / "lock")
    first.take()
    os.ftruncate(first.descriptor, 0)

    with pytest.raises(LockedError, match=r"^it began a moment ago$"):
        Lock(tmp_path / "lock").take()
    first.release()


def test_a_lock_that_was_let_go_can_be_taken_and_its_file_stays(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "lock")
    lock.take()
    lock.release()
    lock.release()

    Lock(tmp_path / "lock").take()

    assert (tmp_path / "lock").exists()


def test_the_lock_of_a_process_that_was_killed_is_free(tmp_path: Path) -> None:
    holds, says = os.pipe()
    child = os.fork()
    if child == 0:
        Lock(tmp_path / "lock").take()
        os.write(says, b"x")
        signal.pause()
    os.read(holds, 1)
    with pytest.raises(LockedError, match=f"^process {child} "):
        Lock(tmp_path / "lock").take()

    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)

    Lock(tmp_path / "lock").take()


def test_another_process_cannot_take_the_lock(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "lock")
    lock.take()

    assert in_a_child(Lock(tmp_path / "lock").take) == 1
    lock.release()
    assert in_a_child(Lock(tmp_path / "lock").take) == 0


def test_a_program_that_the_holder_starts_does_not_hold_it(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "lock")
    lock.take()

    assert not os.get_inheritable(lock.descriptor)
    lock.release()


def test_the_time_of_a_lock_is_that_of_its_file_system(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "lock")
    before = (tmp_path / "a").write_text("a") and (tmp_path / "a").stat().st_ctime_ns
    lock.take()

    assert before <= lock.time <= lock.now()
    lock.release()
