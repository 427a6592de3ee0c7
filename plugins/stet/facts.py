"""Facts, from which pages are made, and the view that gives their values and remembers which were read.

A *fact* is a value with a name and a digest: the front matter of one article, say. A page that is made of facts alone
is current for as long as the digests of those facts are the same. That is all that the engine relies on.
"""

import marshal
import pickle
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple

from plugins.stet.build_errors import OfferError
from plugins.stet.space import Space, Value
from plugins.stet.step import Progress, Step

Key = tuple[str, str]
"""Space and name: `("body", "one-delay")`."""

Digests = Mapping[str, bytes]
"""Digests of the facts of one space, by name."""


class Facts:
    """The facts of one space; packed ones are unpacked at the first use."""

    def __init__(self, key: bytes | None, digests: bytes | Digests) -> None:
        """Take the digests, packed or not, and the key of the step that has worked them out, if one has."""
        self.key = key
        self._given = digests

    @cached_property
    def digests(self) -> Digests:
        """The digests by name."""
        digests: Digests = pickle.loads(self._given) if isinstance(self._given, bytes) else self._given
        return digests

    @cached_property
    def packed(self) -> bytes:
        """The digests as the store keeps them."""
        return self._given if isinstance(self._given, bytes) else pickle.dumps(self._given)


OFFERED = "offered"
"""Space of one fact, which stands for the names of all spaces that are offered."""

VALUES_KEPT = 20_000
"""Values of a space that stay in memory, if the plugin does not say how many."""


class Loader(NamedTuple):
    """Makes the values of a space."""

    load: "Callable[[View, str], Any]"
    """Makes the value of a name. The facts that it reads through the view count as read by its reader too."""
    is_fact: bool
    """True if the value has a digest of its own; else it is a pure function of the facts that `load` reads."""
    keep: int
    """Number of values that stay in memory."""


class View:
    """Gives values by name, each loaded once, and remembers which facts were read."""

    def __init__(self, loaders: Mapping[str, Loader]) -> None:
        """Take the loader of each space, by the name of the space."""
        self._loaders = loaders
        self._kept: dict[str, dict[str, tuple[Any, frozenset[Key]]]] = {space: {} for space in loaders}
        self._read: set[Key] = set()

    def read(self, space: Space[Value], name: str = "") -> Value:
        """Return the value of a name. Raises OfferError for a space that no plugin offers.

        For a name that the space does not have it raises the error of the space's loader.
        """
        try:
            kept = self._kept[space.name]
        except KeyError:
            raise OfferError(_no_offer(space)) from None
        found = kept.get(name)
        if found is None:
            loader = self._loaders[space.name]
            if len(kept) >= loader.keep:
                kept.clear()
            with self.traced() as read:
                if loader.is_fact:
                    read.add((space.name, name))
                value = loader.load(self, name)
            found = kept[name] = (value, frozenset(read))
        self._read |= found[1]
        loaded: Value = found[0]
        return loaded

    def offers(self, space: Space[Any]) -> bool:
        """Tell whether a plugin offers the space; the answer counts as read, so that a page notices another one."""
        self._read.add((OFFERED, ""))
        return space.name in self._loaders

    @contextmanager
    def traced(self) -> Iterator[set[Key]]:
        """Collect the facts that are read inside of the `with`; a trace around it does not count them."""
        outer, self._read = self._read, set()
        try:
            yield self._read
        finally:
            self._read = outer


def digest_of(value: object) -> bytes:
    """Return a digest of a value of frozen dataclasses, tuples, text, numbers, times and None, to any depth.

    Their `repr` holds all of the value, in one way only.
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


NO_FACTS = Facts(None, {})


def settle_facts(
    before: Mapping[str, Facts], offered: Mapping[str, Digests | Step[Digests]], progress: Progress
) -> dict[str, Facts]:
    """Return the facts of this build by space, and run the steps whose key is not that of the last build.

    Facts that are the same as `before` are the same objects, so that they need not be stored again.
    """
    settled = {}
    for space, offer in offered.items():
        old = before.get(space, NO_FACTS)
        key = offer.key if isinstance(offer, Step) else None
        if key is not None and key == old.key:
            settled[space] = old
            continue
        digests = offer.run(progress) if isinstance(offer, Step) else offer
        is_same = space in before and key == old.key and digests == old.digests
        settled[space] = old if is_same else Facts(key, digests)
    return settled


def changed_facts(before: Mapping[str, Facts], after: Mapping[str, Facts]) -> set[Key]:
    """Return the facts that are new, gone, or have another digest."""
    changed = set()
    for space in before.keys() | after.keys():
        old, new = before.get(space, NO_FACTS), after.get(space, NO_FACTS)
        if old is not new and old.digests != new.digests:
            changed |= {(space, name) for name, _ in old.digests.items() ^ new.digests.items()}
    return changed


def _no_offer(space: Space[Any]) -> str:
    owner = f"{space.plugin} does, which PLUGINS does not name" if space.plugin else "see which plugin should"
    return f"no plugin of this build offers the space {space.name!r}: {owner}"
