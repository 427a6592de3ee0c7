"""Runs a command and tells what it and every process that it started have used. Linux only.

The command is started by a process of its own, which is this file as a script and imports nothing but the standard
library: to the kernel, a process is at least as large as the one that started it.
"""

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
PATIENCE = 5.0
"""Seconds that a process may outlive the command; one that stays would hide what it works."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What a command has cost."""

    cpu: float
    """Seconds, user and system, of all its processes together."""
    wall: float
    """Seconds until the command itself ended."""
    peak: float
    """MB (10^6 bytes) of resident memory of the largest single process."""


class FailedError(Exception):
    """The command failed, or left a process behind; the message holds the end of what it printed."""


def run(command: Sequence[str | Path], folder: Path, log: Path, patience: float = PATIENCE) -> Usage:
    """Run `command` in `folder`, its output into `log`, and return its usage."""
    starter = [sys.executable, "-I", __file__, str(patience), log, *command]
    done = subprocess.run(starter, check=False, cwd=folder, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise FailedError(f"{command[0]} in {folder}: {done.stdout}\n{_end_of(log)}")
    return Usage(**json.loads(done.stdout))


def _run(command: Sequence[str], log: Path, patience: float) -> Usage:
    """Run `command` as a child of this process.

    The kernel adds the usage of a process to that of its parent when the parent waits for it. A process whose parent
    did not is handed to us, and counted too.
    """
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    start = time.monotonic()
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    usages = [used, *_wait_for_orphans(patience)]
    if process.returncode:
        raise FailedError(f"ended with {process.returncode}")
    return Usage(
        cpu=sum(usage.ru_utime + usage.ru_stime for usage in usages),
        wall=wall,
        peak=max(usage.ru_maxrss for usage in usages) * 1024 / 1e6,
    )


def _wait_for_orphans(patience: float) -> list[resource.struct_rusage]:
    """Return the usage of the processes that the command left to us; end those that go on."""
    usages = []
    deadline = time.monotonic() + patience
    while orphans := _children():
        is_late = time.monotonic() > deadline
        for orphan in orphans:
            if is_late:
                os.kill(orphan, signal.SIGKILL)
            pid, _, used = os.wait4(orphan, 0 if is_late else os.WNOHANG)
            if pid:
                usages.append(used)
        if is_late:
            raise FailedError("left a process running")
        time.sleep(0.005)
    return usages


def _children() -> list[int]:
    return [int(child) for child in Path("/proc/thread-self/children").read_text(encoding="ascii").split()]


def _end_of(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-20:])


def _main() -> int:
    patience, log, *command = sys.argv[1:]
    try:
        print(json.dumps(asdict(_run(command, Path(log), float(patience)))))
    except FailedError as error:
        print(error, end="")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main())
