"""Digests of the files that a release is made from, to tell by them whether somebody has changed one since.

`make due` asks every minute, so what has the signature (size, times, inode) of the last look is not read again; after
a fresh clone, where all times are new, every file is.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from hashlib import blake2b, file_digest
from pathlib import Path

from plugins.stet.state.signatures import SOURCE_MARGIN, scan, settled_signature

FOLDERS = ("content", "theme", "plugins")
FILES = ("*.py", "requirements.txt")
"""Files beside these folders: the settings and what they import, and the versions of libraries."""

_NEW = partial(blake2b, digest_size=8)
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff", ".heic"})
_SAMPLE = 1 << 16
"""Bytes at both ends of a picture that tell it from others of its size: reading gigabytes of photographs would take
minutes, and no two of them agree in that. Judgement."""


def source_digests(root: Path, known: Path, margin: int = SOURCE_MARGIN) -> Mapping[str, str]:
    """Return the digest of every source below `root` by its path; `known` keeps signatures for the next call.

    Hidden files, and those that editors and Python leave behind, are no sources. The signature of a file is kept once
    its last change is `margin` nanoseconds ago.
    """
    before, settled = _read(known), _file_system_time(known) - margin
    after: dict[str, list[str]] = {}
    unsettled: dict[str, str] = {}
    for path, signature in _found(root, settled):
        kept = before.get(path)
        if kept and signature and kept[0] == signature:
            after[path] = kept
        elif (digest := _digest(root / path)) and signature:
            after[path] = [signature, digest]
        elif digest:
            unsettled[path] = digest
    if after != before:
        _write(known, after)
    return dict(sorted(({path: digest for path, (_, digest) in after.items()} | unsettled).items()))


def first_difference(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """Return what the first difference between two sets of sources is, in words; empty where there is none."""
    if before == after:
        return ""
    paths = sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
    first, more = paths[0], len(paths) - 1
    verb = "is gone" if first not in after else "has changed" if first in before else "is new"
    others = f", and {more} other{'s' if more > 1 else ''}" if more else ""
    return f"{first} {verb}{others}"


def _found(root: Path, settled: int) -> Iterator[tuple[str, str]]:
    """Yield path and signature of every source; no signature where the file has changed after `settled`."""
    for name in FOLDERS:
        for path, status in scan(root / name, _is_source, []) if (root / name).is_dir() else ():
            yield f"{name}/{path}", settled_signature(status, settled, 0).hex()
    for pattern in FILES:
        for file in sorted(root.glob(pattern)):
            if file.is_file():
                yield file.name, settled_signature(file.stat(), settled, 0).hex()


def _is_source(name: str) -> bool:
    return not (name.startswith(".") or name == "__pycache__" or name.endswith(("~", ".pyc", ".swp")))


def _digest(file: Path) -> str:
    """Return the digest of a file's content, of a large picture's ends; empty where it cannot be read."""
    try:
        with file.open("rb") as opened:
            size = opened.seek(0, 2)
            opened.seek(0)
            if file.suffix.lower() in _PICTURES and size > 2 * _SAMPLE:
                digest = _NEW(opened.read(_SAMPLE))
                opened.seek(-_SAMPLE, 2)
                digest.update(opened.read() + b"%d" % size)
                return digest.hexdigest()
            return file_digest(opened, _NEW).hexdigest()  # a film may be larger than memory
    except OSError:  # gone meanwhile, or a link that leads nowhere: the build will say so
        return ""


def _file_system_time(known: Path) -> int:
    """Return the time of the file system in nanoseconds; 0, so that nothing is settled, where it takes no file."""
    try:
        known.parent.mkdir(parents=True, exist_ok=True)
        known.touch()
        return known.stat().st_ctime_ns
    except OSError:
        return 0


def _read(known: Path) -> dict[str, list[str]]:
    try:
        found = json.loads(known.read_text(encoding="utf-8"))
        return {str(path): [str(signature), str(digest)] for path, (signature, digest) in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _write(known: Path, signatures: Mapping[str, list[str]]) -> None:
    """Keep signatures for the next call; where that is not possible, it reads the files again."""
    partial = known.with_suffix(f".{os.getpid()}")  # `make due` and a publisher may write at once
    with suppress(OSError):
        partial.write_text(json.dumps(signatures), encoding="utf-8")
        partial.replace(known)
