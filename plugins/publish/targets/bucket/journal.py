"""The writes of a bucket's state in the course of a release: lock and journal in one.

begin      who publishes, and the keys to be changed    ┐ enough for another publisher to go on from there,
heartbeat  the changes made so far                      ┘ if this one is dead
commit     the release, complete

Each is one compare-and-swap. A publisher that loses one has been taken over from, and stops.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from secrets import token_hex
from threading import Lock

from plugins.publish.errors import PublishError
from plugins.publish.plan.publish_plan import is_page
from plugins.publish.targets.bucket.layers import RATIO_AT_REST, compact
from plugins.publish.targets.bucket.objects import ObjectChanges, StoredObject, StoredObjects, updated_digest_sum
from plugins.publish.targets.bucket.state import STATE_KEY, BucketState, Intent, from_bytes, to_bytes
from plugins.publish.targets.bucket.store import NEW, PRIVATE, ConflictError, Store

HEARTBEATS = 3
"""Signs of life in the time after which a publisher without one is taken for dead."""

_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""Clock that goes on while the machine sleeps, unlike `time.monotonic`: to others, a sleeping laptop's lease ends."""


class TakenOverError(PublishError):
    """Another publisher has taken over."""


class Journal:
    """The state of a bucket during one release; `tag` is the store's for `state`, empty where none is stored yet.

    `on_write` gets the tag and the bytes of every state that was stored, and the changes since the one before.
    """

    def __init__(
        self,
        store: Store,
        state: BucketState,
        tag: str,
        lease: float,
        on_write: Callable[[str, bytes, ObjectChanges], None] = lambda *_: None,
    ) -> None:
        self.state, self.tag = state, tag
        self._store, self._lease, self._on_write = store, lease, on_write
        self._before: StoredObjects = {}
        self._done: dict[str, StoredObject | None] = {}
        self._beaten = _seconds()
        self._writing = Lock()

    def begin(self, intent: Intent, before: StoredObjects) -> None:
        """Say that a release is under way. `before` are the objects under the keys that it touches.

        Raises TakenOverError where another publisher has begun in the meantime.
        """
        self._before = before
        self._swap(replace(self.state, intent=intent), {})

    def note(self, path: str, stored: StoredObject | None) -> None:
        """Remember the object that a key holds now; None for none."""
        self._done[path] = stored

    @property
    def is_fresh(self) -> bool:
        """True if nobody can take this publisher for dead yet. Asked before every write, from any thread."""
        return _seconds() - self._beaten < self._lease / 2

    def beat(self) -> None:
        """Give a sign of life, with the changes since the last one, if it is time. Raises TakenOverError."""
        if _seconds() - self._beaten >= self._lease / HEARTBEATS:
            self._write_changes()

    def confirm(self) -> None:
        """Make sure that this publisher still holds the state, from any thread. Raises TakenOverError."""
        with self._writing:  # a state just stored, whose tag is not known here yet, would look like another publisher's
            found = self._store.read(STATE_KEY)
            if found is None or found.tag != self.tag:
                raise self._taken_over(found.body if found else None)

    def commit(self, finish: Callable[[BucketState], BucketState], retired: Iterable[str] = ()) -> Sequence[str]:
        """Say that the release is complete; return the keys of layers that no state names any more.

        `finish` makes the state of the complete release from the one with all changes. The `retired` keys leave the
        list of objects now and no earlier: a publisher that takes over before finds them in it.
        """
        done = {**self._done, **dict.fromkeys(retired)}
        following = compact(self._store, finish(replace(self._noted(done), intent=None)), RATIO_AT_REST)
        self._swap(replace(following, dropped=()), done)
        return following.dropped

    def give_up(self) -> None:
        """Write down the changes so far, and that nobody is at work any more: the next publisher need not wait."""
        intent = self.state.intent
        if intent:
            self.state = replace(self.state, intent=replace(intent, is_over=True))
            self._write_changes()

    def _write_changes(self) -> None:
        self._swap(compact(self._store, self._noted(self._done)), self._done)

    def _noted(self, done: ObjectChanges) -> BucketState:
        """Return the state with these changes: their keys are certain again, and not purged yet."""
        state = self.state
        old = {path: self._before[path].digest for path in done if path in self._before}
        new = {path: stored.digest for path, stored in done.items() if stored}
        intent = state.intent and replace(
            state.intent,
            paths=tuple(path for path in state.intent.paths if path not in done),
            sent=tuple(sorted({*state.intent.sent, *done})),
        )
        return replace(
            state,
            delta={**state.delta, **done},
            sum=updated_digest_sum(state.sum, old, new),
            files=state.files + len(new) - len(old),
            pages=state.pages + sum(map(is_page, new)) - sum(map(is_page, old)),
            retired={path: due for path, due in state.retired.items() if path not in new},
            intent=intent,
        )

    def _swap(self, state: BucketState, done: ObjectChanges) -> None:
        """Store a state in the place of the present one, if that is still the one known here. Raises TakenOverError."""
        state = replace(state, nonce=token_hex(8))
        body = to_bytes(state)
        condition = (self.tag or NEW) if state.conditional else ""
        with self._writing:
            try:
                tag = self._store.write(STATE_KEY, body, PRIVATE, condition)
            except (ConflictError, PublishError) as error:
                tag = self._own_tag(state, error)
            self.state, self.tag, self._beaten = state, tag, _seconds()
        self._before = {path: stored for path, stored in {**self._before, **done}.items() if stored}
        self._done = {}
        self._on_write(tag, body, dict(done))  # last: it may raise, and no change may be counted twice

    def _own_tag(self, state: BucketState, error: Exception) -> str:
        """Return the tag of the state just written, if only its answer was lost; else raise."""
        found = self._store.read(STATE_KEY)
        if found and from_bytes(found.body, self._store.place).nonce == state.nonce:
            return found.tag
        if isinstance(error, PublishError) and (found.tag if found else "") == self.tag:
            raise error
        raise self._taken_over(found.body if found else None) from error

    def _taken_over(self, body: bytes | None) -> TakenOverError:
        other = from_bytes(body, self._store.place).intent if body else None
        who = f"{other.who} has begun to publish there at {other.since}" if other else "another publisher was quicker"
        return TakenOverError(f"{self._store.place}: {who}; wait until that has finished, then run make publish again")


def _seconds() -> float:
    return time.clock_gettime(_CLOCK)
