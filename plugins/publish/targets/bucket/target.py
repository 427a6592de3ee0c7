"""A bucket as target: pages under the keys of their addresses, and `.publish/` beside them, which is never public.

plan     one request, and none for unchanged files            (`cache.py`, `compare.py`)
publish  begin · send in steps · remove · purge · commit      (`journal.py`, `send.py`, `order.py`)
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.newsroom import clock
from plugins.publish.errors import PublishError
from plugins.publish.history.archive import Archive
from plugins.publish.plan.publish_plan import Count, PublishPlan
from plugins.publish.plan.target_look import TargetLook
from plugins.publish.site.model import PublishedSite, Release
from plugins.publish.site.takedown import NOTHING, Takedown
from plugins.publish.targets.base import Purge, release_id
from plugins.publish.targets.bucket.cache import CachedBucket
from plugins.publish.targets.bucket.compare import Digest, compare_all, compare_some, is_same
from plugins.publish.targets.bucket.compare_lists import inspect_bucket
from plugins.publish.targets.bucket.grace import Grace
from plugins.publish.targets.bucket.journal import Journal, TakenOverError
from plugins.publish.targets.bucket.layers import with_new_layers
from plugins.publish.targets.bucket.objects import object_digest, updated_digest_sum
from plugins.publish.targets.bucket.redirect_objects import ObjectHeaders, with_locations
from plugins.publish.targets.bucket.send import Headers, Sender
from plugins.publish.targets.bucket.state import BucketState, Intent, first_state
from plugins.publish.targets.bucket.store import Store
from plugins.publish.targets.bucket.takeover import TakeoverPolicy, wait_for_other_publisher
from plugins.publish.targets.transfer_bar import Progress


@dataclass(kw_only=True)
class BucketTarget:
    """Releases in the bucket of `store`."""

    store: Store
    cache_folder: Path
    """Folder of this machine for the cache of the bucket; it may be deleted."""
    archive: Archive
    who: str
    """The publisher, `user@host`."""
    checkout: str
    """Identity of the checkout."""
    headers: Headers
    policy: str
    """Digest of all that decides the headers, and the files that are left out of a build."""
    takeover: TakeoverPolicy
    keep: int = 10
    grace: int = 86_400
    takedown: Takedown = NOTHING
    """Files that go at once, whoever still shows them."""
    url: str = ""
    """Address that readers use; that of the site where it is empty."""
    publisher: str = ""
    """Name of the one publisher, for a store that ignores the conditions of a write."""
    adopts: bool = False
    """True to publish into a bucket that holds other things and no state."""
    progress: Progress = lambda *_: None
    _bucket: CachedBucket = field(init=False)
    _has_looked: bool = False

    @property
    def place(self) -> str:
        return self.store.place

    @contextmanager
    def held(self) -> Iterator[None]:
        """Open the cache; other checkouts are kept out by the state of the bucket alone."""
        self._bucket = CachedBucket(self.store, self.cache_folder / "mirror.sqlite")
        try:
            yield
        finally:
            self._bucket.close()

    def taken_down(self) -> Sequence[str]:
        state = self._bucket.look()
        self._has_looked = True  # the plan, made at once, need not ask again
        return state.taken_down if state else ()

    def read(self, path: str) -> bytes | None:
        found = self.store.read(path)
        return found.body if found else None

    def public_paths(self) -> Iterable[str]:
        return {*self._bucket.all(), *self.archive.catalogue.paths()}

    def plan(self, site: PublishedSite) -> PublishPlan:
        self._refuse(self._bucket.state if self._has_looked else self._bucket.look())
        self._has_looked = False
        wait_for_other_publisher(self._bucket, self.checkout, self.takeover)
        state = self._bucket.state
        if state is None:
            plan = compare_all(BucketState(), {}, site.files(), self._digest(site))
            return replace(plan, takes_down=self.takedown.addresses)
        grace = self._grace(self.takedown.beyond(state.taken_down))
        plan = self._plan_changes(site, state, grace) or self._plan_all(site, state, grace)
        if plan.is_empty:
            self._note_version(site)
            self._keep_current(state, site)
        return replace(plan, takes_down=grace.takes_down, dropped=grace.dropped(state.retired, plan))

    def inspect(self, site: PublishedSite) -> TargetLook | None:
        return inspect_bucket(self.store, self._bucket, site.files())

    def publish(self, site: PublishedSite, plan: PublishPlan, purge: Purge) -> Release:
        state = self._bucket.state or first_state(self.store, site.notes.siteurl, self.publisher)
        if plan.rewrites_records:
            state = with_new_layers(self.store, state, self._bucket.all())
        uncertain, digests = state.uncertain, self._digests(site, plan)
        release = self._release(state, plan, digests)
        before = self._bucket.some({*plan.sent, *plan.removed, *plan.retired, *uncertain, *plan.unpurged})
        journal = Journal(self.store, state, self._bucket.tag, self.takeover.lease, self._bucket.advance)
        sender = Sender(self.store, journal, before, {*uncertain, *plan.unpurged}, self._headers(site), self.progress)
        late_keys = uncertain.difference(plan.files) | set(plan.unpurged).difference(plan.files, before)
        try:
            journal.begin(self._intent(release, plan, uncertain), before)
            sender.send(site, plan, digests)
            expired = self._grace(plan.takes_down).expired(state, plan, clock.now().timestamp())
            sender.delete(expired)
            sender.purge(purge)
            dropped = journal.commit(
                lambda noted: self._finished(noted, release, plan, expired, late_keys), plan.retired
            )
        except (PublishError, OSError, sqlite3.Error, KeyboardInterrupt) as error:
            if not isinstance(error, TakenOverError):
                with suppress(PublishError, sqlite3.Error):
                    journal.give_up()
            raise
        self._note_version(site)
        with suppress(PublishError):  # layers that stay are of no use and do no harm
            sender.delete(dropped)
        self.archive.keep_published(release, site, self.keep)
        return release

    def releases(self) -> Sequence[Release]:
        state = self._bucket.look()
        found = state.releases if state else ()
        return [replace(release, is_current=number == 0) for number, release in enumerate(found)]

    def forget_taken_down(self) -> Sequence[str]:
        return self.archive.forget_taken_down(self.takedown)

    def kept(self, release: str) -> PublishedSite:
        return self.archive.site(release)

    def _keep_current(self, state: BucketState, site: PublishedSite) -> None:
        """Keep the present release, made elsewhere of this same site, so that one of before may be forgotten here."""
        latest = self.archive.catalogue.latest() if self.takedown and state.releases else None
        if latest and latest.id != state.releases[0].id:
            self.archive.keep_published(state.releases[0], site, self.keep)

    def _headers(self, site: PublishedSite) -> ObjectHeaders:
        if self.store.has_redirects:
            return with_locations(self.headers, site, self.url or site.notes.siteurl)
        return lambda path, _: self.headers(path)

    def _digest(self, site: PublishedSite) -> Digest:
        headers = self._headers(site)
        return lambda path, file: object_digest(file.sha256, repr(headers(path, file)))

    def _digests(self, site: PublishedSite, plan: PublishPlan) -> Mapping[str, str]:
        digest = self._digest(site)
        return {path: digest(path, file) for path, file in plan.files.items()}

    def _grace(self, takes_down: Sequence[str]) -> Grace:
        return Grace(seconds=self.grace, takedown=self.takedown, takes_down=takes_down)

    def _plan_changes(self, site: PublishedSite, state: BucketState, grace: Grace) -> PublishPlan | None:
        """Return the plan by the changes since the build that the bucket has; None where they are not known."""
        version = None if state.intent else self._bucket.published_version(self.policy)
        changes = site.changed_since(version) if version else None
        return (
            None
            if changes is None
            else compare_some(state, self._bucket.some(changes), changes, self._digest(site), grace.stays)
        )

    def _plan_all(self, site: PublishedSite, state: BucketState, grace: Grace) -> PublishPlan:
        files = site.files()
        if not state.intent and is_same(state, files, self._digest(site)):  # saves the request for the list of objects
            now = Count(state.files, state.pages)
            return PublishPlan(unchanged=len(files), before=now, after=now, siteurl_before=state.siteurl)
        return compare_all(state, self._bucket.all(), files, self._digest(site), grace.stays)

    def _note_version(self, site: PublishedSite) -> None:
        if site.version:
            self._bucket.note_version(site.version, self.policy)

    def _refuse(self, state: BucketState | None) -> None:
        """Raise PublishError where somebody else's things may be, or another publisher."""
        if state is None and not self.adopts and (other := self.store.some_foreign_key()):
            remedy = "make publish ADOPT=1 to publish beside them and over what is called the same"
            raise PublishError(f"{self.place} holds other things ({other}); name an empty bucket, or {remedy}")
        if state and not state.conditional and state.publisher != self.publisher:
            remedy = f"publish as that one (PUBLISH_PUBLISHER={state.publisher}), and never two at a time"
            what = f"has one publisher, {state.publisher!r}, and this is {self.publisher or 'none'!r}"
            raise PublishError(f"{self.place} {what}; {remedy}")

    def _release(self, state: BucketState, plan: PublishPlan, digests: Mapping[str, str]) -> Release:
        if plan.only_mends:
            return state.releases[0]
        before = self._bucket.some([*plan.sent, *plan.removed, *plan.retired])
        old = {path: stored.digest for path, stored in before.items()}
        digest = f"{updated_digest_sum(state.sum, old, digests):032x}"
        name = release_id(digest, clock.now(), [each.id for each in state.releases])
        return Release(id=name, files=plan.after.files, pages=plan.after.pages, who=self.who)

    def _intent(self, release: Release, plan: PublishPlan, uncertain: Iterable[str]) -> Intent:
        return Intent(
            release=release.id,
            who=self.who,
            checkout=self.checkout,
            since=f"{clock.now():%Y-%m-%d %H:%M:%S} UTC",
            paths=tuple(sorted({*plan.sent, *plan.removed, *plan.foreign, *uncertain})),
            sent=tuple(plan.unpurged),
            lease=self.takeover.lease,
        )

    def _finished(
        self,
        noted: BucketState,
        release: Release,
        plan: PublishPlan,
        expired: Collection[str],
        late_keys: Iterable[str],
    ) -> BucketState:
        """Return the state of a complete release, which has removed the `expired` keys as well."""
        retired = self._grace(plan.takes_down).retired(noted, plan, expired, late_keys, clock.now().timestamp())
        before = (each for each in noted.releases if each.id != release.id)  # a mended release keeps its name
        releases, taken_down = (release, *before)[: self.keep], self.takedown.addresses
        return replace(noted, releases=releases, retired=retired, taken_down=taken_down)
