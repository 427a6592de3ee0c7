"""The writes of the head in the course of a release: begin, give signs of life, commit. Lock and journal in one.

begin   the head says who publishes what ┐ whoever finds it so, and dead, knows which keys may hold anything
beat    the head says what has been done ┘ and goes on from there
commit  the head says that the release is complete

Each is one compare-and-swap. Whoever loses one has been taken over from, and stops.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from secrets import token_hex
from threading import Lock

from plugins.publish.errors import PublishError
from plugins.publish.plan.publish_plan import is_page
from plugins.publish.targets.bucket.head import HEAD, Head, Intent, from_bytes, to_bytes
from plugins.publish.targets.bucket.holdings import Delta, Holding, Holdings, moved_sum
from plugins.publish.targets.bucket.layers import PRIVATE, fold
from plugins.publish.targets.bucket.store import NEW, ConflictError, Store

BEATS = 3
"""Signs of life in the time after which a publisher without one is taken for dead."""

_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""Goes on while the machine sleeps, as `time.monotonic` does not: for others the lease of a closed laptop runs out."""


class FencedError(PublishError):
    """Another publisher has taken over."""


class Journal:
    """The head of a bucket while one release goes to it; `tag` is that of `head`, empty where there is none yet.

    `on_write` hears of every head that was stored, with what of the keys has changed since the one before.
    """

    def __init__(
        self,
        store: Store,
        head: Head,
        tag: str,
        lease: float,
        on_write: Callable[[str, bytes, Delta], None] = lambda *_: None,
    ) -> None:
        self.head, self.tag = head, tag
        self._store, self._lease, self._on_write = store, lease, on_write
        self._before: Holdings = {}
        self._done: dict[str, Holding | None] = {}
        self._beaten = _seconds()
        self._writing = Lock()

    def begin(self, intent: Intent, before: Holdings) -> None:
        """Say that a release is under way. `before` is what the keys that it touches hold, as far as that is known.

        Raises FencedError where somebody else has begun in the meantime.
        """
        self._before = before
        self._swap(replace(self.head, intent=intent), {})

    def note(self, path: str, holding: Holding | None) -> None:
        """Remember what a key holds now."""
        self._done[path] = holding

    @property
    def is_fresh(self) -> bool:
        """Whether nobody can have taken this publisher for dead yet. Asked before every write, from any thread."""
        return _seconds() - self._beaten < self._lease / 2

    def beat(self) -> None:
        """Give a sign of life, with what was done since the last one, if it is time. Raises FencedError."""
        if _seconds() - self._beaten >= self._lease / BEATS:
            self._write_down()

    def confirm(self) -> None:
        """Make sure that this publisher still holds the head, from any thread. Raises FencedError."""
        with self._writing:  # a head that is stored, and whose tag is not known here yet, would look like another's
            found = self._store.read(HEAD)
            if found is None or found.tag != self.tag:
                raise self._fenced(found.body if found else None)

    def commit(self, finish: Callable[[Head], Head], retired: Iterable[str] = ()) -> Sequence[str]:
        """Say that the release is complete: `finish` makes its head of the one in which all is noted.

        The `retired` keys are no part of the state from then on, and not a moment earlier: whoever has to end this
        release in this one's place finds them among what is there. Return the keys of layers that no head names now.
        """
        done = {**self._done, **dict.fromkeys(retired)}
        following = fold(self._store, finish(replace(self._noted(done), intent=None)))
        self._swap(replace(following, dropped=()), done)
        return following.dropped

    def give_up(self) -> None:
        """Say what was done, and that nobody is at work any more: the next publisher need not wait."""
        intent = self.head.intent
        if intent:
            self.head = replace(self.head, intent=replace(intent, is_over=True))
            self._write_down()

    def _write_down(self) -> None:
        self._swap(fold(self._store, self._noted(self._done)), self._done)

    def _noted(self, done: Delta) -> Head:
        """Return the head with what was done: these keys are certain again, and not purged yet."""
        head = self.head
        old = {path: self._before[path].digest for path in done if path in self._before}
        new = {path: holding.digest for path, holding in done.items() if holding}
        intent = head.intent and replace(
            head.intent,
            paths=tuple(path for path in head.intent.paths if path not in done),
            sent=tuple(sorted({*head.intent.sent, *done})),
        )
        return replace(
            head,
            delta={**head.delta, **done},
            sum=moved_sum(head.sum, old, new),
            files=head.files + len(new) - len(old),
            pages=head.pages + sum(map(is_page, new)) - sum(map(is_page, old)),
            retired={path: due for path, due in head.retired.items() if path not in new},
            intent=intent,
        )

    def _swap(self, head: Head, done: Delta) -> None:
        """Store a head in the place of the present one; it is this one's from then on."""
        head = replace(head, nonce=token_hex(8))
        body = to_bytes(head)
        condition = (self.tag or NEW) if head.conditional else ""
        with self._writing:
            try:
                tag = self._store.write(HEAD, body, PRIVATE, condition)
            except (ConflictError, PublishError) as error:
                tag = self._own_tag(head, error)
            self.head, self.tag, self._beaten = head, tag, _seconds()
        self._before = {path: holding for path, holding in {**self._before, **done}.items() if holding}
        self._done = {}
        self._on_write(tag, body, dict(done))  # last, for it may raise, and what is noted must not be noted twice

    def _own_tag(self, head: Head, error: Exception) -> str:
        """Return the tag of the head that was just written, whose answer may have been lost. Raises what is wrong."""
        found = self._store.read(HEAD)
        if found and from_bytes(found.body, self._store.place).nonce == head.nonce:
            return found.tag
        if isinstance(error, PublishError) and (found.tag if found else "") == self.tag:
            raise error
        raise self._fenced(found.body if found else None) from error

    def _fenced(self, body: bytes | None) -> FencedError:
        other = from_bytes(body, self._store.place).intent if body else None
        who = f"{other.who} has begun to publish there at {other.since}" if other else "another publisher was quicker"
        return FencedError(f"{self._store.place}: {who}; wait until that has finished, then run make publish again")


def _seconds() -> float:
    return time.clock_gettime(_CLOCK)
