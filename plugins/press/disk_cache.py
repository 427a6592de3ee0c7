"""What can be made again at any time, kept so that the next process need not: compiled templates, minified styles.

Stops at a folder of bytes. A key names everything that its value depends on, so no entry is ever out of date; a damaged
one is made anew. The folder must be as safe from strangers as the kit's source is, for compiled templates are code.
"""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Protocol

_DIGEST = 32
"""Bytes of a SHA-256, which stands before every value."""


class Cache(Protocol):
    """Bytes by key. It may forget what it was given, and gives nothing else."""

    def get(self, key: str) -> bytes | None:
        """Return what was put under `key`, or None."""

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`, which is a file name: small letters, digits and hyphens."""


class Nowhere:
    """The cache that forgets everything."""

    def get(self, key: str) -> bytes | None:
        return None

    def put(self, key: str, value: bytes) -> None:
        """Keep nothing."""


NOWHERE = Nowhere()


class FolderCache:
    """A file for every entry. Several processes may use one folder at once; removing it loses time only."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        try:
            return (self._folder / key).read_bytes()
        except OSError:
            return None

    def put(self, key: str, value: bytes) -> None:
        """Write the whole file or none; raises OSError where the folder cannot be written."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self._folder, delete=False) as file:
            file.write(value)
        Path(file.name).replace(self._folder / key)


def entry_key(kind: str, *parts: str) -> str:
    """Return the key of the entry of this `kind` that depends on `parts`; different parts give different keys."""
    digest = sha256()
    for part in map(str.encode, parts):
        digest.update(f"{len(part)}:".encode())
        digest.update(part)
    return f"{kind}-{digest.hexdigest()}"


def recall(cache: Cache, key: str) -> bytes | None:
    """Return what `keep` put under `key`, or None where it is missing or damaged."""
    entry = cache.get(key)
    if entry is None or sha256(entry[_DIGEST:]).digest() != entry[:_DIGEST]:
        return None
    return entry[_DIGEST:]


def keep(cache: Cache, key: str, value: bytes) -> None:
    cache.put(key, sha256(value).digest() + value)


def remembered(cache: Cache, key: str, make: Callable[[], str]) -> str:
    """Return the text under `key`; what is missing or damaged is made and kept."""
    known = recall(cache, key)
    if known is not None:
        return known.decode()
    text = make()
    keep(cache, key, text.encode())
    return text
