"""Catalogue of the releases that went out from this machine, with the files of each.

A table holds each content of a path, with the first release that has it and the first that has it no more. So the cost
of adding a release, reading some of its paths or forgetting an old one depends on the changes, not on the site's size.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, astuple, dataclass, field
from pathlib import Path

from plugins.publish.history.sqlite_file import open_sqlite, transaction
from plugins.publish.plan.publish_plan import Count
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Notes, OutputVersion, Release
from plugins.publish.site.picture_families import pieces_of

_FORMAT = 1

# Column `mark` holds the version of the output; it keeps that name for files that are there already.
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
    """One release, without its files."""

    id: str
    count: Count
    who: str = ""
    notes: Notes = field(default_factory=Notes)
    version: OutputVersion | None = None
    """Version of the output that it was made from; None where that is not known."""

    @property
    def release(self) -> Release:
        """Return the release as lists for people show it."""
        return Release(id=self.id, files=self.count.files, pages=self.count.pages, who=self.who)


class Catalogue:
    """The releases of one target, in the file at `path`. It may be deleted, and with it all knowledge of releases."""

    def __init__(self, path: Path) -> None:
        self._connection = open_sqlite(path, _TABLES, _FORMAT)

    def close(self) -> None:
        self._connection.close()

    def latest(self) -> CatalogueEntry | None:
        """Return the release that was added last."""
        return next(iter(self._entries("ORDER BY number DESC LIMIT 1")), None)

    def entry(self, release: str) -> CatalogueEntry | None:
        """Return a release; None where it is not known."""
        return next(iter(self._entries("WHERE id = ?", release)), None)

    def entries(self) -> list[CatalogueEntry]:
        """Return all releases, the last one first."""
        return self._entries("ORDER BY number DESC")

    def files(self, release: str) -> dict[str, PublishedFile]:
        """Return the files of a release, in order of path."""
        query = (
            "SELECT path, sha256, held.bytes, kind FROM held, releases WHERE id = ? AND since <= number"
            " AND (until IS NULL OR until > number) ORDER BY path"
        )
        return self._files(query, release)

    def files_at(self, paths: Iterable[str]) -> dict[str, PublishedFile]:
        """Return the files at these paths in the latest release, where it has them."""
        latest = "SELECT path, sha256, bytes, kind FROM held WHERE until IS NULL"
        return self._files(f"{latest} AND path IN (SELECT value FROM json_each(?))", json.dumps(list(paths)))

    def contents_in_use(self, contents: Iterable[str]) -> set[str]:
        """Return the contents (SHA-256) among these that some release has."""
        query = "SELECT DISTINCT sha256 FROM held WHERE sha256 IN (SELECT value FROM json_each(?))"
        return {sha256 for (sha256,) in self._connection.execute(query, (json.dumps(list(contents)),))}

    def add(self, entry: CatalogueEntry, changed: Mapping[str, PublishedFile | None]) -> None:
        """Add a release by its differences to the latest one, None for a file that is gone.

        A release that is known already is forgotten first, where it was not the latest.
        """
        before = self.latest()
        with transaction(self._connection) as connection:
            if before is None or before.id != entry.id:
                empty = "REPLACE INTO releases (id, files, pages, bytes, who, notes) VALUES (?, 0, 0, 0, '', '')"
                connection.execute(empty, (entry.id,))
            (number,) = connection.execute("SELECT number FROM releases WHERE id = ?", (entry.id,)).fetchone()
            paths = [(path,) for path in changed]
            connection.executemany(f"DELETE FROM held WHERE path = ? AND since = {number:d}", paths)
            connection.executemany(f"UPDATE held SET until = {number:d} WHERE path = ? AND until IS NULL", paths)
            rows = ((path, number, file.sha256, file.bytes, file.kind) for path, file in changed.items() if file)
            connection.executemany("INSERT INTO held VALUES (?, ?, NULL, ?, ?, ?)", rows)
            connection.execute(
                "UPDATE releases SET files = ?, pages = ?, bytes = ?, who = ?, notes = ?, mark = ? WHERE number = ?",
                (*astuple(entry.count), entry.who, _packed(entry.notes), _packed(entry.version), number),
            )
            connection.execute("DELETE FROM arriving")

    def note_version(self, version: OutputVersion) -> None:
        """Note that this version of the output is the same as the latest release."""
        with transaction(self._connection) as connection:
            latest = "(SELECT max(number) FROM releases)"
            connection.execute(f"UPDATE releases SET mark = ? WHERE number = {latest}", (_packed(version),))

    def forget(self, keep: int) -> set[str]:
        """Forget all but the last `keep` releases; return the contents (SHA-256) that no release has any more."""
        with transaction(self._connection) as connection:
            numbers = connection.execute("SELECT number FROM releases ORDER BY number DESC LIMIT ?", (keep,)).fetchall()
            if not numbers:
                return set()
            oldest = numbers[-1]
            connection.execute("DELETE FROM releases WHERE number < ?", oldest)
            doomed = {row for (row,) in connection.execute("SELECT sha256 FROM held WHERE until <= ?", oldest)}
            connection.execute("DELETE FROM held WHERE until <= ?", oldest)
        return doomed - self.contents_in_use(doomed)

    def paths(self) -> set[str]:
        """Return the paths of all files that some release has."""
        return {path for (path,) in self._connection.execute("SELECT DISTINCT path FROM held")}

    def holding(self, paths: Iterable[str], families: Iterable[tuple[str, str]]) -> list[str]:
        """Return the releases but the latest that have one of these files, or of these families (`family_of`)."""
        query = (
            "SELECT DISTINCT id FROM releases JOIN held ON since <= number AND (until IS NULL OR until > number)"
            " WHERE number < (SELECT max(number) FROM releases) AND {} ORDER BY number"
        )
        found = self._connection.execute(
            query.format("path IN (SELECT value FROM json_each(?))"), (json.dumps(list(paths)),)
        ).fetchall()
        for family in families:
            pattern = "*".join(map(_as_it_is, pieces_of(family)))
            found += self._connection.execute(query.format("path GLOB ?"), (pattern,)).fetchall()
        return list(dict.fromkeys(name for (name,) in found))

    def forget_releases(self, names: Iterable[str]) -> set[str]:
        """Forget these releases, none of them the latest; return the contents that no release has any more."""
        with transaction(self._connection) as connection:
            connection.executemany("DELETE FROM releases WHERE id = ?", ((name,) for name in names))
            unused = "NOT EXISTS (SELECT 1 FROM releases WHERE number >= since AND (until IS NULL OR number < until))"
            doomed = {sha256 for (sha256,) in connection.execute(f"SELECT sha256 FROM held WHERE {unused}")}
            connection.execute(f"DELETE FROM held WHERE {unused}")
        return doomed - self.contents_in_use(doomed)

    def announce(self, contents: Iterable[str]) -> None:
        """Note contents that are about to be stored for a new release, or removed with a forgotten one."""
        with transaction(self._connection) as connection:
            connection.executemany("INSERT OR IGNORE INTO arriving VALUES (?)", ((sha256,) for sha256 in contents))

    def stranded(self) -> set[str]:
        """Return the announced contents that no release has."""
        announced = {sha256 for (sha256,) in self._connection.execute("SELECT sha256 FROM arriving")}
        return announced - self.contents_in_use(announced)

    def forget_announced(self) -> None:
        """Note that stranded contents have been removed."""
        with transaction(self._connection) as connection:
            connection.execute("DELETE FROM arriving")

    def _entries(self, which: str, *values: object) -> list[CatalogueEntry]:
        query = f"SELECT id, files, pages, bytes, who, notes, mark FROM releases {which}"
        return [
            CatalogueEntry(
                id=id,
                count=Count(files, pages, size),
                who=who,
                notes=Notes.from_values(json.loads(notes or "{}")),
                version=OutputVersion(**json.loads(version)) if version else None,
            )
            for id, files, pages, size, who, notes, version in self._connection.execute(query, values)
        ]

    def _files(self, query: str, value: str) -> dict[str, PublishedFile]:
        rows = self._connection.execute(query, (value,))
        return {path: PublishedFile(sha256=sha256, bytes=size, kind=kind) for path, sha256, size, kind in rows}


def _as_it_is(text: str) -> str:
    """Return a text as a pattern of GLOB that matches nothing else."""
    return re.sub(r"([*?[])", r"[\1]", text)


def _packed(value: Notes | OutputVersion | None) -> str | None:
    return json.dumps(asdict(value)) if value else None
