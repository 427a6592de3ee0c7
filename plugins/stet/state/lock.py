"""A lock on a file for one holder at a time; the system lets go of it however its holder ends."""

import fcntl
import json
import os
import socket
from datetime import UTC, datetime
from pathlib import Path


class LockedError(Exception):
    """Another process holds the lock; the message says which, and since when."""

    def __init__(self, who: str = "", since: str = "") -> None:
        """Take the holder in words; none where it had no time yet to write its name."""
        super().__init__(f"{who}, since {since}" if who else "it began a moment ago")
        self.who = who
        self.since = since


class Lock:
    """A lock on the file at `path`, held from `take` to `release`. The file stays: removing it would let two in."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.time = 0
        """When it was taken, in nanoseconds, by the clock of the file system that the file is on."""
        self.descriptor = -1
        """Its file descriptor, for a child process that has to hold it too."""

    def take(self) -> None:
        """Take the lock, and write holder and time into it. Raises LockedError with those of another holder."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            error = LockedError(*_holder(descriptor))
            os.close(descriptor)
            raise error from None
        self.descriptor = descriptor
        try:
            self.time = self.now()
            since = f"{datetime.fromtimestamp(self.time / 1e9, UTC):%Y-%m-%d %H:%M:%S} UTC"
            os.ftruncate(descriptor, 0)
            own = {"pid": os.getpid(), "host": socket.gethostname(), "since": since}
            os.pwrite(descriptor, json.dumps(own).encode(), 0)
        except BaseException:
            self.release()
            raise

    def now(self) -> int:
        """Return the file system's time now, in nanoseconds."""
        os.utime(self.descriptor)
        return os.fstat(self.descriptor).st_ctime_ns

    def release(self) -> None:
        """Let go of the lock; once is enough."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1


def _holder(descriptor: int) -> tuple[str, ...]:
    """Return the holder of the lock, and since when; nothing before the holder has written that into it."""
    try:
        holder = json.loads(os.pread(descriptor, 4096, 0))
        return f"process {holder['pid']} on {holder['host']}", str(holder["since"])
    except (ValueError, KeyError, TypeError):
        return ()
