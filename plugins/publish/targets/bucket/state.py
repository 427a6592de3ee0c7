"""The state of a bucket, one small object in it: its releases, its publisher at the moment, and its objects.

It is changed by compare-and-swap alone, so it is the lock and the journal as well. The list of objects is in `layers`,
immutable parts beside it, the oldest first; `delta` holds the changes since then.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from plugins.publish.errors import PublishError
from plugins.publish.site.model import Release
from plugins.publish.targets.bucket.objects import StoredObject
from plugins.publish.targets.bucket.store import OWN_PREFIX, Store, keeps_conditions

STATE_KEY = f"{OWN_PREFIX}head"
FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """An immutable part of the list of objects: the last part of its key, and its number of entries."""

    name: str
    entries: int

    @property
    def key(self) -> str:
        """Return its key in the bucket."""
        return f"{OWN_PREFIX}layer-{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """A release that is under way: the lock, and the journal for the publisher that has to end it."""

    release: str
    who: str
    """`user@host`, for people."""
    checkout: str
    """Identity of the publisher's checkout: only there can it be told that the publisher is dead."""
    since: str
    """Time in UTC at which it began."""
    paths: tuple[str, ...]
    """Keys that may hold anything: the object before, that of the release, or none."""
    sent: tuple[str, ...] = ()
    """Keys that agree with the list of objects, and that were not purged yet."""
    lease: float = 0.0
    """Seconds without a sign of life after which the publisher stops itself, and another one may take over."""
    is_over: bool = False
    """True if the publisher has said that it gave up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BucketState:
    """The content of `.publish/head`; without values, the state of a bucket before its first release."""

    siteurl: str = ""
    conditional: bool = True
    """True if the store was found to keep to the conditions of a write at the first release."""
    publisher: str = ""
    """Name of the one publisher where it does not."""
    layers: tuple[Layer, ...] = ()
    delta: Mapping[str, StoredObject | None] = field(default_factory=dict)
    sum: int = 0
    """Sum over all objects (`objects.digest_sum`)."""
    files: int = 0
    pages: int = 0
    releases: tuple[Release, ...] = ()
    """Releases, newest first; readers have the first."""
    retired: Mapping[str, int] = field(default_factory=dict)
    """Keys that nothing links to any more, with the time (seconds since 1970) from which they may go."""
    taken_down: tuple[str, ...] = ()
    """Addresses that the last release had to be without."""
    dropped: tuple[str, ...] = ()
    """Keys of layers that an unfinished release has replaced."""
    intent: Intent | None = None
    nonce: str = ""
    """Random word of each write, by which a publisher knows its own."""

    @property
    def uncertain(self) -> frozenset[str]:
        """Return the keys that an interrupted release may have left in any state."""
        return frozenset(self.intent.paths if self.intent else ())


def first_state(store: Store, siteurl: str, publisher: str) -> BucketState:
    """Return the state before the first release, after a look whether the store keeps to conditions.

    Raises PublishError where it does not, and no `publisher` is named.
    """
    conditional = keeps_conditions(store)
    if not conditional and not publisher:
        what = "this store ignores the conditions of a write, so that two publishers would mix their releases"
        remedy = 'name the only one there will be: PUBLISH = {"publisher": "…"}, or PUBLISH_PUBLISHER=…'
        raise PublishError(f"{store.place}: {what}; {remedy}")
    return BucketState(siteurl=siteurl, conditional=conditional, publisher="" if conditional else publisher)


def to_bytes(state: BucketState) -> bytes:
    """Return the state as it is stored."""
    entry = {"format": FORMAT} | asdict(state)
    entry["delta"] = [[path, *(stored or ())] for path, stored in sorted(state.delta.items())]
    entry["sum"] = f"{state.sum:032x}"
    if not state.taken_down:
        del entry["taken_down"]  # so that a kit that knows none goes on where there is none
    return zlib.compress(json.dumps(entry, separators=(",", ":"), ensure_ascii=False).encode())


def from_bytes(stored: bytes, place: str) -> BucketState:
    """Return the state that was stored. Raises PublishError for something else, or that of a newer kit."""
    try:
        entry = json.loads(zlib.decompress(stored))
        if entry.pop("format") != FORMAT:
            raise PublishError(f"{place}: another version of the kit has published there; use that version")
        return _from_entry(entry)
    except (ValueError, TypeError, KeyError, AttributeError, zlib.error):
        remedy = f"remove {STATE_KEY} there and run make publish ADOPT=1, which sends everything again"
        raise PublishError(f"{place}: {STATE_KEY} cannot be read; {remedy}") from None


def _from_entry(entry: dict[str, Any]) -> BucketState:
    intent = entry.pop("intent")
    return BucketState(
        layers=tuple(Layer(**layer) for layer in entry.pop("layers")),
        delta={path: StoredObject(*rest) if rest else None for path, *rest in entry.pop("delta")},
        sum=int(entry.pop("sum"), 16),
        releases=tuple(Release(**release) for release in entry.pop("releases")),
        dropped=tuple(entry.pop("dropped")),
        taken_down=tuple(entry.pop("taken_down", ())),
        intent=Intent(**intent | {"paths": tuple(intent["paths"]), "sent": tuple(intent["sent"])}) if intent else None,
        **entry,
    )
