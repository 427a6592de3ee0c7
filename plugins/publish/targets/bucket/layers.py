"""How the state of a bucket is kept in few small objects: each layer more than four times as large as the next.

A change is written again only when its layer is merged into an older one, so an edit costs what it changes, whatever
the size of the publication; and whoever has to read everything finds a handful of objects.
"""

from dataclasses import replace
from secrets import token_hex

from plugins.publish.errors import PublishError
from plugins.publish.targets.bucket.head import Head, Layer
from plugins.publish.targets.bucket.holdings import Delta, Holding, overlay, pack, unpack
from plugins.publish.targets.bucket.store import Store

FOLD = 64
"""Entries that the head itself may have: some 5 KB, which every release writes twice."""

RATIO = 4

PRIVATE = {"Content-Type": "application/octet-stream", "Cache-Control": "no-store"}
"""Headers of what is no page."""


class MissingLayerError(PublishError):
    """A layer that a head names is not there."""


def read_layers(store: Store, head: Head) -> dict[str, Holding]:
    """Return the state that a head stands for; one request a layer."""
    return overlay([*(_read(store, layer) for layer in head.layers), head.delta])


def fold(store: Store, head: Head) -> Head:
    """Return the head with its delta moved into a layer, stored now, if it has become large."""
    if len(head.delta) <= FOLD:
        return head
    delta, layers, dropped = dict(head.delta), list(head.layers), []
    while layers and layers[-1].entries <= RATIO * len(delta):
        layer = layers.pop()
        dropped.append(layer.key)
        delta = {**_read(store, layer), **delta}
    if not layers:
        delta = {path: holding for path, holding in delta.items() if holding}
    # Not named for its content: what comes back to it would have the key of a layer that is about to be removed.
    layer = Layer(name=token_hex(16), entries=len(delta))
    store.write(layer.key, pack(delta), PRIVATE)
    return replace(head, delta={}, layers=(*layers, layer), dropped=(*head.dropped, *dropped))


def _read(store: Store, layer: Layer) -> Delta:
    found = store.read(layer.key)
    remedy = "run make publish ADOPT=1 after removing .publish/head there, which sends everything again"
    if found is None:
        raise MissingLayerError(f"{store.place}: {layer.key} is missing; {remedy}")
    try:
        return unpack(found.body)
    except ValueError:
        raise PublishError(f"{store.place}: {layer.key} is damaged; {remedy}") from None
