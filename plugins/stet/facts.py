"""What pages are made from, read through a view that remembers what was read.

A *fact* is a value with a name and a digest: the front matter of one article, say. What is made of facts alone can be
told to be current from the digests of those that it read. That is all that the engine believes.
"""

import marshal
import pickle
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple

Key = tuple[str, str]
"""Space and name: `("body", "one-delay")`."""

Digests = Mapping[str, bytes]
"""Digests of the facts of one space, by name."""


class Facts:
    """The facts of one space, worked out or unpacked where somebody asks for them."""

    def __init__(self, key: bytes | None, digests: "bytes | Callable[[], Digests]") -> None:
        """Take the digests packed, or a function that works them out.

        Two with one key are the same facts: the key stands for all that they are worked out from. None stands for
        nothing.
        """
        self.key = key
        self._given = digests

    @cached_property
    def digests(self) -> Digests:
        if isinstance(self._given, bytes):
            digests: Digests = pickle.loads(self._given)
            return digests
        return self._given()

    @cached_property
    def packed(self) -> bytes:
        """The digests as the store keeps them."""
        return self._given if isinstance(self._given, bytes) else pickle.dumps(self.digests)

    def is_same(self, other: "Facts") -> bool:
        """Whether both are known to be the same without a look at them."""
        return self is other or (self.key is not None and self.key == other.key)


class Source(NamedTuple):
    """Where the values of a space come from."""

    load: "Callable[[View, str], Any]"
    """Makes the value of a name. What it reads through the view counts as read by whoever asked."""
    is_fact: bool
    """Whether the value has a digest of its own; else it is a pure function of the facts that `load` reads."""
    keep: int = 20_000
    """How many values stay in memory."""


class View:
    """Gives values by name, each loaded once, and remembers which facts were read."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._kept: dict[str, dict[str, tuple[Any, frozenset[Key]]]] = {space: {} for space in sources}
        self._read: set[Key] = set()

    def read(self, space: str, name: str = "") -> Any:
        """Return the value of a name; raises what the space's source raises for a name that it does not have."""
        kept = self._kept[space]
        found = kept.get(name)
        if found is None:
            source = self._sources[space]
            if len(kept) >= source.keep:
                kept.clear()
            with self.traced() as read:
                if source.is_fact:
                    read.add((space, name))
                value = source.load(self, name)
            found = kept[name] = (value, frozenset(read))
        self._read |= found[1]
        return found[0]

    @contextmanager
    def traced(self) -> Iterator[set[Key]]:
        """Collect the facts that are read inside of the `with`; what is around it does not count them."""
        outer, self._read = self._read, set()
        try:
            yield self._read
        finally:
            self._read = outer


def digest_of(value: object) -> bytes:
    """Return a digest of a plain value: of frozen dataclasses, tuples, text, numbers, times and None, to any depth.

    Their `repr` says all there is in them, in one way only.
    """
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=16).digest()


@lru_cache(maxsize=100_000)  # many files are made from one fact
def fact_number(key: Key) -> int:
    """Return the number of a fact in the store, of 63 bits. Should two share one, a page is made once too often."""
    name = f"{key[0]}\0{key[1]}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(name, digest_size=8).digest(), "big") >> 1


class Trace(NamedTuple):
    """The facts that something was made from, as the store keeps them: there is one for every file."""

    packed_numbers: bytes
    packed: bytes

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the facts, in the order of the facts."""
        return tuple(array("q", self.packed_numbers))

    @property
    def keys(self) -> tuple[Key, ...]:
        """The facts, in order."""
        keys: tuple[Key, ...] = marshal.loads(self.packed)
        return keys


def trace_of(read: Iterable[Key]) -> Trace:
    """Return the trace of facts that were read."""
    keys = tuple(sorted(read))
    return Trace(array("q", map(fact_number, keys)).tobytes(), marshal.dumps(keys))


NO_FACTS = Facts(None, dict)


def changed_facts(before: Mapping[str, Facts], after: Mapping[str, Facts]) -> set[Key]:
    """Return the facts that are new, gone, or not what they were."""
    changed = set()
    for space in before.keys() | after.keys():
        old, new = before.get(space, NO_FACTS), after.get(space, NO_FACTS)
        if not old.is_same(new) and old.digests != new.digests:
            changed |= {(space, name) for name, _ in old.digests.items() ^ new.digests.items()}
    return changed


def kept_where_same(before: Mapping[str, Facts], after: Mapping[str, Facts]) -> dict[str, Facts]:
    """Return the facts `after`, with the very objects of `before` where they are the same, and need not be stored."""
    kept = {}
    for space, new in after.items():
        old = before.get(space, NO_FACTS)
        is_kept = old.is_same(new) or (old.key == new.key and old.digests == new.digests)
        kept[space] = old if is_kept else new
    return kept
