from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from obstore.store import MemoryStore

from plugins.publish.errors import PublishError
from plugins.publish.targets.bucket import takeover
from plugins.publish.targets.bucket.cache import CachedBucket
from plugins.publish.targets.bucket.state import STATE_KEY, BucketState, Intent, to_bytes
from plugins.publish.targets.bucket.store import Store
from plugins.publish.targets.bucket.takeover import TakeoverPolicy, wait_for_other_publisher

INTENT = Intent(release="B", who="me@there", checkout="there", since="2026-11-26 12:00:00 UTC", paths=(), lease=60)


@pytest.fixture
def store() -> Store:
    return Store(MemoryStore(), "memory://bucket")


@pytest.fixture
def bucket(store: Store, tmp_path: Path) -> Iterator[CachedBucket]:
    with closing(CachedBucket(store, tmp_path / "mirror.sqlite")) as bucket:
        yield bucket


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds of a clock that goes on only while somebody sleeps."""
    passed = [0.0]
    monkeypatch.setattr(takeover, "time", SimpleNamespace(monotonic=lambda: passed[0]))
    return passed


def write(store: Store, intent: Intent | None, nonce: str = "") -> None:
    store.write(STATE_KEY, to_bytes(BucketState(intent=intent, nonce=nonce)), {})


def sleeper(seconds: list[float], *events: Callable[[], None]) -> Callable[[float], None]:
    """Return a sleep during which the `events` happen, one each time."""
    left = list(events)

    def sleep(length: float) -> None:
        seconds[0] += length
        if left:
            left.pop(0)()

    return sleep


@pytest.mark.parametrize("intent", [None, replace(INTENT, is_over=True), replace(INTENT, checkout="here")])
def test_nobody_is_waited_for_where_nobody_can_be_at_work(
    bucket: CachedBucket, store: Store, intent: Intent | None
) -> None:
    write(store, intent)
    bucket.look()

    wait_for_other_publisher(bucket, "here", TakeoverPolicy(lease=1))


def test_another_publisher_is_named(bucket: CachedBucket, store: Store) -> None:
    write(store, INTENT)
    bucket.look()

    with pytest.raises(PublishError) as caught:
        wait_for_other_publisher(bucket, "here", TakeoverPolicy(lease=5))

    assert str(caught.value) == (
        "memory://bucket: me@there publishes there since 2026-11-26 12:00:00 UTC; wait until that has finished. "
        "If it is dead, make publish WAIT=1 goes on in its place once it has given no sign for 60 seconds"
    )


def test_a_publisher_without_a_sign_for_its_own_lease_is_dead(
    bucket: CachedBucket, store: Store, seconds: list[float]
) -> None:
    write(store, INTENT)
    bucket.look()

    wait_for_other_publisher(bucket, "here", TakeoverPolicy(lease=5, waits=True, sleep=sleeper(seconds)))

    assert seconds == [60]


def test_a_sign_of_life_is_waited_out_from_its_beginning(
    bucket: CachedBucket, store: Store, seconds: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    write(store, INTENT)
    bucket.look()
    sleep = sleeper(seconds, lambda: None, lambda: write(store, INTENT, "sign"))

    wait_for_other_publisher(bucket, "here", TakeoverPolicy(lease=5, waits=True, sleep=sleep))

    assert seconds == [12 + 60]
    said = capsys.readouterr().err.splitlines()
    assert [line.partition(" since ")[0] for line in said] == [f"Waiting: {bucket.place}: {INTENT.who} publishes there"]


def test_a_release_that_ends_is_not_waited_for_any_longer(
    bucket: CachedBucket, store: Store, seconds: list[float]
) -> None:
    write(store, INTENT)
    bucket.look()
    sleep = sleeper(seconds, lambda: write(store, None))

    wait_for_other_publisher(bucket, "here", TakeoverPolicy(lease=5, waits=True, sleep=sleep))

    assert seconds == [6]
    assert bucket.state == BucketState()
