import pytest
from hypothesis import given
from hypothesis import strategies as st
from obstore.store import MemoryStore

from plugins.publish.targets.bucket import layers
from plugins.publish.targets.bucket.layers import LayerError, compact, pack, read_objects, unpack
from plugins.publish.targets.bucket.objects import StoredObject
from plugins.publish.targets.bucket.state import BucketState, Layer
from plugins.publish.targets.bucket.store import Store

OBJECTS = st.builds(StoredObject, st.text("0123456789abcdef", min_size=1, max_size=4), st.text(max_size=4))
CHANGES = st.dictionaries(st.text(min_size=1, max_size=3), st.none() | OBJECTS, max_size=6)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(layers, "DELTA_ENTRIES", 64)
    return Store(MemoryStore(), "memory://bucket")


def some_objects(number: int, digest: str) -> dict[str, StoredObject | None]:
    return {f"{each}.html": StoredObject(digest, "") for each in range(number)}


@given(CHANGES)
def test_changes_come_back_from_their_bytes(changes: dict[str, StoredObject | None]) -> None:
    assert unpack(pack(changes)) == changes
    assert pack(dict(reversed(changes.items()))) == pack(changes)


@pytest.mark.parametrize("stored", [b"", b"text", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_other_bytes_are_no_layer(stored: bytes) -> None:
    with pytest.raises(ValueError, match=r"no layer|Expecting value"):
        unpack(stored)


@given(st.lists(CHANGES, max_size=4))
def test_the_last_layer_decides_for_each_key(layers: list[dict[str, StoredObject | None]]) -> None:
    store, state = Store(MemoryStore(), ""), BucketState()
    for number, changes in enumerate(layers):
        layer = Layer(name=str(number), entries=len(changes))
        store.write(layer.key, pack(changes), {})
        state = BucketState(layers=(*state.layers, layer))
    last = {path: stored for changes in layers for path, stored in changes.items()}

    assert read_objects(store, state) == {path: stored for path, stored in last.items() if stored}


def test_a_small_delta_stays_in_the_state(store: Store) -> None:
    state = BucketState(delta=some_objects(64, "1"))

    assert compact(store, state) == state


def test_a_large_delta_becomes_a_layer_and_takes_small_layers_with_it(store: Store) -> None:
    large = compact(store, BucketState(delta=some_objects(1000, "1")))
    small = compact(store, BucketState(layers=large.layers, delta=some_objects(100, "2")))
    merged = compact(store, BucketState(layers=small.layers, delta={**some_objects(70, "3"), "90.html": None}))

    assert [[layer.entries for layer in state.layers] for state in (large, small, merged)] == [
        [1000],
        [1000, 100],
        [1000, 100],
    ]
    assert merged.dropped == (small.layers[1].key,)
    found = read_objects(store, merged)
    assert [found[f"{number}.html"].digest for number in (0, 80, 999)] == ["3", "2", "1"]
    assert "90.html" not in found
    assert len(found) == 999


def test_a_complete_release_has_one_layer_where_an_unfinished_one_had_several(store: Store) -> None:
    large = compact(store, BucketState(delta=some_objects(1000, "1")))
    state = compact(store, BucketState(layers=large.layers, delta=some_objects(100, "2")))
    rested = compact(store, BucketState(layers=state.layers, delta=some_objects(3, "3")), ratio=80)

    assert ([layer.entries for layer in rested.layers], rested.delta) == ([1000], {})
    assert rested.dropped == tuple(layer.key for layer in reversed(state.layers))
    found = read_objects(store, rested)
    assert [found[f"{number}.html"].digest for number in (0, 80, 999)] == ["3", "2", "1"]


def test_a_state_without_layers_forgets_what_is_gone(store: Store) -> None:
    state = compact(store, BucketState(delta=some_objects(3, "1") | {"gone.html": None}))

    assert (len(state.delta), state.layers) == (3, ())


def test_the_oldest_layer_forgets_what_is_gone(store: Store) -> None:
    state = compact(store, BucketState(delta=some_objects(70, "1") | {"gone.html": None}))

    assert state.layers[0].entries == 70


def test_a_layer_that_is_missing_or_damaged_is_named(store: Store) -> None:
    layer = Layer(name="a", entries=1)
    remedy = r"run make publish ADOPT=1 after removing \.publish/head there"

    with pytest.raises(LayerError, match=rf"memory://bucket: \.publish/layer-a is missing; {remedy}"):
        read_objects(store, BucketState(layers=(layer,)))
    store.write(layer.key, b"text", {})
    with pytest.raises(LayerError, match=rf"\.publish/layer-a is damaged; {remedy}"):
        read_objects(store, BucketState(layers=(layer,)))
