"""Which release had which files, as this machine knows it.

A table of what each path held, from which release on and until which. To add a release, to read some of its paths and
to forget an old one costs what they change, not what a site holds.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from plugins.publish.history.sqlite_file import changing, open_memory
from plugins.publish.plan.publish_plan import Count
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Notes, OutputVersion, Release

_FORMAT = 1
_PIECE = 500
"""Values in one query, below SQLite's limit on variables."""

_TABLES = """
CREATE TABLE releases (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL, files INTEGER NOT NULL,
    pages INTEGER NOT NULL, bytes INTEGER NOT NULL, who TEXT NOT NULL, notes TEXT NOT NULL, mark TEXT);
CREATE TABLE held (path TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER, sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (path, since)) WITHOUT ROWID;
CREATE INDEX held_until ON held (until);
CREATE INDEX held_content ON held (sha256);
CREATE TABLE arriving (sha256 TEXT PRIMARY KEY) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """What is known of a release besides its files."""

    id: str
    count: Count
    who: str = ""
    notes: Notes = field(default_factory=Notes)
    version: OutputVersion | None = None
    """The state of the build that it is; None where that is not known."""

    @property
    def release(self) -> Release:
        """Return it as people are told of it."""
        return Release(id=self.id, files=self.count.files, pages=self.count.pages, who=self.who)


class Catalogue:
    """The releases of one target in the file at `path`. It may be deleted; then nothing of them is known here."""

    def __init__(self, path: Path) -> None:
        self._connection = open_memory(path, _TABLES, _FORMAT)

    def close(self) -> None:
        self._connection.close()

    def latest(self) -> CatalogueEntry | None:
        """Return the release that was added last."""
        return next(iter(self._entries("ORDER BY number DESC LIMIT 1")), None)

    def entry(self, release: str) -> CatalogueEntry | None:
        """Return what is known of a release; None where it is not known."""
        return next(iter(self._entries("WHERE id = ?", release)), None)

    def entries(self) -> list[CatalogueEntry]:
        """Return all releases that are known, the last one first."""
        return self._entries("ORDER BY number DESC")

    def files(self, release: str) -> dict[str, PublishedFile]:
        """Return the files of a release that is known, in order of path."""
        rows = self._connection.execute(
            "SELECT path, sha256, held.bytes, kind FROM held, releases WHERE id = ? AND since <= number"
            " AND (until IS NULL OR until > number) ORDER BY path",
            (release,),
        )
        return {path: PublishedFile(sha256=sha256, bytes=size, kind=kind) for path, sha256, size, kind in rows}

    def some(self, paths: Iterable[str]) -> dict[str, PublishedFile]:
        """Return what these paths hold in the latest release, those that it has."""
        query = "SELECT path, sha256, bytes, kind FROM held WHERE until IS NULL AND path IN ({})"
        rows = self._in_pieces(query, paths)
        return {path: PublishedFile(sha256=sha256, bytes=size, kind=kind) for path, sha256, size, kind in rows}

    def used(self, contents: Iterable[str]) -> set[str]:
        """Return those contents (SHA-256) that any release has."""
        return {sha256 for (sha256,) in self._in_pieces("SELECT sha256 FROM held WHERE sha256 IN ({})", contents)}

    def add(self, entry: CatalogueEntry, changed: Mapping[str, PublishedFile | None]) -> None:
        """Add a release by its differences to the latest one, None for a file that is gone.

        A release that is known already is forgotten first, where it was not the latest.
        """
        before = self.latest()
        with changing(self._connection) as connection:
            if before is None or before.id != entry.id:
                connection.execute("DELETE FROM releases WHERE id = ?", (entry.id,))
                empty = "INSERT INTO releases (id, files, pages, bytes, who, notes) VALUES (?, 0, 0, 0, '', '')"
                connection.execute(empty, (entry.id,))
            (number,) = connection.execute("SELECT number FROM releases WHERE id = ?", (entry.id,)).fetchone()
            paths = [(path,) for path in changed]
            connection.executemany(f"DELETE FROM held WHERE path = ? AND since = {number:d}", paths)
            connection.executemany(f"UPDATE held SET until = {number:d} WHERE path = ? AND until IS NULL", paths)
            rows = ((path, number, file.sha256, file.bytes, file.kind) for path, file in changed.items() if file)
            connection.executemany("INSERT INTO held VALUES (?, ?, NULL, ?, ?, ?)", rows)
            connection.execute(
                "UPDATE releases SET files = ?, pages = ?, bytes = ?, who = ?, notes = ?, mark = ? WHERE number = ?",
                (*_numbers(entry.count), entry.who, _packed(entry.notes), _packed(entry.version), number),
            )
            connection.execute("DELETE FROM arriving")

    def agree(self, version: OutputVersion) -> None:
        """Note that this state of the build is the latest release."""
        with changing(self._connection) as connection:
            latest = "(SELECT max(number) FROM releases)"
            connection.execute(f"UPDATE releases SET mark = ? WHERE number = {latest}", (_packed(version),))

    def forget(self, keep: int) -> set[str]:
        """Forget all but the last `keep` releases; return the contents (SHA-256) that none of these has."""
        with changing(self._connection) as connection:
            numbers = connection.execute("SELECT number FROM releases ORDER BY number DESC LIMIT ?", (keep,)).fetchall()
            if not numbers:
                return set()
            oldest = numbers[-1]
            connection.execute("DELETE FROM releases WHERE number < ?", oldest)
            doomed = {row for (row,) in connection.execute("SELECT sha256 FROM held WHERE until <= ?", oldest)}
            connection.execute("DELETE FROM held WHERE until <= ?", oldest)
        return doomed - self.used(doomed)

    def announce(self, contents: Iterable[str]) -> None:
        """Note that these contents are about to be stored for a release that is not added yet."""
        with changing(self._connection) as connection:
            rows = ((sha256,) for sha256 in contents)
            connection.executemany("INSERT OR IGNORE INTO arriving VALUES (?)", rows)

    def stranded(self) -> set[str]:
        """Return the contents that were stored for a release that never was added, and that no other one has."""
        announced = {sha256 for (sha256,) in self._connection.execute("SELECT sha256 FROM arriving")}
        return announced - self.used(announced)

    def settle(self) -> None:
        """Note that what was stranded has been cleared away."""
        with changing(self._connection) as connection:
            connection.execute("DELETE FROM arriving")

    def _entries(self, which: str, *values: object) -> list[CatalogueEntry]:
        query = f"SELECT id, files, pages, bytes, who, notes, mark FROM releases {which}"
        return [
            CatalogueEntry(
                id=id,
                count=Count(files, pages, size),
                who=who,
                notes=_notes(notes),
                version=OutputVersion(**json.loads(version)) if version else None,
            )
            for id, files, pages, size, who, notes, version in self._connection.execute(query, values)
        ]

    def _in_pieces(self, query: str, values: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        wanted = list(values)
        for start in range(0, len(wanted), _PIECE):
            piece = wanted[start : start + _PIECE]
            yield from self._connection.execute(query.format(",".join("?" * len(piece))), piece)


def _numbers(count: Count) -> tuple[int, int, int]:
    return count.files, count.pages, count.bytes


def _packed(value: Notes | OutputVersion | None) -> str | None:
    return json.dumps(asdict(value)) if value else None


def _notes(packed: str) -> Notes:
    entries = json.loads(packed or "{}")
    known = {known.name for known in fields(Notes)}
    plain: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entries.items()}
    return Notes(**{key: value for key, value in plain.items() if key in known})
