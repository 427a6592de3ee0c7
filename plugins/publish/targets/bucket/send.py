"""Carries out a plan on a bucket, in threads: sends the files in steps, then removes others; the journal notes each."""

import hashlib
import threading
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import nullcontext, suppress
from functools import partial
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from plugins.publish.errors import PublishError
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.site.copying import changed_since_build
from plugins.publish.site.manifest import PublishedFile, hash_file
from plugins.publish.site.model import PublishedSite
from plugins.publish.targets.bucket.journal import Journal
from plugins.publish.targets.bucket.objects import StoredObject, StoredObjects
from plugins.publish.targets.bucket.order import steps
from plugins.publish.targets.bucket.redirect_objects import ObjectHeaders
from plugins.publish.targets.bucket.store import LARGE, NEW, ConflictError, Store
from plugins.publish.targets.transfer_bar import Progress

THREADS = 16
"""More made nothing faster when it was tried."""

TRIES = 4
"""Attempts at one file whose object is changed by somebody else in between."""

HEARTBEAT_SECONDS = 1.0
"""Seconds after which the journal is asked whether it is time for a sign of life."""

Headers = Callable[[str], Mapping[str, str]]
"""Returns the headers that a file is stored with, by its path."""


class Sender:
    """One release on its way to a bucket; `before` are the objects that its keys hold by the last state.

    The `uncertain` keys may hold anything, and may yet be written by a late request or a publisher that wakes.
    """

    def __init__(
        self,
        store: Store,
        journal: Journal,
        before: StoredObjects,
        uncertain: Collection[str],
        headers: ObjectHeaders,
        progress: Progress = lambda *_: None,
    ) -> None:
        self._store, self._journal, self._before = store, journal, before
        self._uncertain, self._headers, self._progress = uncertain, headers, progress
        self._found: dict[str, str | None] = {}
        """Tags of uncertain keys as the store has told them; None for a key that holds nothing."""
        self._made = self._total = 0
        self._ended = threading.Event()
        self._large = threading.Lock()
        """Lets one large file at a time through, so that many of them take no more memory and line than one."""

    def send(self, site: PublishedSite, plan: PublishPlan, digests: Mapping[str, str]) -> None:
        """Send the files of a plan, then remove its others. Raises the first error, once all requests have ended."""
        gone = [*plan.removed, *plan.foreign]
        self._total = len(plan.sent) + len(gone)
        with _threads(self._total) as pool:
            for paths in steps(plan, self._unseen(pool, plan)):
                jobs = {path: partial(self._send, site, path, plan.files[path], digests[path]) for path in paths}
                self._run(pool, jobs, self._note)
            self._run(pool, {path: partial(self._delete, path) for path in gone}, self._note)

    def purge(self, purge: Callable[[], None]) -> None:
        """Purge, which may take minutes, while the journal gives signs of life."""
        with ThreadPoolExecutor(1) as pool:
            future = pool.submit(purge)
            while not future.done():
                wait([future], HEARTBEAT_SECONDS)
                self._journal.beat()
        future.result()

    def delete(self, keys: Collection[str]) -> None:
        """Remove keys that nothing refers to and the journal need not know of."""
        with _threads(len(keys)) as pool:
            self._run(pool, {key: partial(self._delete, key) for key in keys}, lambda *_: None)

    def _unseen(self, pool: ThreadPoolExecutor, plan: PublishPlan) -> set[str]:
        """Return the files of a plan that are not in the bucket; the store is asked for uncertain and mended ones."""
        doubtful = {*self._uncertain, *plan.mended}
        asked = [path for path in plan.sent if path in doubtful]
        self._run(pool, {path: partial(self._store.tag, path) for path in asked}, self._found.__setitem__)
        return {path for path in {*plan.new, *asked} if not self._found.get(path)}

    def _run(
        self, pool: ThreadPoolExecutor, jobs: Mapping[str, Callable[[], Any]], on_result: Callable[[str, Any], None]
    ) -> None:
        """Do all jobs, named by their paths; `on_result` gets path and result of each in this thread.

        After an error it gets the results of all jobs that had begun, before the error is raised.
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
                    future = ended.get(timeout=HEARTBEAT_SECONDS)
                    result = future.result()
                    on_result(waiting.pop(future), result)
                self._journal.beat()
        except BaseException:
            self._ended.set()
            for future in waiting:
                future.cancel()
            wait(waiting)
            for future in [future for future in waiting if not future.cancelled() and not future.exception()]:
                on_result(waiting[future], future.result())
            raise

    def _note(self, path: str, stored: StoredObject | None) -> None:
        self._journal.note(path, stored)
        self._made += 1
        self._progress(self._made, self._total)

    def _send(self, site: PublishedSite, path: str, file: PublishedFile, digest: str) -> StoredObject:
        with self._large if file.bytes >= LARGE else nullcontext():
            body = read_checked(site.place(path), file)
            return StoredObject(digest, self._put(path, body, self._headers(path, file)))

    def _delete(self, path: str) -> None:
        self._wait_for_heartbeat()
        self._store.delete(path)

    def _put(self, path: str, body: bytes | Path, headers: Mapping[str, str]) -> str:
        """Store a file in the place of the object known there, and return its tag.

        A conflict comes from a lost answer or a change by hand. This publisher holds the lock, so it writes over both.
        """
        condition = self._condition(path)
        for _ in range(TRIES):
            self._wait_for_heartbeat()
            try:
                if path in self._uncertain:
                    before = self._tag_before(path) or self._found[path] or ""
                    return self._store.write_with_new_tag(path, body, headers, condition, before)
                return self._store.write(path, body, headers, condition)
            except ConflictError:
                self._journal.confirm()
                condition = self._store.tag(path) or NEW
        remedy = "find out what else writes there, then run make publish again"
        raise PublishError(f"{self._store.place}: {path} changes all the time; {remedy}")

    def _condition(self, path: str) -> str:
        if not self._journal.state.conditional:
            return ""
        return (self._found[path] if path in self._found else self._tag_before(path)) or NEW

    def _tag_before(self, path: str) -> str:
        """Return the tag of an object by the last state, empty for none."""
        return self._before[path].tag if path in self._before else ""

    def _wait_for_heartbeat(self) -> None:
        """Wait while another publisher may take this one for dead, until the journal has given a sign of life."""
        while not self._journal.is_fresh:
            if self._ended.wait(0.05):
                raise PublishError(f"{self._store.place}: this run stood still for too long; run make publish again")


def _threads(jobs: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(min(THREADS, max(1, jobs)))


def read_checked(place: Path, file: PublishedFile) -> bytes | Path:
    """Return the content of a file, or the place of a large one; PublishError if the build wrote another one."""
    if file.bytes >= LARGE:
        body: bytes | Path = place
        found = hash_file(place)
    else:
        body = place.read_bytes()
        found = hashlib.sha256(body).hexdigest()
    if found != file.sha256:
        raise changed_since_build(place)
    return body
