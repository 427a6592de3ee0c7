"""Values that a plugin keeps for the next build, by key, in the database of the build."""

import json
from collections.abc import Sequence

from plugins.stet.state.database import Database


class Shelf:
    """The values of one plugin, under its name."""

    def __init__(self, database: Database, space: str) -> None:
        self._database = database
        self._space = space

    def get(self, key: str) -> bytes | None:
        """Return a value, or None."""
        found = self._database.rows("SELECT value FROM shelf WHERE space = ? AND key = ?", [self._space, key])
        return found[0][0] if found else None

    def get_all(self, keys: Sequence[str]) -> list[bytes]:
        """Return the values of keys, in their order: faster than one by one. Raises LookupError for a missing one."""
        query = "SELECT key, value FROM shelf WHERE space = ? AND key IN (SELECT value FROM json_each(?))"
        found = dict(self._database.rows(query, [self._space, json.dumps(keys)]))
        if missing := [key for key in keys if key not in found]:
            raise LookupError(f"the shelf {self._space!r} lacks {missing[0]!r}, which it should have")
        return [found[key] for key in keys]

    def put(self, key: str, value: bytes) -> None:
        """Keep a value."""
        self._database.write("INSERT OR REPLACE INTO shelf VALUES (?, ?, ?)", [(self._space, key, value)])

    def delete(self, key: str) -> None:
        """Drop a value, if there is one."""
        self._database.write("DELETE FROM shelf WHERE space = ? AND key = ?", [(self._space, key)])
