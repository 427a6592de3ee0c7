"""Keeps publishers of this machine from working at the same time, by the engine's lock."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.publish.errors import PublishError
from plugins.stet.state.lock import Lock, LockedError


@contextmanager
def held(path: Path) -> Iterator[int]:
    """Hold the lock at `path`; yields its file descriptor, for a child process that has to hold it too.

    Raises PublishError while somebody else holds it.
    """
    lock = Lock(path)
    try:
        lock.take()
    except LockedError as error:
        who = f"{error.who}, or its build, since {error.since}" if error.who else str(error)
        remedy = "wait until it has finished, then run again"
        raise PublishError(f"another publish is running: {who} (lock: {path}); {remedy}") from None
    try:
        yield lock.descriptor
    finally:
        lock.release()
