"""The ledger: what a build wrote, so that publishing need not look at the whole output."""

import hashlib
import json
from dataclasses import dataclass, field


@dataclass(slots=True)
class Ledger:
    """Every file of one build: path below the output folder, SHA-256 of the bytes, size."""

    entries: dict[str, dict[str, str | int]] = field(default_factory=dict)

    def record(self, path: str, body: bytes) -> None:
        """Enter one file; raises ValueError when two sources want the same path."""
        if path in self.entries:
            raise ValueError(f"two pages want to be written to {path!r}; change the slug of one of them")
        self.entries[path] = {"sha256": hashlib.sha256(body).hexdigest(), "bytes": len(body)}

    def to_json(self) -> str:
        """Return the ledger by path, one file a line."""
        return json.dumps(self.entries, indent=0, sort_keys=True, ensure_ascii=False) + "\n"
