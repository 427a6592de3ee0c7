"""The list of a bucket's objects, in one part or a few: each layer is many times as large as the next.

A change is written again only when its layer is merged into an older one, so an edit costs what it changes, however
large the publication is; and to read everything takes a handful of requests.
"""

import json
import zlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from secrets import token_hex

from plugins.publish.errors import PublishError
from plugins.publish.targets.bucket.objects import ObjectChanges, StoredObject, StoredObjects
from plugins.publish.targets.bucket.state import STATE_KEY, BucketState, Layer
from plugins.publish.targets.bucket.store import PRIVATE, Store

DELTA_ENTRIES = 1400
"""Entries that the state itself may have: 64 KB, which every release writes twice.

A checkout without a cache reads nothing else of a publication that has no more files.
"""

START_ANEW = f"run make publish ADOPT=1 after removing {STATE_KEY} there, which sends everything again"
"""Remedy where the list of objects is lost."""

RATIO = 4
"""A layer is more than so many times as large as the next, while a release is under way."""

RATIO_AT_REST = 80
"""The same once it is complete: up to 110,000 objects have one layer, so that a checkout without a cache reads one."""


class LayerError(PublishError):
    """A layer that a state names is missing or damaged."""


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


def compact(store: Store, state: BucketState, ratio: int = RATIO) -> BucketState:
    """Return the state with its delta in a layer, stored now, where it has become large or layers are too many."""
    delta, layers, dropped = dict(state.delta), list(state.layers), list[str]()
    if not layers:
        delta = {path: stored for path, stored in delta.items() if stored}
    if len(delta) <= DELTA_ENTRIES and not _is_crowded(layers, ratio):
        return replace(state, delta=delta)
    while layers and (layers[-1].entries <= ratio * len(delta) or _is_crowded(layers, ratio)):
        layer = layers.pop()
        dropped.append(layer.key)
        delta = {**_read(store, layer), **delta}
    if not layers:
        delta = {path: stored for path, stored in delta.items() if stored}
    # Not named for its content: the same content later would get the key of a layer that is about to be removed.
    layer = Layer(name=token_hex(16), entries=len(delta))
    store.write(layer.key, pack(delta), PRIVATE)
    return replace(state, delta={}, layers=(*layers, layer), dropped=(*state.dropped, *dropped))


def with_new_layers(store: Store, state: BucketState, objects: StoredObjects) -> BucketState:
    """Return the state with layers that are written now, for all its objects, in the place of those that it has."""
    dropped = (*state.dropped, *(layer.key for layer in state.layers))
    return compact(store, replace(state, layers=(), delta=objects, dropped=dropped))


def _is_crowded(layers: Sequence[Layer], ratio: int) -> bool:
    return any(older.entries <= ratio * newer.entries for older, newer in pairwise(layers))


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
    if found is None:
        raise LayerError(f"{store.place}: {layer.key} is missing; {START_ANEW}")
    try:
        return unpack(found.body)
    except ValueError:
        raise LayerError(f"{store.place}: {layer.key} is damaged; {START_ANEW}") from None
