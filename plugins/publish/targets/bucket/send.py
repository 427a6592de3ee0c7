"""Carries out a plan on an object store: sends in steps, then removes, in threads; the journal hears of each key."""

import hashlib
import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from functools import partial
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from plugins.publish.errors import PublishError
from plugins.publish.plan.order import steps
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import PublishedSite
from plugins.publish.targets.bucket.holdings import Holding, Holdings
from plugins.publish.targets.bucket.journal import Journal
from plugins.publish.targets.bucket.store import LARGE, NEW, ConflictError, Store
from plugins.publish.targets.progress import Progress

THREADS = 16
"""More made nothing faster when it was tried."""

TRIES = 4
"""Of one file whose object somebody else has changed in between."""

BEAT = 1.0
"""Seconds after which the journal is asked whether it is time for a sign of life."""

Headers = Callable[[str], Mapping[str, str]]
"""Returns the headers that a file is stored with, by its path."""


class Sender:
    """One release on its way to a store."""

    def __init__(
        self, store: Store, journal: Journal, before: Holdings, headers: Headers, progress: Progress = lambda *_: None
    ) -> None:
        self._store, self._journal, self._before, self._headers = store, journal, before, headers
        self._progress = progress
        self._uncertain: frozenset[str] = frozenset()
        self._found: dict[str, str | None] = {}
        self._made = self._total = 0
        self._ended = threading.Event()

    def doubt(self, paths: Iterable[str]) -> None:
        """Say which keys may hold anything, and may yet be written by a late request or a publisher that wakes."""
        self._uncertain = frozenset(paths)

    def send(self, site: PublishedSite, plan: PublishPlan, digests: Mapping[str, str], removed: Iterable[str]) -> None:
        """Send the files of a plan, then remove others. Raises the first error, when what was under way has ended."""
        gone = sorted(removed)
        self._total = len(plan.sent) + len(gone)
        with _threads(self._total) as pool:
            for paths in steps(plan, self._unseen(pool, plan)):
                jobs = {path: self._sending(site, path, plan.files[path], digests[path]) for path in paths}
                self._run(pool, jobs, self._note)
            self._run(pool, {path: self._removing(path) for path in gone}, self._note)

    def purge(self, purge: Callable[[], None]) -> None:
        """Purge, which may take minutes, while the journal gives signs of life."""
        with ThreadPoolExecutor(1) as pool:
            future = pool.submit(purge)
            while not future.done():
                wait([future], BEAT)
                self._journal.beat()
        future.result()

    def clear(self, keys: Collection[str]) -> None:
        """Remove keys that nothing refers to, of which the journal need not know."""
        with _threads(len(keys)) as pool:
            self._run(pool, {key: self._removing(key) for key in keys}, lambda *_: None)

    def _unseen(self, pool: ThreadPoolExecutor, plan: PublishPlan) -> set[str]:
        """Return which of the files are not there: the store is asked for those that may hold anything."""
        asked = [path for path in plan.sent if path in self._uncertain]
        self._run(pool, {path: partial(self._store.tag, path) for path in asked}, self._found.__setitem__)
        return {path for path in {*plan.new, *asked} if not self._found.get(path)}

    def _run(
        self, pool: ThreadPoolExecutor, jobs: Mapping[str, Callable[[], Any]], hear: Callable[[str, Any], None]
    ) -> None:
        """Do all jobs, which are named by what they are about; `hear` is told in this thread what each returns.

        What was done until an error it is told too.
        """
        ended: Queue[Future[Any]] = Queue()
        waiting: dict[Future[Any], str] = {}
        try:
            for path, job in jobs.items():
                future = pool.submit(job)
                waiting[future] = path
                future.add_done_callback(ended.put)
            while waiting:
                with suppress(Empty):
                    future = ended.get(timeout=BEAT)
                    result = future.result()
                    hear(waiting.pop(future), result)
                self._journal.beat()
        except BaseException:
            self._ended.set()
            for future in waiting:
                future.cancel()
            wait(waiting)
            for future in [future for future in waiting if not future.cancelled() and not future.exception()]:
                hear(waiting[future], future.result())
            raise

    def _note(self, path: str, holding: Holding | None) -> None:
        self._journal.note(path, holding)
        self._made += 1
        self._progress(self._made, self._total)

    def _sending(self, site: PublishedSite, path: str, file: PublishedFile, digest: str) -> Callable[[], Holding]:
        return lambda: Holding(digest, self._put(path, read_checked(site.place(path), file)))

    def _removing(self, path: str) -> Callable[[], None]:
        def remove() -> None:
            self._wait_for_sign()
            self._store.delete(path)

        return remove

    def _put(self, path: str, body: bytes | Path) -> str:
        """Store a file in the place of what this publisher knows to be there, and return its tag.

        A conflict is a lost answer, or somebody's change by hand: as long as the head is held, both are written over.
        """
        headers, condition = self._headers(path), self._condition(path)
        for _ in range(TRIES):
            self._wait_for_sign()
            try:
                if path in self._uncertain:
                    before = self._held(path) or self._found[path] or ""
                    return self._store.write_distinctly(path, body, headers, condition, before)
                return self._store.write(path, body, headers, condition)
            except ConflictError:
                self._journal.confirm()
                condition = self._store.tag(path) or NEW
        remedy = "find out what else writes there, then run make publish again"
        raise PublishError(f"{self._store.place}: {path} changes all the time; {remedy}")

    def _condition(self, path: str) -> str:
        if not self._journal.head.conditional:
            return ""
        return (self._found[path] if path in self._found else self._held(path)) or NEW

    def _held(self, path: str) -> str:
        """Return the tag of what the last head says is there, empty for nothing."""
        return self._before[path].tag if path in self._before else ""

    def _wait_for_sign(self) -> None:
        """Write nothing while another publisher may think that this one is dead: first the journal gives a sign."""
        while not self._journal.is_fresh:
            if self._ended.wait(0.05):
                raise PublishError(f"{self._store.place}: this run stood still for too long; run make publish again")


def _threads(jobs: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(min(THREADS, max(1, jobs)))


def read_checked(place: Path, file: PublishedFile) -> bytes | Path:
    """Return the content of a file, of a large one its place; PublishError if it is not what the build wrote."""
    if file.bytes >= LARGE:
        with place.open("rb") as reader:
            found = hashlib.file_digest(reader, "sha256").hexdigest()
        body: bytes | Path = place
    else:
        body = place.read_bytes()
        found = hashlib.sha256(body).hexdigest()
    if found != file.sha256:
        raise PublishError(f"{place} changed after the build had written it; run again")
    return body
