"""A bucket as target: pages under the keys of their addresses, and `.publish/` beside them, which is never public.

plan     one request, and none for what has not changed       (`bucket.py`, `comparing.py`)
publish  begin · send in steps · remove · purge · commit      (`journal.py`, `sending.py`, `order.py`)
"""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.newsroom import clock
from plugins.publish.errors import PublishError
from plugins.publish.history.archive import Archive
from plugins.publish.plan.publish_plan import Count, PublishPlan
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import PublishedSite, Release
from plugins.publish.targets.base import Purge
from plugins.publish.targets.bucket.compare import compare_all, compare_some, is_same
from plugins.publish.targets.bucket.head import Head, Intent
from plugins.publish.targets.bucket.holdings import entry_digest, moved_sum
from plugins.publish.targets.bucket.journal import FencedError, Journal
from plugins.publish.targets.bucket.local_copy import Agreed
from plugins.publish.targets.bucket.probe import keeps_conditions
from plugins.publish.targets.bucket.send import Headers, Sender
from plugins.publish.targets.bucket.state import Bucket
from plugins.publish.targets.bucket.store import Store
from plugins.publish.targets.bucket.takeover import TakeoverPolicy, heed
from plugins.publish.targets.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who publishes, and how."""

    who: str
    """`user@host`."""
    checkout: str
    """Identity of the checkout."""
    headers: Headers
    policy: str
    """Stands for all that `headers` and what is left out of a build depend on."""
    patience: TakeoverPolicy
    keep: int = 10
    grace: int = 86_400
    name: str = ""
    """Name of the one publisher, for a store that ignores the conditions of a write."""
    adopts: bool = False
    """Whether a bucket may be published to that has other things in it and no head."""
    progress: Progress = lambda *_: None


class ObjectTarget:
    """The target; `folder` is where this checkout remembers what it knows of it."""

    def __init__(self, store: Store, folder: Path, archive: Archive, publisher: Publisher) -> None:
        self._store, self._folder, self._archive, self._publisher = store, folder, archive, publisher
        self._bucket: Bucket

    @property
    def place(self) -> str:
        """Return its address."""
        return self._store.place

    @contextmanager
    def held(self) -> Iterator[None]:
        """Open what is known of the bucket; other checkouts are kept out by its head alone."""
        self._bucket = Bucket(self._store, self._folder / "mirror.sqlite")
        try:
            yield
        finally:
            self._bucket.close()

    def plan(self, site: PublishedSite) -> PublishPlan:
        head = self._bucket.look()
        self._refuse(head)
        heed(self._bucket, self._publisher.checkout, self._publisher.patience)
        head = self._bucket.head
        if head is None:
            return compare_all(None, {}, site.files(), self._digest)
        agreed = None if head.intent else self._bucket.agreed()
        if agreed and agreed.policy == self._publisher.policy:
            changes = site.changed_since(agreed.mark)
            if changes is not None:
                return self._seen(site, compare_some(head, self._bucket.some(changes), changes, self._digest))
        files = site.files()
        if not head.intent and is_same(head, files, self._digest):
            now = Count(head.files, head.pages)
            return self._seen(
                site, PublishPlan(unchanged=len(files), before=now, after=now, siteurl_before=head.siteurl)
            )
        return self._seen(site, compare_all(head, self._bucket.all(), files, self._digest))

    def publish(self, site: PublishedSite, plan: PublishPlan, purge: Purge) -> Release:
        head = self._bucket.head or self._first_head(site)
        doubted, release = _doubted(head), self._release(plan)
        before = self._bucket.some({*plan.sent, *plan.removed, *plan.retired, *doubted, *plan.unpurged})
        journal = Journal(self._store, head, self._bucket.tag, self._publisher.patience.lease, self._bucket.advance)
        sender = Sender(self._store, journal, before, self._publisher.headers, self._publisher.progress)
        sender.doubt({*doubted, *plan.unpurged})
        ghosts = doubted.difference(plan.files) | set(plan.unpurged).difference(plan.files, before)
        paths = tuple(sorted({*plan.sent, *plan.removed, *doubted}))
        try:
            journal.begin(self._intent(release, paths, tuple(plan.unpurged)), before)
            sender.send(site, plan, self._digests(plan), plan.removed)
            gone = self._leaving(head, plan)
            sender.clear(gone)
            sender.purge(purge)
            dropped = journal.commit(lambda noted: self._finished(noted, release, plan, gone, ghosts), plan.retired)
        except (PublishError, OSError, sqlite3.Error, KeyboardInterrupt) as error:
            if not isinstance(error, FencedError):
                with suppress(PublishError, sqlite3.Error):
                    journal.give_up()
            raise
        self._agree(site)
        with suppress(PublishError):  # of no use to anybody, and in nobody's way
            sender.clear(dropped)
        self._keep(release, site)
        return release

    def releases(self) -> Sequence[Release]:
        head = self._bucket.look()
        found = head.releases if head else ()
        return [replace(release, is_current=number == 0) for number, release in enumerate(found)]

    def kept(self, release: str) -> PublishedSite:
        return self._archive.site(release)

    def _digest(self, path: str, file: PublishedFile) -> str:
        return entry_digest(file.sha256, repr(self._publisher.headers(path)))

    def _digests(self, plan: PublishPlan) -> dict[str, str]:
        return {path: self._digest(path, file) for path, file in plan.files.items()}

    def _seen(self, site: PublishedSite, plan: PublishPlan) -> PublishPlan:
        if plan.is_empty:
            self._agree(site)
        return plan

    def _agree(self, site: PublishedSite) -> None:
        if site.version:
            self._bucket.agree(Agreed(site.version, self._publisher.policy))

    def _refuse(self, head: Head | None) -> None:
        """Raise PublishError where somebody else's things may be, or another publisher."""
        place, name = self.place, self._publisher.name
        if head is None and not self._publisher.adopts and (other := self._store.some_key()):
            remedy = (
                "name an empty bucket, or make publish ADOPT=1 to publish beside them and over what is called the same"
            )
            raise PublishError(f"{place} holds other things ({other}); {remedy}")
        if head and not head.conditional and head.publisher != name:
            remedy = f"publish as that one (PUBLISH_PUBLISHER={head.publisher}), and never two at a time"
            raise PublishError(
                f"{place} has one publisher, {head.publisher!r}, and this is {name or 'none'!r}; {remedy}"
            )

    def _first_head(self, site: PublishedSite) -> Head:
        conditional, name = keeps_conditions(self._store), self._publisher.name
        if not conditional and not name:
            what = "this store ignores the conditions of a write, so that two publishers would mix their releases"
            remedy = 'name the only one there will be: PUBLISH = {"publisher": "…"}, or PUBLISH_PUBLISHER=…'
            raise PublishError(f"{self.place}: {what}; {remedy}")
        return Head(siteurl=site.notes.siteurl, conditional=conditional, publisher="" if conditional else name)

    def _release(self, plan: PublishPlan) -> Release:
        now, head = clock.now(), self._bucket.head
        before = self._bucket.some([*plan.sent, *plan.removed, *plan.retired])
        old = {path: holding.digest for path, holding in before.items()}
        total = moved_sum(head.sum if head else 0, old, self._digests(plan))
        name = f"{now:%Y%m%dT%H%M%SZ}-{total:032x}"[:29]
        return Release(id=name, files=plan.after.files, pages=plan.after.pages, who=self._publisher.who)

    def _intent(self, release: Release, paths: tuple[str, ...], sent: tuple[str, ...]) -> Intent:
        since = f"{clock.now():%Y-%m-%d %H:%M:%S} UTC"
        who, checkout = self._publisher.who, self._publisher.checkout
        lease = self._publisher.patience.lease
        return Intent(release=release.id, who=who, checkout=checkout, since=since, paths=paths, sent=sent, lease=lease)

    def _leaving(self, head: Head, plan: PublishPlan) -> list[str]:
        """Return the keys whose grace is over."""
        now, kept = clock.now().timestamp(), set(plan.files)
        return [key for key, due in sorted(head.retired.items()) if due <= now and key not in kept]

    def _finished(
        self, noted: Head, release: Release, plan: PublishPlan, gone: Collection[str], ghosts: Collection[str]
    ) -> Head:
        """Return the head of a complete release; `gone` are keys that it has removed besides those of the plan.

        `ghosts` are not there, but whoever was interrupted may wake, or a request of it be late, and make them once
        more: they go once more.
        """
        now = int(clock.now().timestamp())
        retired = {key: due for key, due in noted.retired.items() if key not in plan.files and key not in gone}
        retired |= dict.fromkeys(ghosts, now)
        retired |= dict.fromkeys(plan.retired, now + self._publisher.grace)
        return replace(
            noted,
            releases=(release, *noted.releases)[: self._publisher.keep],
            retired=retired,
        )

    def _keep(self, release: Release, site: PublishedSite) -> None:
        """Keep the content of a release that readers have already."""
        try:
            self._archive.keep(release.id, site, release.who)
            self._archive.prune(self._publisher.keep)
        except (PublishError, OSError, sqlite3.Error) as error:
            said = f"Release {release.id} is published, and was not kept to go back to"
            raise PublishError(f"{said}: {error}") from error


def _doubted(head: Head) -> frozenset[str]:
    """Return the keys that an interrupted release may have left in any state."""
    return frozenset(head.intent.paths if head.intent else ())
