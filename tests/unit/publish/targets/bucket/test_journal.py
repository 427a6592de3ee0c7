from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from obstore.store import MemoryStore

from plugins.publish.errors import PublishError
from plugins.publish.targets.bucket import journal as journals
from plugins.publish.targets.bucket.journal import Journal, TakenOverError
from plugins.publish.targets.bucket.objects import ObjectChanges, StoredObject, digest_sum
from plugins.publish.targets.bucket.state import STATE_KEY, BucketState, Intent, from_bytes, to_bytes
from plugins.publish.targets.bucket.store import Store

ONE, TWO = StoredObject("1", "a"), StoredObject("2", "b")
INTENT = Intent(release="B", who="me@here", checkout="here", since="noon", paths=("a.html", "b.txt", "c.html"))
BEFORE = {"a.html": ONE, "c.html": ONE}
STATE = BucketState(
    siteurl="https://a.example",
    delta=dict(BEFORE),
    sum=digest_sum({path: stored.digest for path, stored in BEFORE.items()}),
    files=2,
    pages=2,
    retired={"b.txt": 5, "d.txt": 5},
)


class LossyStore(Store):
    """A store whose next answer to a write is lost: `is_stored` tells whether the write was carried out."""

    is_lossy = False
    is_stored = True

    def write(self, key: str, body: bytes | Path, *rest: object, **named: object) -> str:
        is_lossy, self.is_lossy = self.is_lossy, False
        if is_lossy and not self.is_stored:
            raise PublishError("no answer")
        tag = super().write(key, body, *rest, **named)  # type: ignore[arg-type]  # handed on as they came
        if is_lossy:
            raise PublishError("no answer")
        return tag


@pytest.fixture
def store() -> LossyStore:
    return LossyStore(MemoryStore(), "memory://bucket")


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    passed = [0.0]
    monkeypatch.setattr(journals, "_seconds", lambda: passed[0])
    return passed


def begun(store: Store, on_write: Callable[[str, bytes, ObjectChanges], None] = lambda *_: None) -> Journal:
    tag = store.write(STATE_KEY, to_bytes(STATE), {})
    journal = Journal(store, STATE, tag, 60, on_write)
    journal.begin(INTENT, BEFORE)
    return journal


def in_bucket(store: Store) -> BucketState:
    found = store.read(STATE_KEY)
    assert found is not None
    return from_bytes(found.body, "")


def end(store: Store, **changes: object) -> None:
    """Have another publisher write the state."""
    store.write(STATE_KEY, to_bytes(replace(in_bucket(store), nonce="other", **changes)), {})  # type: ignore[arg-type]


def test_a_release_that_has_begun_stands_in_the_state(store: LossyStore) -> None:
    journal = begun(store)

    assert in_bucket(store) == journal.state
    assert journal.state == replace(STATE, intent=INTENT, nonce=journal.state.nonce)


def test_a_sign_of_life_says_what_was_done(store: LossyStore, seconds: list[float]) -> None:
    journal = begun(store)
    for path, stored in {"a.html": TWO, "b.txt": ONE, "c.html": None}.items():
        journal.note(path, stored)
    seconds[0] = 20
    journal.beat()
    state = in_bucket(store)

    assert state.intent == replace(INTENT, paths=(), sent=("a.html", "b.txt", "c.html"))
    assert state.delta == {"a.html": TWO, "b.txt": ONE}
    assert (state.files, state.pages, state.sum) == (2, 1, digest_sum({"a.html": "2", "b.txt": "1"}))
    assert state.retired == {"d.txt": 5}


def test_signs_of_life_are_given_thrice_in_a_lease(store: LossyStore, seconds: list[float]) -> None:
    journal = begun(store)
    first = store.tag(STATE_KEY)
    seconds[0] = 19.9
    journal.beat()
    before = store.tag(STATE_KEY)
    seconds[0] = 20
    journal.beat()

    assert before == first != store.tag(STATE_KEY)


def test_a_publisher_is_fresh_for_half_its_lease(store: LossyStore, seconds: list[float]) -> None:
    journal = begun(store)
    seconds[0] = 29.9
    before = journal.is_fresh
    seconds[0] = 30

    assert (before, journal.is_fresh) == (True, False)


def test_a_commit_ends_the_release_and_lets_go_of_what_retires(store: LossyStore) -> None:
    written: list[ObjectChanges] = []
    journal = begun(store, lambda tag, body, changes: written.append(changes))
    journal.note("a.html", TWO)
    journal.commit(lambda state: replace(state, siteurl="https://b.example"), ["c.html"])
    state = in_bucket(store)

    assert (state.intent, state.siteurl, state.delta) == (None, "https://b.example", {"a.html": TWO})
    assert (state.files, state.sum) == (1, digest_sum({"a.html": "2"}))
    assert written == [{}, {"a.html": TWO, "c.html": None}]


def test_a_publisher_that_gives_up_says_so(store: LossyStore) -> None:
    journal = begun(store)
    journal.note("a.html", TWO)
    journal.give_up()

    assert in_bucket(store).intent == replace(INTENT, is_over=True, paths=("b.txt", "c.html"), sent=("a.html",))


def test_an_answer_that_is_lost_after_the_write_is_known_by_its_nonce(store: LossyStore) -> None:
    journal = begun(store)
    store.is_lossy = True
    journal.give_up()

    assert journal.tag == store.tag(STATE_KEY)
    assert in_bucket(store).intent == replace(INTENT, is_over=True)


def test_a_write_that_was_not_carried_out_is_an_error(store: LossyStore) -> None:
    journal = begun(store)
    store.is_lossy, store.is_stored = True, False

    with pytest.raises(PublishError, match="no answer"):
        journal.give_up()


def test_who_has_taken_over_is_named(store: LossyStore) -> None:
    journal = begun(store)
    end(store, intent=replace(INTENT, who="you@there", since="one"))

    words = "memory://bucket: you@there has begun to publish there at one; wait until that has finished"
    with pytest.raises(TakenOverError, match=words):
        journal.commit(lambda state: state)
    with pytest.raises(TakenOverError, match=words):
        journal.confirm()


def test_a_publisher_that_was_quicker_and_is_done_is_not_known(store: LossyStore) -> None:
    journal = begun(store)
    end(store, intent=None)

    with pytest.raises(TakenOverError, match="another publisher was quicker"):
        journal.commit(lambda state: state)


def test_only_the_first_of_two_publishers_begins(store: LossyStore) -> None:
    tag = store.write(STATE_KEY, to_bytes(STATE), {})
    Journal(store, STATE, tag, 60).begin(INTENT, BEFORE)

    with pytest.raises(TakenOverError, match="me@here has begun to publish there at noon"):
        Journal(store, STATE, tag, 60).begin(INTENT, BEFORE)
