"""The ledger: what a build wrote, so that publishing need not look at the whole output."""

import hashlib
import json
from dataclasses import dataclass, field


class PathTakenError(Exception):
    """Two sources want the same file; the message names both and says what to do."""


@dataclass(slots=True)
class Ledger:
    """Every file of one build: path below the output folder, SHA-256 of the bytes, size."""

    entries: dict[str, dict[str, str | int]] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    """Who wrote each path, in words; for this run only."""

    def record(self, path: str, body: bytes, source: str) -> None:
        """Enter one file that `source` wants to write; raises PathTakenError when another has written it."""
        if path in self.entries:
            both = f"{self.sources[path]} and {source}"
            raise PathTakenError(f"{path}: {both} both want to be written there; change the slug of one of them")
        self.entries[path] = {"sha256": hashlib.sha256(body).hexdigest(), "bytes": len(body)}
        self.sources[path] = source

    def to_json(self) -> str:
        """Return the ledger by path, one file a line."""
        return json.dumps(self.entries, indent=0, sort_keys=True, ensure_ascii=False) + "\n"
