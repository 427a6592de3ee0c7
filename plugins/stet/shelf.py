"""What a plugin keeps for the next build: values by key, held and dropped together with everything else."""

from plugins.stet.database import Database


class Shelf:
    """The values of one plugin, under its name."""

    def __init__(self, database: Database, space: str) -> None:
        self._database = database
        self._space = space

    def get(self, key: str) -> bytes | None:
        """Return a value, or None."""
        found = self._database.rows("SELECT value FROM shelf WHERE space = ? AND key = ?", [self._space, key])
        return found[0][0] if found else None

    def put(self, key: str, value: bytes) -> None:
        """Keep a value."""
        self._database.write("INSERT OR REPLACE INTO shelf VALUES (?, ?, ?)", [(self._space, key, value)])

    def delete(self, key: str) -> None:
        """Drop a value, if there is one."""
        self._database.write("DELETE FROM shelf WHERE space = ? AND key = ?", [(self._space, key)])
