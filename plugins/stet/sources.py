"""Records of source files, each kept for as long as the content of its file stays the same.

A pure cache: a record is found again by path and content alone, and the times of the file do not matter.
"""

import errno
import hashlib
import marshal
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from plugins.stet.state.database import Database
from plugins.stet.state.signatures import SOURCE_MARGIN, UNSETTLED, settled_signature, signature_of
from plugins.stet.step import Progress, say_nothing
from plugins.stet.workers import Spread

CHUNK = 100
"""Files that a worker reads at a time; fewer are read without workers."""
DIGEST_SIZE = 16
"""Bytes of the digest of a file's content, by BLAKE2b."""


class SourceRecord(NamedTuple):
    """The result of reading one file: a light value that many builds need, and parts that only some pages do."""

    light: tuple[Any, ...]
    """Of text, bytes, numbers, None and tuples of these."""
    listing: bytes
    """Digest of all that the rest of the publication depends on, without the things that only its own pages show."""
    digests: bytes
    """Digests of the reader's choice, for builds that need nothing else of most sources."""
    parts: Mapping[str, bytes]


class StoredSource(NamedTuple):
    """A source as it is stored."""

    signature: bytes
    digest: bytes
    """Of the file's content."""
    listing: bytes
    digests: bytes
    light: bytes
    """As `marshal` writes it."""


class SourceFolder(NamedTuple):
    """The files to read."""

    root: Path
    files: Mapping[str, os.stat_result]
    """Status by path below the root."""
    now: int
    """The file system's time before the first status was taken (`Lock.time`)."""
    key: bytes
    """Stands for all that reading depends on beside the files; where it changes, all are read."""
    is_large: Callable[[str], bool] = lambda _: False
    """Tells of a path whether its file may be larger than memory: the reader gets a `LargeFile`."""


class LargeFile(NamedTuple):
    """A file that is not read into memory."""

    place: Path
    digest: bytes
    """Of its content."""


ReadSource = Callable[[str, bytes | LargeFile | OSError], SourceRecord]
"""Makes a record of the path and content of a file, and of nothing else; of the error, if it cannot be read."""


class Sources:
    """The records of all source files below a folder; without a database they are kept for this run only."""

    def __init__(self, database: Database | None = None) -> None:
        self._database = database
        self._parts: dict[tuple[str, str], bytes] = {}
        """Parts by path and name, where there is no database for them."""
        query = "SELECT path, signature, digest, listing, digests, light FROM sources"
        rows = database.rows(query) if database else []
        self.known = {path: StoredSource(*known) for path, *known in rows}
        """Every source as it is stored, by path."""
        self.key = database.about("sources") if database else None
        """The key under which they were read; None before the first time."""

    def refresh(
        self, source: SourceFolder, reader: Callable[[], ReadSource], spread: Spread, progress: Progress = say_nothing
    ) -> list[str]:
        """Read new and changed files, forget those that are gone, and return the paths of those that were read.

        `reader` is called only if there is something to read.
        """
        if self.key != source.key:
            self._forget(set(self.known))
            self.key = source.key
            if self._database:
                self._database.set_about("sources", source.key)
        now = source.now
        signatures = {path: settled_signature(status, now, SOURCE_MARGIN) for path, status in source.files.items()}
        self._forget(self.known.keys() - signatures.keys())
        to_check = [path for path, signature in signatures.items() if not self._is_known(path, signature)]
        if not to_check:
            return []
        fresh, count, read = [], 0, reader()
        for rows in spread.map(lambda chunk: list(self._look(source, chunk, read)), to_check, CHUNK):
            fresh += self._keep(rows, signatures)
            count += len(rows)
            progress("Reading", count, len(to_check))
        return fresh

    def light(self, path: str) -> tuple[Any, ...]:
        """Return the light value of a source; raises KeyError for a path without one."""
        light: tuple[Any, ...] = marshal.loads(self.known[path].light)
        return light

    def part(self, path: str, part: str) -> bytes:
        """Return a part of a source; raises KeyError for one that it does not have."""
        if self._database is None:
            return self._parts[path, part]
        found = self._database.rows("SELECT value FROM parts WHERE path = ? AND part = ?", [path, part])
        if not found:
            raise KeyError(f"{path}: no {part}")
        return bytes(found[0][0])

    def _is_known(self, path: str, signature: bytes) -> bool:
        known = self.known.get(path)
        return known is not None and known.signature == signature != UNSETTLED

    def _look(
        self, source: SourceFolder, paths: Sequence[str], read: ReadSource
    ) -> Iterator[tuple[str, bytes, SourceRecord | None]]:
        """Yield path, digest, and the record where the content is another."""
        for path in paths:
            place = source.root / path
            data: bytes | LargeFile
            try:
                if source.is_large(path):
                    digest = streamed_digest(place)
                    data = LargeFile(place, digest)
                else:
                    data = place.read_bytes()
                    digest = blake2b(data, digest_size=DIGEST_SIZE).digest()
            except OSError as error:
                yield path, b"", read(path, error)
                continue
            known = self.known.get(path)
            yield path, digest, None if known and known.digest == digest else read(path, data)

    def _keep(
        self, rows: Sequence[tuple[str, bytes, SourceRecord | None]], signatures: Mapping[str, bytes]
    ) -> list[str]:
        """Keep the records; a file that could not be read may be there the next time without looking changed."""
        sources, parts, seen = [], [], []
        for path, digest, record in rows:
            if record is None:
                self.known[path] = self.known[path]._replace(signature=signatures[path])
                seen.append((signatures[path], path))
                continue
            signature = signatures[path] if digest else UNSETTLED
            known = StoredSource(signature, digest, record.listing, record.digests, marshal.dumps(record.light))
            self.known[path] = known
            sources.append((path, *known))
            parts += [(path, part, value) for part, value in record.parts.items()]
        self._write(sources, parts, seen)
        return [path for path, *_ in sources]

    def _write(self, sources: list[Any], parts: list[tuple[str, str, bytes]], seen: list[Any]) -> None:
        if self._database is None:
            self._parts.update({(path, part): value for path, part, value in parts})
            return
        self._database.write("UPDATE sources SET signature = ? WHERE path = ?", seen)
        self._database.write("DELETE FROM parts WHERE path = ?", [(path,) for path, *_ in sources])
        self._database.write("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?)", sources)
        self._database.write("INSERT INTO parts VALUES (?, ?, ?)", parts)

    def _forget(self, paths: set[str]) -> None:
        for path in paths:
            del self.known[path]
        if self._database:
            self._database.write("DELETE FROM sources WHERE path = ?", [(path,) for path in paths])
            self._database.write("DELETE FROM parts WHERE path = ?", [(path,) for path in paths])


def streamed_digest(place: Path) -> bytes:
    """Return the digest of a file's content, whatever its size; raises OSError where it changes meanwhile."""
    with place.open("rb") as file:
        before = os.fstat(file.fileno())
        digest = hashlib.file_digest(file, partial(blake2b, digest_size=DIGEST_SIZE)).digest()
        after = os.fstat(file.fileno())
    if signature_of(before)[:16] != signature_of(after)[:16]:  # size and time of content
        raise OSError(errno.EBUSY, "it was changed while it was read")
    return digest
