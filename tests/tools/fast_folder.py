"""The folder for what tests write: in memory where there is room, since a disk is asked to keep what no run needs."""

import os
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 8 * 1024**3
"""Bytes that must be free, many times what a run needs, so that other programs have theirs too."""


def fast_folder(folder: Path = MEMORY) -> Path | None:
    """Return a folder in memory that programs can be run from, with room for a run of all tests; None without one."""
    if not (folder.is_dir() and os.access(folder, os.W_OK)):
        return None
    system = os.statvfs(folder)
    is_fit = not system.f_flag & os.ST_NOEXEC and min(system.f_bavail * system.f_frsize, _available()) >= ROOM
    return folder if is_fit else None


def _available() -> int:
    """Return the bytes of memory that programs can still get, that of files which lie on a disk too included."""
    lines = dict(line.split(":") for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines())
    return int(lines["MemAvailable"].removesuffix("kB")) * 1024
