"""Work spread over processes: `map` in forked workers, which see all that is in memory and send back results."""

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from plugins.stet.die_with_parent import die_with_parent

Item = TypeVar("Item")
Result = TypeVar("Result")


class Spread:
    """Spreads work over at most so many processes, in chunks; one chunk alone is done in this process."""

    def __init__(self, processes: int | None = None) -> None:
        """Take the number of processes; by default as many as there are processors for this one."""
        available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        self.processes = processes or available

    def map(self, function: Callable[[Sequence[Item]], Result], items: Sequence[Item], size: int) -> Iterator[Result]:
        """Yield `function(chunk)` for chunks of at most `size` items, in the order of the items.

        Several chunks are done in workers, which are forked anew at every call: so `function` may be anything, and only
        its results are sent between processes. An error of a worker is raised here.
        """
        chunks = [items[start : start + size] for start in range(0, len(items), size)]
        if len(chunks) < 2 or self.processes < 2 or not hasattr(os, "fork"):
            yield from map(function, chunks)
            return
        from concurrent.futures import ProcessPoolExecutor  # here, for most builds do without workers
        from multiprocessing import get_context

        count, context = min(self.processes, len(chunks)), get_context("fork")
        with ProcessPoolExecutor(count, context, initializer=_adopt, initargs=(function, os.getpid())) as pool:
            try:
                yield from pool.map(_call, chunks)
            except BaseException:  # Ctrl-C too: nobody waits for chunks that take seconds each
                for worker in list(pool._processes.values()):
                    worker.kill()
                raise
            finally:
                pool.shutdown(wait=True, cancel_futures=True)


class _Adopted:
    """The work of a worker, set once in the worker's own process."""

    function: Callable[[Any], Any]


def _adopt(function: Callable[[Any], Any], parent: int) -> None:
    _Adopted.function = function
    gc.freeze()  # leave objects from before the fork alone: to look through them would copy them
    gc.set_threshold(50_000, 20, 20)
    gc.enable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the parent ends its workers
    die_with_parent(parent)  # elsewhere than on Linux, a killed parent's workers end at their next result


def _call(chunk: Any) -> Any:
    return _Adopted.function(chunk)
