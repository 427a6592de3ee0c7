"""The record of the builds into a folder, for others to read: its files, the changes of late, and notes on it.

It does not know of changes by hand since the last build.
"""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from plugins.stet.state.database import WHOLE, has_our_format
from plugins.stet.state.state_paths import database_file

_FILE = "path, sha256, bytes, kind"


class File(NamedTuple):
    """A file of the output."""

    sha256: str
    """In hexadecimal."""
    bytes: int
    kind: str
    """The kind of output, as the plugin that offered it has named it."""


class Record(AbstractContextManager["Record"]):
    """The record as it was when it was opened, even if another build ends meanwhile; to be closed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute("BEGIN")  # one state of the file for all that follows
        self.generation: int
        """Number of changes of the output; an older output has a lower one."""
        self.identity: str
        """Name of this output, at random: no other, of any number or folder, has it."""
        self.generation, self.identity = connection.execute("SELECT max(generation), name FROM states").fetchone()

    @property
    def is_whole(self) -> bool:
        """True if the build has left nothing in the folder but these files."""
        return bool(self._rows("SELECT 1 FROM about WHERE key = ? AND value IS NOT NULL", WHOLE))

    @cached_property
    def notes(self) -> Mapping[str, Any]:
        """Notes of plugins on this output (`Engine.note`), by name."""
        return {name: json.loads(value) for name, value in self._rows("SELECT name, value FROM notes ORDER BY name")}

    def files(self) -> dict[str, File]:
        """Return every file that the build left by its path in the folder, in order of path."""
        rows = self._rows(f"SELECT {_FILE} FROM pages")  # sorted here: by path, SQLite would look each row up
        return {path: File(sha256.hex(), *rest) for path, sha256, *rest in sorted(rows)}

    def changed_since(self, identity: str, generation: int) -> dict[str, File | None] | None:
        """Return the files that have changed since an earlier output, in order of path; None for one that is gone.

        None instead of all where no such output came before this one, or too long ago. A file that was changed and put
        back counts as changed. It costs as much as there are files to return.
        """
        if not self._rows("SELECT 1 FROM states WHERE generation = ? AND name = ?", generation, identity):
            return None
        found: dict[str, File | None] = {
            path: File(sha256.hex(), *rest)
            for path, sha256, *rest in self._rows(f"SELECT {_FILE} FROM pages WHERE generation > ?", generation)
        }
        found |= {path: None for (path,) in self._rows("SELECT path FROM gone WHERE generation > ?", generation)}
        return dict(sorted(found.items()))

    def close(self) -> None:
        """Let go of the file; once is enough."""
        self._connection.close()

    def __exit__(self, *_: object) -> None:
        self.close()

    def _rows(self, query: str, *values: object) -> list[Any]:
        return self._connection.execute(query, values).fetchall()


def open_record(output: Path) -> Record | None:
    """Open the record of the builds into `output`; None where none was completed, or it cannot be read."""
    try:
        connection = sqlite3.connect(f"{database_file(output).as_uri()}?mode=ro", uri=True, isolation_level=None)
    except sqlite3.Error:
        return None
    try:
        if has_our_format(connection) and connection.execute("SELECT 1 FROM states LIMIT 1").fetchone():
            return Record(connection)
    except sqlite3.Error:
        pass
    connection.close()
    return None
