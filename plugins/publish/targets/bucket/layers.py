"""The list of a bucket's objects, in a few parts: each layer is more than four times as large as the next.

A change is written again only when its layer is merged into an older one, so an edit costs what it changes, however
large the publication is; and to read everything takes a handful of requests.
"""

import json
import zlib
from dataclasses import replace
from secrets import token_hex

from plugins.publish.errors import PublishError
from plugins.publish.targets.bucket.objects import ObjectChanges, StoredObject
from plugins.publish.targets.bucket.state import STATE_KEY, BucketState, Layer
from plugins.publish.targets.bucket.store import PRIVATE, Store

DELTA_ENTRIES = 64
"""Entries that the state itself may have: some 5 KB, which every release writes twice."""

RATIO = 4


class MissingLayerError(PublishError):
    """A layer that a state names is not there."""


def read_objects(store: Store, state: BucketState) -> dict[str, StoredObject]:
    """Return the objects of a bucket by its state; one request a layer."""
    objects: dict[str, StoredObject] = {}
    for changes in (*(_read(store, layer) for layer in state.layers), state.delta):
        for path, stored in changes.items():
            if stored:
                objects[path] = stored
            else:
                objects.pop(path, None)
    return objects


def compact(store: Store, state: BucketState) -> BucketState:
    """Return the state with its delta moved into a layer, stored now, if it has become large."""
    if len(state.delta) <= DELTA_ENTRIES:
        return state
    delta, layers, dropped = dict(state.delta), list(state.layers), []
    while layers and layers[-1].entries <= RATIO * len(delta):
        layer = layers.pop()
        dropped.append(layer.key)
        delta = {**_read(store, layer), **delta}
    if not layers:
        delta = {path: stored for path, stored in delta.items() if stored}
    # Not named for its content: the same content later would get the key of a layer that is about to be removed.
    layer = Layer(name=token_hex(16), entries=len(delta))
    store.write(layer.key, pack(delta), PRIVATE)
    return replace(state, delta={}, layers=(*layers, layer), dropped=(*state.dropped, *dropped))


def pack(changes: ObjectChanges) -> bytes:
    """Return a layer's changes as bytes, the same for the same changes."""
    rows = [[path, *stored] if stored else [path] for path, stored in sorted(changes.items())]
    return zlib.compress(json.dumps(rows, separators=(",", ":"), ensure_ascii=False).encode())


def unpack(packed: bytes) -> dict[str, StoredObject | None]:
    """Return the changes that `pack` made bytes of. Raises ValueError for other bytes."""
    try:
        rows = json.loads(zlib.decompress(packed))
        return {str(path): StoredObject(*rest) if rest else None for path, *rest in rows}
    except (TypeError, zlib.error) as error:
        raise ValueError(f"no layer: {error}") from error


def _read(store: Store, layer: Layer) -> ObjectChanges:
    found = store.read(layer.key)
    remedy = f"run make publish ADOPT=1 after removing {STATE_KEY} there, which sends everything again"
    if found is None:
        raise MissingLayerError(f"{store.place}: {layer.key} is missing; {remedy}")
    try:
        return unpack(found.body)
    except ValueError:
        raise PublishError(f"{store.place}: {layer.key} is damaged; {remedy}") from None
