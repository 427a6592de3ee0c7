"""Cache of drawn cards, in the folder of developed pictures: it outlives outputs and states, and can be kept in CI."""

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_DAY = 24 * 60 * 60
_KEPT_DAYS = 90
"""Days after which a card that no build has asked for is removed, as pictures are."""


@dataclass(frozen=True, slots=True)
class CardCache:
    """Cards by their key, below `root`. One that cannot be read or kept is drawn again: a cache saves time alone."""

    root: Path

    def read(self, key: str) -> bytes | None:
        """Return a card, and note that it is in use; None where it is not there."""
        with suppress(OSError):
            path = self._path(key)
            content = path.read_bytes()
            os.utime(path)
            return content
        return None

    def keep(self, key: str, card: bytes) -> None:
        """Keep a card; it comes to its place whole, by a rename."""
        with suppress(OSError):
            path = self._path(key)
            path.parent.mkdir(parents=True, exist_ok=True)
            new = path.with_suffix(f".{os.getpid()}.tmp")
            new.write_bytes(card)
            new.rename(path)

    def collect(self) -> None:
        """Remove what no build has asked for in 90 days."""
        with suppress(OSError):
            with tempfile.TemporaryFile(dir=self.root) as file:
                now = os.fstat(file.fileno()).st_mtime  # the file system's own time, which others are compared with
            for path in sorted(self.root.glob("??/*")):
                if path.stat().st_mtime < now - _KEPT_DAYS * _DAY:
                    path.unlink()

    def _path(self, key: str) -> Path:
        return self.root / key[:2] / f"{key}.jpg"
