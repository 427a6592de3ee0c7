"""Errors of this machine's file systems in words: the disk that is full, the owner of what may not be written."""

import errno
import os
import pwd
from collections.abc import Iterable
from pathlib import Path

_FULL = (errno.ENOSPC, errno.EDQUOT)
_DENIED = (errno.EACCES, errno.EPERM)
_IN_THE_WAY = (errno.EEXIST, errno.ENOTDIR)


def system_error_in_words(error: OSError, folders: Iterable[Path]) -> str:
    """Return one sentence on the cause and the remedy of an error.

    The system names no file when a disk is full, so the `folders` that are written to are looked at.
    """
    place = str(error.filename or "")
    if error.errno in _FULL:
        full = Path(place) if place else _fullest(folders)
        what = f"{error.strerror} ({_mount_of(full)})" if full else f"{error.strerror}"
        return f"{full or 'this machine'}: {what}; free some space there or lower keep, and run again."
    if error.errno in _DENIED and place and (owner := _owner_of(Path(place))):
        path, name = owner
        me = _name_of(os.geteuid())
        if name != me:
            return (
                f"{place}: {error.strerror}: {path} belongs to {name}, and this is {me}; give it to {me} and run again."
            )
    if error.errno in _IN_THE_WAY and place and not _nearest(Path(place)).is_dir():
        file = _nearest(Path(place))
        return f"{place}: {file} is no folder, and one is needed there; name another place, or move it away."
    if error.errno == errno.EEXIST and Path(place).is_symlink():
        return f"{place}: it is a link that leads nowhere; mount or make what it leads to, or remove it, and run again."
    return f"{place or 'this machine'}: {error.strerror}; see to that and run again."


def _fullest(folders: Iterable[Path]) -> Path | None:
    """Return the folder whose disk has nothing left, or next to nothing; None where each has room."""
    found: list[tuple[int, Path]] = []
    for folder in folders:
        there = _nearest(folder)
        disk = os.statvfs(there)
        if disk.f_bavail * 100 <= disk.f_blocks or disk.f_favail == 0 < disk.f_files:
            found.append((disk.f_bavail, folder))
    return min(found)[1] if found else None


def _nearest(path: Path) -> Path:
    """Return the path, or the innermost folder above it that there is."""
    whole = path.resolve()
    return next(each for each in (whole, *whole.parents) if each.exists())


def _mount_of(path: Path) -> Path:
    there = _nearest(path)
    return next(each for each in (there, *there.parents) if each.is_mount())


def _owner_of(path: Path) -> tuple[Path, str] | None:
    try:
        there = _nearest(path)
        return (there if there != path.resolve() else path), _name_of(there.stat().st_uid)
    except OSError:  # what is above it may not be looked into either
        return None


def _name_of(user: int) -> str:
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return f"user {user}"
