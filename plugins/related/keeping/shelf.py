"""Where the ranking keeps its work between runs: named bytes, in a store that somebody else looks after."""

from collections.abc import Mapping, Sequence
from typing import Protocol


class Shelf(Protocol):
    """Keeps values by key. Its owner commits all changes of a run at once, or none, and vouches for what it returns."""

    def get(self, key: str) -> bytes | None: ...

    def get_all(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        """Return those values that there are, by key: faster than one by one."""

    def put(self, key: str, value: bytes) -> None: ...

    def delete(self, key: str) -> None:
        """Forget a key, also one that is not there."""


class MemoryShelf:
    """A shelf for one process."""

    def __init__(self) -> None:
        self.values: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self.values.get(key)

    def get_all(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        return {key: self.values[key] for key in keys if key in self.values}

    def put(self, key: str, value: bytes) -> None:
        self.values[key] = value

    def delete(self, key: str) -> None:
        self.values.pop(key, None)


def kept(shelf: Shelf, key: str) -> bytes:
    """Return a value that must be there, because another value says so."""
    return all_kept(shelf, [key])[0]


def all_kept(shelf: Shelf, keys: Sequence[str]) -> list[bytes]:
    """Return values that must be there, in the order of their keys."""
    found = shelf.get_all(keys)
    for key in keys:
        if key not in found:
            raise LookupError(f"the shelf lacks {key!r}, which it should have; empty it")
    return [found[key] for key in keys]
