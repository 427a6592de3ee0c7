"""The head: one small object that says what a bucket holds, who publishes to it now, and which releases it had.

It is changed by compare-and-swap alone. What it says of the keys is `layers`, immutable objects beside it, oldest
first, and `delta` on top of them.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from plugins.publish.errors import PublishError
from plugins.publish.site.model import Release
from plugins.publish.targets.bucket.holdings import Holding

HEAD = ".publish/head"
FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """An immutable part of the state: the last part of its key, and how many entries it has."""

    name: str
    entries: int

    @property
    def key(self) -> str:
        """Return where it lies."""
        return f".publish/layer-{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """A release that is under way: the lock, and the journal for whoever has to end it."""

    release: str
    who: str
    """`user@host`, for people."""
    checkout: str
    """Identity of the checkout that publishes: only from there it can be told that the publisher is dead."""
    since: str
    """When it began, in UTC."""
    paths: tuple[str, ...]
    """Keys that may hold anything: what they held before, what the release has for them, or nothing."""
    sent: tuple[str, ...] = ()
    """Keys that hold what the head says, and that were not purged yet."""
    lease: float = 0.0
    """Seconds without a sign after which it takes itself for replaced; whoever replaces it waits as long."""
    is_over: bool = False
    """Whether its publisher has said that it gave up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a bucket holds."""

    siteurl: str
    conditional: bool
    """Whether the store keeps to the conditions of a write, as it was found at the first release."""
    publisher: str = ""
    """Name of the one publisher where it does not."""
    layers: tuple[Layer, ...] = ()
    delta: Mapping[str, Holding | None] = field(default_factory=dict)
    sum: int = 0
    """Of the whole state (`holdings.state_sum`)."""
    files: int = 0
    pages: int = 0
    releases: tuple[Release, ...] = ()
    """Newest first; the first is the one that readers have."""
    retired: Mapping[str, int] = field(default_factory=dict)
    """Keys that nothing links to any more, with the time (seconds since 1970) from which they may go."""
    dropped: tuple[str, ...] = ()
    """Keys of layers that an unfinished release has replaced."""
    intent: Intent | None = None
    nonce: str = ""
    """Another one in every write, by which a publisher knows its own."""


def to_bytes(head: Head) -> bytes:
    """Return the head as it is stored."""
    entry = {"format": FORMAT} | asdict(head)
    entry["delta"] = [[path, *(holding or ())] for path, holding in sorted(head.delta.items())]
    entry["sum"] = f"{head.sum:032x}"
    return zlib.compress(json.dumps(entry, separators=(",", ":"), ensure_ascii=False).encode())


def from_bytes(stored: bytes, place: str) -> Head:
    """Return the head that was stored. Raises PublishError where that is none of ours, or of a newer kit."""
    try:
        entry = json.loads(zlib.decompress(stored))
        if entry.pop("format") != FORMAT:
            raise PublishError(f"{place}: another version of the kit has published there; use that version")
        return _head(entry)
    except (ValueError, TypeError, KeyError, AttributeError, zlib.error):
        remedy = f"remove {HEAD} there and run make publish ADOPT=1, which sends everything again"
        raise PublishError(f"{place}: {HEAD} cannot be read; {remedy}") from None


def _head(entry: dict[str, Any]) -> Head:
    intent = entry.pop("intent")
    return Head(
        layers=tuple(Layer(**layer) for layer in entry.pop("layers")),
        delta={path: Holding(*rest) if rest else None for path, *rest in entry.pop("delta")},
        sum=int(entry.pop("sum"), 16),
        releases=tuple(Release(**release) for release in entry.pop("releases")),
        dropped=tuple(entry.pop("dropped")),
        intent=Intent(**intent | {"paths": tuple(intent["paths"]), "sent": tuple(intent["sent"])}) if intent else None,
        **entry,
    )
