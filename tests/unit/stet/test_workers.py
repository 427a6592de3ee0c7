import os
import signal
import time
from collections.abc import Sequence
from multiprocessing import active_children
from pathlib import Path

import pytest

from plugins.stet.workers import Spread
from tests.unit.stet.conftest import is_running


def double(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 7, 50])
def test_results_come_in_the_order_of_the_items(processes: int, count: int) -> None:
    chunks = list(Spread(processes).map(double, range(count), 7))

    assert [number for chunk in chunks for number in chunk] == double(range(count))
    assert all(len(chunk) <= 7 for chunk in chunks)


def test_a_slow_worker_holds_nobodys_place() -> None:
    def slow_first(numbers: Sequence[int]) -> int:
        if numbers[0] == 0:
            time.sleep(0.2)
        return numbers[0]

    assert list(Spread(2).map(slow_first, range(6), 1)) == list(range(6))


def test_one_chunk_is_done_here_and_more_elsewhere() -> None:
    here, elsewhere = (list(Spread(2).map(lambda _: os.getpid(), range(count), 5)) for count in (5, 10))

    assert here == [os.getpid()]
    assert os.getpid() not in elsewhere


def test_workers_see_what_is_in_memory_and_only_their_results_travel() -> None:
    known = {"word": lambda number: number + 1}  # which could not be sent

    assert list(Spread(2).map(lambda numbers: known["word"](numbers[0]), [1, 2, 3], 1)) == [2, 3, 4]


@pytest.mark.parametrize("processes", [1, 2])
def test_what_a_worker_raises_is_raised_here(processes: int) -> None:
    def fail(numbers: Sequence[int]) -> int:
        if 3 in numbers:
            raise ValueError("three")
        return len(numbers)

    with pytest.raises(ValueError, match=r"^three$"):
        list(Spread(processes).map(fail, range(10), 2))


def test_after_an_error_no_worker_is_left() -> None:
    def fail(numbers: Sequence[int]) -> int:
        if numbers[0] > 0:
            time.sleep(0.5)
        raise ValueError

    before = set(active_children())  # of other tests

    with pytest.raises(ValueError):  # nothing more is said
        list(Spread(2).map(fail, range(10), 1))

    assert set(active_children()) <= before


@pytest.mark.parametrize("is_waiting", [True, False])
def test_an_interrupt_ends_the_workers_at_once(is_waiting: bool) -> None:
    def work(numbers: Sequence[int]) -> None:
        if numbers[0] > 1 or is_waiting:
            time.sleep(60)

    def interrupt(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    before, old = set(active_children()), signal.signal(signal.SIGALRM, interrupt)
    began = time.monotonic()
    try:
        # Not while a worker is forked: Python loses what a handler raises then.
        signal.setitimer(signal.ITIMER_REAL, 2)
        with pytest.raises(KeyboardInterrupt):
            for _ in Spread(2).map(work, range(10), 1):
                signal.setitimer(signal.ITIMER_REAL, 0.1)
                time.sleep(0 if is_waiting else 60)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)

    assert time.monotonic() - began < 30
    assert set(active_children()) <= before


def test_there_are_as_many_workers_as_processors_if_nobody_says_otherwise() -> None:
    assert Spread().processes >= 1
    assert Spread(5).processes == 5


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux ends children with their parent at once")
def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    def wait(_: Sequence[int]) -> None:
        (tmp_path / f"{os.getpid()}").touch()
        time.sleep(60)

    parent = os.fork()
    if parent == 0:
        list(Spread(2).map(wait, range(2), 1))
        os._exit(0)
    while len(found := list(tmp_path.iterdir())) < 2:
        time.sleep(0.01)

    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)

    deadline = time.monotonic() + 20
    while any(is_running(int(path.name)) for path in found):
        assert time.monotonic() < deadline
        time.sleep(0.01)
