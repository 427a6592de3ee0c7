"""A shelf of the engine that lives in memory, and goes with the process."""

from pathlib import Path

from plugins.stet.state.database import Database
from plugins.stet.state.shelf import Shelf


class MemoryShelf(Shelf):
    """A shelf that is empty at first and notes the keys that are written."""

    def __init__(self) -> None:
        self.database = Database(Path(":memory:"), b"code")
        super().__init__(self.database, "related")
        self.written: set[str] = set()

    def put(self, key: str, value: bytes) -> None:
        super().put(key, value)
        self.written.add(key)

    def values(self) -> dict[str, bytes]:
        """Return all that is on the shelf."""
        return dict(self.database.rows("SELECT key, value FROM shelf"))
