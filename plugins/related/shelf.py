"""Where the ranking keeps its work between runs: named bytes, in a store that somebody else looks after."""

from typing import Protocol


class Shelf(Protocol):
    """Keeps values by key. Its owner commits all changes of a run at once, or none, and vouches for what it returns."""

    def get(self, key: str) -> bytes | None: ...

    def put(self, key: str, value: bytes) -> None: ...

    def delete(self, key: str) -> None:
        """Forget a key, also one that is not there."""


class MemoryShelf:
    """A shelf for one process."""

    def __init__(self) -> None:
        self.values: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self.values.get(key)

    def put(self, key: str, value: bytes) -> None:
        self.values[key] = value

    def delete(self, key: str) -> None:
        self.values.pop(key, None)


def kept(shelf: Shelf, key: str) -> bytes:
    """Return a value that must be there, because another value says so."""
    value = shelf.get(key)
    if value is None:
        raise LookupError(f"the shelf lacks {key!r}, which it should have; empty it")
    return value
