"""The file that a build keeps for the next one: opened, checked, and replaced by a new one where it does not fit.

sources  records of source files: a pure cache, right wherever the same content is found again
parts    the large values of sources
facts    digests of all that the present output was made from ┐
pages    every file of the present output: the ledger         │
links    facts and the pages that were made from them         │
folders  the folders of the output                            ├ change together, once the output has changed
gone     files that earlier outputs had                       │
states   names of the last outputs                            │
notes    words of plugins on the present output               ┘
shelf    values that plugins keep
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from plugins.stet.build_errors import BuildError
from plugins.stet.state.signatures import signature_of

_APPLICATION = 0x53746574
_FORMAT = 2
"""Of the tables below; a file with another number is dropped."""

_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value BLOB);
CREATE TABLE sources (path TEXT PRIMARY KEY, signature BLOB, digest BLOB, listing BLOB, digests BLOB, light BLOB);
CREATE TABLE parts (path TEXT, part TEXT, value BLOB, PRIMARY KEY (path, part));
CREATE TABLE facts (space TEXT PRIMARY KEY, key BLOB, digests BLOB);
CREATE TABLE pages (number INTEGER PRIMARY KEY, path TEXT UNIQUE, generation INTEGER, kind TEXT, spec BLOB,
                    signature BLOB, sha256 BLOB, bytes INTEGER, fingerprint BLOB, asked BLOB, trace BLOB, why TEXT);
CREATE INDEX pages_by_generation ON pages (generation);
CREATE TABLE links (fact INTEGER, page INTEGER, PRIMARY KEY (fact, page)) WITHOUT ROWID;
CREATE TABLE folders (path TEXT PRIMARY KEY, signature BLOB);
CREATE TABLE gone (path TEXT PRIMARY KEY, generation INTEGER);
CREATE INDEX gone_by_generation ON gone (generation);
CREATE TABLE states (generation INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE shelf (space TEXT, key TEXT, value BLOB, PRIMARY KEY (space, key));
"""


WHOLE = "whole"
"""Name of the value that says whether the present output holds nothing but files of builds."""


class UnfitError(Exception):
    """The file cannot be used; the message says why."""


class Database:
    """The database at `path`, open for one build. `code_digest` stands for all that must be the same for it to fit."""

    def __init__(self, path: Path, code_digest: bytes) -> None:
        """Open the file, or make it. Raises UnfitError where there is one that cannot be used."""
        self.path = path
        self._process = os.getpid()
        exists = path.exists()
        # After a run that was killed the seal is missing, or of an older state of the file.
        is_sealed = exists and self._seal_path.is_file() and self._seal_path.read_bytes() == self._seal()
        try:
            self._connection = self._open()
            if not exists:
                self._make(code_digest)
            else:
                self._judge(code_digest, is_sealed)
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.DatabaseError as error:
            raise UnfitError(f"cannot be read ({error})") from error

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        """Return the rows of a query. A forked worker sees the rows that were committed before the fork."""
        return self._own().execute(query, values).fetchall()

    def write(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Execute a statement once for each row of values."""
        with self._refusing():
            self._connection.executemany(statement, rows)

    def about(self, key: str) -> bytes | None:
        """Return a value about the file as a whole."""
        found = self.rows("SELECT value FROM about WHERE key = ?", [key])
        return found[0][0] if found else None

    def set_about(self, key: str, value: bytes | None) -> None:
        """Write a value about the file as a whole."""
        self.write("INSERT OR REPLACE INTO about VALUES (?, ?)", [(key, value)])

    def commit(self) -> None:
        """Make all that was written since the last commit hold, at once."""
        with self._refusing():
            self._connection.execute("COMMIT")
            self._connection.execute("BEGIN IMMEDIATE")

    def close(self) -> None:
        """Forget the rows that were not committed, and close the file; once is enough."""
        if self._process == os.getpid():
            with contextlib.suppress(sqlite3.ProgrammingError, FileNotFoundError):  # closed already, or removed
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                self._connection.close()
                self._seal_path.write_bytes(self._seal())

    @contextlib.contextmanager
    def _refusing(self) -> Iterator[None]:
        """Raise BuildError where the system refuses to write."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise BuildError(f"{self.path}: {error}; see to that and run again") from error

    @property
    def _seal_path(self) -> Path:
        return self.path.with_suffix(".seal")

    def _seal(self) -> bytes:
        return signature_of(self.path.stat())

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, isolation_level=None, cached_statements=512)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    def _own(self) -> sqlite3.Connection:
        """Return the connection of this process: SQLite's may not be carried over a fork."""
        if self._process != os.getpid():
            self._process = os.getpid()
            self._inherited = self._connection  # closing it here would let go of the parent's locks
            self._connection = sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro", uri=True)
        return self._connection

    def _make(self, code_digest: bytes) -> None:
        pragmas = f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_FORMAT};"
        self._connection.executescript(pragmas + _TABLES)
        self.set_about("code", code_digest)

    def _judge(self, code_digest: bytes, is_sealed: bool) -> None:
        if not has_our_format(self._connection):
            raise UnfitError("is of another version, or of another program")
        if self.about("code") != code_digest:
            raise UnfitError("was written with other plugins, libraries or another Python")
        if not is_sealed and self.rows("PRAGMA quick_check") != [("ok",)]:
            raise UnfitError("is damaged")


def has_our_format(connection: sqlite3.Connection) -> bool:
    """Tell whether the file has the tables of this version; raises sqlite3.DatabaseError where it is no database."""
    found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    return found == [_APPLICATION, _FORMAT]


def open_database(path: Path, code_digest: bytes) -> tuple[Database, str | None]:
    """Return the database at `path`, and why a new one was made although there was one; None if it was good."""
    try:
        return Database(path, code_digest), None
    except UnfitError as error:
        for leftover in path.parent.glob(f"{path.stem}.*"):
            leftover.unlink()
        return Database(path, code_digest), str(error)
