from pathlib import Path

import pytest
from obstore.store import MemoryStore

from plugins.publish.targets.bucket.store import NEW, UNMODIFIED, ConflictError, Found, Store, keeps_conditions


@pytest.fixture
def store() -> Store:
    return Store(MemoryStore(), "memory://bucket")


class CarelessStore(Store):
    """A store that takes conditions and ignores them, as some servers do."""

    def write(self, key: str, body: bytes | Path, headers: object, condition: str = "", **named: object) -> str:
        return super().write(key, body, {})


def test_an_object_is_read_with_its_tag(store: Store) -> None:
    tag = store.write("a", b"1", {"Content-Type": "text/plain"})

    assert store.read("a") == Found(b"1", tag)
    assert store.tag("a") == tag
    assert store.read("a", known=tag) is UNMODIFIED


def test_a_missing_object_is_none(store: Store) -> None:
    store.delete("a")

    assert (store.read("a"), store.tag("a")) == (None, None)


def test_a_write_fails_where_its_condition_does_not_hold(store: Store) -> None:
    first = store.write("a", b"1", {}, NEW)
    second = store.write("a", b"2", {}, first)

    for condition in (NEW, first):
        with pytest.raises(ConflictError):
            store.write("a", b"3", {}, condition)
    assert store.read("a") == Found(b"2", second)


def test_an_object_that_is_gone_cannot_be_replaced(store: Store) -> None:
    tag = store.write("a", b"1", {})
    store.delete("a")

    with pytest.raises(ConflictError):
        store.write("a", b"2", {}, tag)


def test_a_large_file_is_sent_from_the_disk(store: Store, tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * 10_000_000)
    store.write("large", tmp_path / "large", {}, NEW)

    found = store.read("large")
    assert found is not None
    assert len(found.body) == 10_000_000


@pytest.mark.parametrize(
    ("has_digests", "before", "is_conditional"),
    [(True, '"d41d8cd9"', False), (True, '"d41d8cd9-1"', True), (False, '"d41d8cd9"', True)],
)
def test_a_new_tag_needs_an_upload_in_parts_only_where_plain_tags_are_digests(
    has_digests: bool, before: str, is_conditional: bool
) -> None:
    store = Store(MemoryStore(), "memory://bucket", has_digests=has_digests)
    store.write("a", b"1", {})

    if is_conditional:
        with pytest.raises(ConflictError):
            store.write_with_new_tag("a", b"2", {}, NEW, before)
    else:
        assert store.write_with_new_tag("a", b"2", {}, NEW, before) == store.tag("a")


def test_keys_of_the_publisher_are_not_foreign(store: Store) -> None:
    store.write(".publish/head", b"", {})
    before = store.some_foreign_key()
    store.write("theirs.txt", b"", {})

    assert (before, store.some_foreign_key()) == (None, "theirs.txt")


@pytest.mark.parametrize(("kind", "expected"), [(Store, True), (CarelessStore, False)])
def test_a_store_that_ignores_conditions_is_found_out(kind: type[Store], expected: bool) -> None:
    store = kind(MemoryStore(), "memory://bucket")

    assert keeps_conditions(store) == expected
    assert store._backend.list().collect() == []
