"""SQLite files of this checkout that may be lost: their content can be found out again."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def open_sqlite(path: Path, tables: str, version: int) -> sqlite3.Connection:
    """Open the file at `path`, made anew with these tables where it is missing, damaged, or of another version."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        connection = _connect(path)
        if connection.execute("PRAGMA user_version").fetchone()[0] == version:
            return connection
        connection.close()
    except sqlite3.DatabaseError:
        pass  # a lost file only costs time
    for each in (path, *(path.with_name(f"{path.name}-{end}") for end in ("wal", "shm", "journal"))):
        each.unlink(missing_ok=True)
    connection = _connect(path)
    connection.executescript(f"BEGIN; {tables} PRAGMA user_version = {version}; COMMIT;")
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Make all that is written until the end of the context hold, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")  # one wait for the disk a run, not two a change
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection
