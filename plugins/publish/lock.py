"""One publisher at a time: a lock on a file, which the system lets go of however its holder ends."""

import fcntl
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.newsroom import clock
from plugins.publish.errors import PublishError


@contextmanager
def held(path: Path) -> Iterator[int]:
    """Hold the lock at `path`; yields its file descriptor, for a child process that has to hold it too.

    Raises PublishError, which says who holds it and since when. The file stays: removing it would let two in.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _take(descriptor, path)
        holder = {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "since": f"{clock.now():%Y-%m-%d %H:%M:%S} UTC",
        }
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps(holder).encode(), 0)
        yield descriptor
    finally:
        os.close(descriptor)


def _take(descriptor: int, path: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise PublishError(
            f"{_holder(descriptor)} (lock: {path}); wait until it has finished, then run again"
        ) from None


def _holder(descriptor: int) -> str:
    try:
        holder = json.loads(os.pread(descriptor, 4096, 0))
        who = f"process {holder['pid']} on {holder['host']}, or its build, since {holder['since']}"
    except (ValueError, KeyError):
        who = "it began a moment ago"  # between taking the lock and writing who took it
    return f"another publish is running: {who}"
