"""A bucket as this checkout knows it: one request where nobody else has published there since.

A SQLite file keeps the state as last seen and all objects by path. To read some of them costs what these cost. The file
may be deleted at any time: it is filled anew from the bucket.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from plugins.publish.errors import PublishError
from plugins.publish.history.sqlite_file import open_sqlite, transaction
from plugins.publish.site.model import OutputVersion
from plugins.publish.targets.bucket.layers import START_ANEW, LayerError, read_objects
from plugins.publish.targets.bucket.objects import ObjectChanges, StoredObject, StoredObjects, digest_sum
from plugins.publish.targets.bucket.state import STATE_KEY, BucketState, from_bytes
from plugins.publish.targets.bucket.store import UNMODIFIED, Store

_FORMAT = 2
_TABLES = """
CREATE TABLE state (one INTEGER PRIMARY KEY CHECK (one = 1), tag TEXT, body BLOB, build TEXT);
CREATE TABLE objects (path TEXT PRIMARY KEY, digest TEXT, tag TEXT) WITHOUT ROWID;
"""


class CachedBucket:
    """The state of a bucket as `look` found it last, None before the first release; and its objects."""

    def __init__(self, store: Store, file: Path) -> None:
        self.state: BucketState | None = None
        self.tag = ""
        self._body = b""
        self._store = store
        self._connection = open_sqlite(file, _TABLES, _FORMAT)

    @property
    def place(self) -> str:
        """Return the address of the bucket."""
        return self._store.place

    def close(self) -> None:
        self._connection.close()

    def look(self) -> BucketState | None:
        """Read the state: one request."""
        known = self._connection.execute("SELECT tag, body FROM state").fetchone()
        found = self._store.read(STATE_KEY, known and known[0])
        if found is UNMODIFIED:
            self.tag, self._body = known
        else:
            self.tag, self._body = (found.tag, found.body) if found else ("", b"")
        self.state = from_bytes(self._body, self.place) if self.tag else None
        return self.state

    def has_moved(self) -> bool:
        """Look at the state, and tell whether it is another one than at the last look."""
        before = self.tag
        self.look()
        return self.tag != before

    @property
    def is_current(self) -> bool:
        """Return whether the file knows the state of the last look."""
        return self._connection.execute("SELECT tag FROM state").fetchall() == [(self.tag,)]

    def published_version(self, policy: str) -> OutputVersion | None:
        """Return the version of the output that the bucket has by this policy; None where that is not known."""
        packed = self._connection.execute("SELECT build FROM state").fetchone() if self.is_current else None
        build = json.loads(packed[0]) if packed and packed[0] else {}
        return OutputVersion(**build["mark"]) if build.get("policy") == policy else None

    def note_version(self, version: OutputVersion, policy: str) -> None:
        """Note that the bucket has this version of the output, published by this policy (`BucketTarget.policy`)."""
        if self.is_current:
            with transaction(self._connection):
                build = json.dumps({"mark": asdict(version), "policy": policy})
                self._connection.execute("UPDATE state SET build = ?", (build,))

    def some(self, paths: Iterable[str]) -> dict[str, StoredObject]:
        """Return the objects under these paths, without the paths that have none."""
        self._catch_up()
        query = "SELECT * FROM objects WHERE path IN (SELECT value FROM json_each(?))"
        rows = self._connection.execute(query, (json.dumps(list(paths)),))
        return {path: StoredObject(digest, tag) for path, digest, tag in rows}

    def all(self) -> dict[str, StoredObject]:
        """Return all objects."""
        self._catch_up()
        rows = self._connection.execute("SELECT * FROM objects")
        return {path: StoredObject(digest, tag) for path, digest, tag in rows}

    def checked_objects(self) -> tuple[dict[str, StoredObject], bool]:
        """Return all objects, and True if the bucket's own list of them is whole; else they are those known here.

        Raises LayerError where that list is damaged and this checkout does not know the objects either.
        """
        assert self.state is not None
        try:
            objects = read_objects(self._store, self.state)
            if not _agrees(objects, self.state):
                raise LayerError(f"{self.place}: its list of objects does not agree with its sum; {START_ANEW}")
        except LayerError:
            if self.is_current and _agrees(known := self.all(), self.state):
                return known, False
            raise
        if self.is_current and self.all() != objects:
            self._keep(objects, is_all=True)
        return objects, True

    def advance(self, tag: str, body: bytes, changes: ObjectChanges) -> None:
        """Take over a state that this checkout has just written, and the changes that it brought."""
        self._catch_up()
        self.tag, self._body, self.state = tag, body, from_bytes(body, self.place)
        self._keep(changes)  # last: a file that has missed one state must not take the next for its own

    def _catch_up(self) -> None:
        """Bring the file to the state of the last look: a request for each layer where another publisher was there."""
        if self.is_current:
            return
        try:
            objects = read_objects(self._store, self.state) if self.state else {}
        except LayerError:
            if self.has_moved():  # then the layers of the state before are gone, as they should be
                what = "another publisher has just published there"
                raise PublishError(f"{self.place}: {what}; run make publish again") from None
            raise
        self._keep(objects, is_all=True)

    def _keep(self, changes: ObjectChanges, *, is_all: bool = False) -> None:
        """Keep the state of the last look, with its changes or with all objects."""
        with transaction(self._connection) as connection:
            if is_all:
                connection.execute("DELETE FROM objects")
            gone = ((path,) for path, stored in changes.items() if stored is None)
            kept = ((path, *stored) for path, stored in changes.items() if stored)
            connection.executemany("DELETE FROM objects WHERE path = ?", gone)
            connection.executemany("INSERT OR REPLACE INTO objects VALUES (?, ?, ?)", kept)
            connection.execute("INSERT OR REPLACE INTO state VALUES (1, ?, ?, NULL)", (self.tag, self._body))


def _agrees(objects: StoredObjects, state: BucketState) -> bool:
    return digest_sum({path: stored.digest for path, stored in objects.items()}) == state.sum
