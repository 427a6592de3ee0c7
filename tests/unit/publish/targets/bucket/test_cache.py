from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from obstore.store import MemoryStore

from plugins.publish.site.model import OutputVersion
from plugins.publish.targets.bucket.cache import CachedBucket
from plugins.publish.targets.bucket.layers import compact
from plugins.publish.targets.bucket.objects import ObjectChanges, StoredObject
from plugins.publish.targets.bucket.state import STATE_KEY, BucketState, to_bytes
from plugins.publish.targets.bucket.store import Store

ONE, TWO = StoredObject("1", "a"), StoredObject("2", "b")
VERSION = OutputVersion("record", 3)


@pytest.fixture
def store() -> Store:
    return Store(MemoryStore(), "memory://bucket")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "mirror.sqlite"


@pytest.fixture
def bucket(store: Store, file: Path) -> Iterator[CachedBucket]:
    with closing(CachedBucket(store, file)) as bucket:
        yield bucket


def write_state(store: Store, state: BucketState) -> tuple[str, bytes]:
    """Have another publisher write a state; return its tag and its bytes."""
    body = to_bytes(state)
    return store.write(STATE_KEY, body, {}), body


def advance(bucket: CachedBucket, store: Store, changes: ObjectChanges) -> None:
    before = bucket.look() or BucketState()
    tag, body = write_state(store, replace(before, delta={**before.delta, **changes}))
    bucket.advance(tag, body, changes)


def test_an_empty_bucket_has_no_state_and_no_objects(bucket: CachedBucket) -> None:
    assert (bucket.look(), bucket.published_version("policy"), bucket.all()) == (None, None, {})


def test_changes_and_build_are_remembered(bucket: CachedBucket, store: Store, file: Path) -> None:
    advance(bucket, store, {"a": ONE, "b": ONE})
    advance(bucket, store, {"a": TWO, "b": None, "c": TWO})
    bucket.note_version(VERSION, "policy")
    bucket.close()

    with closing(CachedBucket(store, file)) as again:
        again.look()
        assert again.is_current
        assert again.published_version("policy") == VERSION
        assert again.all() == {"a": TWO, "c": TWO}
        assert again.some(["a", "b", "z"]) == {"a": TWO}


def test_objects_are_read_anew_after_another_publisher(bucket: CachedBucket, store: Store) -> None:
    advance(bucket, store, {"a": ONE})
    bucket.note_version(VERSION, "policy")
    write_state(store, BucketState(delta={"b": TWO}))

    assert bucket.has_moved()
    assert bucket.published_version("policy") is None
    assert bucket.all() == {"b": TWO}
    assert not bucket.has_moved()


def test_some_may_be_more_than_a_query_has_variables(bucket: CachedBucket, store: Store) -> None:
    objects = {str(number): ONE for number in range(2_000)}
    write_state(store, compact(store, BucketState(delta=objects)))
    bucket.look()

    assert bucket.some(objects) == objects


def test_a_new_state_of_this_checkout_is_not_yet_a_build(bucket: CachedBucket, store: Store) -> None:
    advance(bucket, store, {})
    bucket.note_version(VERSION, "policy")
    before = bucket.published_version("policy")
    advance(bucket, store, {"a": ONE})

    assert (before, bucket.published_version("policy")) == (VERSION, None)


@pytest.mark.parametrize("content", [b"", b"no database at all, but some text" * 100])
def test_a_damaged_file_is_filled_anew(store: Store, tmp_path: Path, content: bytes) -> None:
    write_state(store, BucketState(delta={"a": ONE}))
    (tmp_path / "mirror.sqlite").write_bytes(content)

    with closing(CachedBucket(store, tmp_path / "mirror.sqlite")) as bucket:
        bucket.look()
        assert bucket.all() == {"a": ONE}
