"""Signatures of files: size, times and inode, which tell without reading that a file may have changed."""

import os
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from stat import S_ISDIR

UNSETTLED = b""
"""Signature of a file that may change once more without looking any different; never equal to a real one."""

SOURCE_MARGIN = 2_000_000_000
"""Nanoseconds for which a source's signature is not trusted: file systems count time in steps of up to two seconds
(FAT), and two changes within one step look the same. Git has the same rule for its index."""

OUTPUT_MARGIN = 20_000_000
"""The same for our own output, in steps of the file systems that builds are made on: a tick is 4 to 10 ms."""

_pack = struct.Struct("<qqqQ").pack


def signature_of(stat: os.stat_result) -> bytes:
    """Return size, time of content, time of change (which nobody can set) and inode, as 32 bytes."""
    return _pack(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)


def settled_signature(stat: os.stat_result, now: int, margin: int) -> bytes:
    """Return the signature if the file's last change is at least `margin` nanoseconds before `now`, else UNSETTLED.

    `now` is the file system's own time (`Lock.time`), so that a clock that was put back cannot hide a change: a change
    that seems to come from the future is never settled.
    """
    return signature_of(stat) if max(stat.st_ctime_ns, stat.st_mtime_ns) + margin <= now else UNSETTLED


def scan(root: Path, wanted: Callable[[str], bool], linked: list[str]) -> Iterator[tuple[str, os.stat_result]]:
    """Yield path below `root` (with `/`) and status of every file in it, in order of path, links to files followed.

    Neither files nor folders whose name is not `wanted` are looked at. Links to folders are not followed; their paths
    are added to `linked`. Of a link that leads nowhere the status is its own.
    """
    waiting = [("", str(root))]
    while waiting:
        prefix, folder = waiting.pop()
        inner = []
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if not wanted(entry.name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    inner.append((f"{prefix}{entry.name}/", entry.path))
                    continue
                try:
                    status = entry.stat()
                except OSError:
                    status = entry.stat(follow_symlinks=False)
                if S_ISDIR(status.st_mode):
                    linked.append(prefix + entry.name)
                else:
                    yield prefix + entry.name, status
        waiting += reversed(inner)
