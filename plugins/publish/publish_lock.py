"""Keeps publishers of this machine out of one another's way, by the engine's lock.

There is one at a time for each target, and one for each folder that is built into.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from plugins.publish.errors import PublishError
from plugins.publish.target_names import TARGET_CACHE, file_name
from plugins.stet.state.lock import Lock, LockedError

OUTPUT = Path("output")
OUTPUT_LOCK = Path(".cache/publish.lock")
LOCK_SECONDS = 0.2
"""Seconds between two looks at a lock that is waited for."""


class AnotherPublishError(PublishError):
    """Another publisher holds the lock; the message says who, and since when."""

    def __init__(self, path: Path, error: LockedError) -> None:
        self.who = f"{error.who}, or its build, since {error.since}" if error.who else str(error)
        remedy = "wait until it has finished, then run again; WAIT=1 waits for it"
        super().__init__(f"another publish is running: {self.who} (lock: {path}); {remedy}")


@contextmanager
def held(path: Path, *, waits: bool = False) -> Iterator[int]:
    """Hold the lock at `path`; yields its file descriptor, for a child process that has to hold it too.

    While somebody else holds it, raises AnotherPublishError, or waits and says for whom. A holder that has ended, in
    whatever way, holds no lock, so there is no limit to the wait.
    """
    lock, said = Lock(path), ""
    while True:
        try:
            lock.take()
            break
        except LockedError as error:
            busy = AnotherPublishError(path, error)
            if not waits:
                raise busy from None
        if busy.who != said:
            said = busy.who
            print(f"Waiting for another publish: {said} (lock: {path}); Ctrl-C ends the wait.", file=sys.stderr)
        time.sleep(LOCK_SECONDS)
    try:
        yield lock.descriptor
    finally:
        lock.release()


@contextmanager
def target_held(target: str, *, waits: bool = False) -> Iterator[None]:
    """Be the only publisher of this checkout to `target`; those to other targets go on."""
    with held(TARGET_CACHE / f"{file_name(target)}.lock", waits=waits):
        yield


@contextmanager
def output_held(target: str) -> Iterator[tuple[Path, int]]:
    """Hold a folder to build into, and yield it with the descriptor of its lock: `output`, if it is free.

    While another publisher builds into it, or sends from it, it must not change; the folder is then one of `target`
    alone, which nobody else has as long as the target is held.
    """
    with ExitStack() as stack:
        folder = OUTPUT
        try:
            descriptor = stack.enter_context(held(OUTPUT_LOCK))
        except AnotherPublishError as error:
            folder = TARGET_CACHE / f"{file_name(target)}.output"
            print(f"{OUTPUT}/ is in use ({error.who}); this one builds into {folder}/.", file=sys.stderr)
            descriptor = stack.enter_context(held(folder.with_suffix(".output-lock")))
        yield folder, descriptor
