"""What this checkout knows of a bucket: its head as last seen, and what its keys hold.

Asked for single keys, it costs what these cost. It may be deleted at any time; the bucket tells it anew.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from plugins.publish.history.sqlite_file import changing, open_memory
from plugins.publish.site.model import OutputVersion
from plugins.publish.targets.bucket.holdings import Delta, Holding, Holdings

_FORMAT = 1
_PIECE = 500
"""Values in one query, below SQLite's limit on variables."""

_TABLES = """
CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), tag TEXT, body BLOB, agreed TEXT);
CREATE TABLE holdings (path TEXT PRIMARY KEY, digest TEXT, tag TEXT) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Agreed:
    """The state of the build that the bucket has, and what the headers of its files are made by."""

    mark: OutputVersion
    policy: str


class Mirror:
    """The copy of one target's state in the file at `path`."""

    def __init__(self, path: Path) -> None:
        self._connection = open_memory(path, _TABLES, _FORMAT)

    def close(self) -> None:
        self._connection.close()

    def head(self) -> tuple[str, bytes] | None:
        """Return the head's tag and content as last seen."""
        rows = self._connection.execute("SELECT tag, body FROM head").fetchall()
        return rows[0] if rows else None

    def agreed(self) -> Agreed | None:
        """Return which build the bucket has; None where that was not seen to the end."""
        rows = self._connection.execute("SELECT agreed FROM head").fetchall()
        entry = json.loads(rows[0][0]) if rows and rows[0][0] else None
        return Agreed(OutputVersion(**entry["mark"]), entry["policy"]) if entry else None

    def some(self, paths: Iterable[str]) -> dict[str, Holding]:
        """Return what the keys of these paths hold, those that hold anything."""
        wanted, found = list(paths), {}
        for start in range(0, len(wanted), _PIECE):
            piece = wanted[start : start + _PIECE]
            query = f"SELECT path, digest, tag FROM holdings WHERE path IN ({','.join('?' * len(piece))})"
            found.update({path: Holding(digest, tag) for path, digest, tag in self._connection.execute(query, piece)})
        return found

    def all(self) -> dict[str, Holding]:
        """Return what all keys hold."""
        rows = self._connection.execute("SELECT path, digest, tag FROM holdings")
        return {path: Holding(digest, tag) for path, digest, tag in rows}

    def replace(self, tag: str, body: bytes, holdings: Holdings) -> None:
        """Forget everything for this head and this state."""
        with changing(self._connection):
            self._connection.execute("DELETE FROM holdings")
            rows = ((path, *holding) for path, holding in holdings.items())
            self._connection.executemany("INSERT INTO holdings VALUES (?, ?, ?)", rows)
            self._connection.execute("INSERT OR REPLACE INTO head VALUES (1, ?, ?, NULL)", (tag, body))

    def advance(self, tag: str, body: bytes, delta: Delta, agreed: Agreed | None) -> None:
        """Take over a head that this checkout has written, and what it changed."""
        with changing(self._connection):
            gone = ((path,) for path, holding in delta.items() if holding is None)
            kept = ((path, *holding) for path, holding in delta.items() if holding)
            self._connection.executemany("DELETE FROM holdings WHERE path = ?", gone)
            self._connection.executemany("INSERT OR REPLACE INTO holdings VALUES (?, ?, ?)", kept)
            self._connection.execute("INSERT OR REPLACE INTO head VALUES (1, ?, ?, ?)", (tag, body, _packed(agreed)))

    def agree(self, agreed: Agreed) -> None:
        """Note that the bucket has this build."""
        with changing(self._connection):
            self._connection.execute("UPDATE head SET agreed = ?", (_packed(agreed),))


def _packed(agreed: Agreed | None) -> str | None:
    return json.dumps(asdict(agreed)) if agreed else None
