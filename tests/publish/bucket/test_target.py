"""A bucket as target, against obstore's store in memory, with a fault at every operation."""

import re
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from obstore.store import MemoryStore

from plugins.publish.errors import PublishError
from plugins.publish.history.archive import Archive
from plugins.publish.plan.guards import doubts
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.site.model import PublishedSite, Release
from plugins.publish.site.takedown import Takedown, WithoutTakedown
from plugins.publish.targets.bucket.cache import CachedBucket
from plugins.publish.targets.bucket.layers import pack, read_objects
from plugins.publish.targets.bucket.objects import ObjectChanges, StoredObject, digest_sum, updated_digest_sum
from plugins.publish.targets.bucket.state import STATE_KEY, Layer, from_bytes, to_bytes
from plugins.publish.targets.bucket.store import Found, Listed, Store
from plugins.publish.targets.bucket.takeover import TakeoverPolicy
from plugins.publish.targets.bucket.target import BucketTarget
from tests.publish.bucket.newspaper import Newspaper, dangling, first_edition, second_edition, third_edition
from tests.tools.chance import thinned


class Killed(BaseException):
    """What stands for `kill -9`: nobody catches it, and nothing is sent after it."""


class Tap(Store):
    """A store that counts what is asked of it, and at the operation `at` does what a fault does."""

    def __init__(self, backend: MemoryStore, fault: str = "", at: int = -1) -> None:
        super().__init__(backend, "memory://bucket")
        self.operations: list[tuple[str, str]] = []
        self.sent = 0
        self._fault, self._at, self._lock = fault, at, threading.Lock()
        self.was_hit = False

    def read(self, key: str, known: str | None = None) -> Found | None:
        with self._passing("read", key):
            return super().read(key, known)

    def tag(self, key: str) -> str | None:
        with self._passing("tag", key):
            return super().tag(key)

    def write(self, key: str, body: bytes | Path, *rest: object, **named: object) -> str:
        self.sent += len(body) if isinstance(body, bytes) else body.stat().st_size
        with self._passing("write", key):
            return super().write(key, body, *rest, **named)  # type: ignore[arg-type]  # handed on as they came

    def delete(self, key: str) -> None:
        with self._passing("delete", key):
            super().delete(key)

    def listed(self) -> dict[str, Listed]:
        with self._passing("list", ""):
            return super().listed()

    @contextmanager
    def _passing(self, word: str, key: str) -> Iterator[None]:
        with self._lock:
            number = len(self.operations)
            self.operations.append((word, key))
            self.was_hit = self.was_hit or number == self._at
            if self._fault == "killed" and self.was_hit:
                raise Killed
        if number == self._at and self._fault == "refused":
            raise PublishError(f"memory://bucket: the store has failed ({key}); see whether it is well")
        yield
        if number == self._at and self._fault == "answer lost":
            raise PublishError(f"memory://bucket: the store did not answer in time ({key}); see whether it is well")
        if number == self._at and self._fault == "killed after it":
            raise Killed
        if self._fault == "refused for good" and number >= self._at >= 0:
            raise PublishError("memory://bucket: the credentials have expired; renew them")


FAULTS = ("refused", "answer lost", "killed", "killed after it", "refused for good")


def target(store: Store, folder: Path, checkout: str = "here", **choices: object) -> BucketTarget:
    made = BucketTarget(
        store=store,
        cache_folder=folder / checkout,
        archive=Archive(folder / f"{checkout}-kept"),
        who=f"{checkout}@test",
        checkout=checkout,
        headers=lambda path: {"Content-Type": "text/plain", "Cache-Control": "max-age=60"},
        policy="one",
        takeover=TakeoverPolicy(lease=60),
    )
    return replace(made, **choices)  # type: ignore[arg-type]  # handed on as they came


def publish(
    target: BucketTarget, site: PublishedSite, purged: list[str] | None = None
) -> tuple[PublishPlan, Release | None]:
    with target.held():
        plan = target.plan(site)
        if plan.is_empty:
            return plan, None
        return plan, target.publish(site, plan, lambda: (purged if purged is not None else []).extend(plan.touched))


def stored(backend: MemoryStore) -> dict[str, bytes]:
    """Return what readers can fetch: every object but the publisher's own."""
    found = Store(backend, "")
    keys = [entry["path"] for chunk in backend.list() for entry in chunk]
    return {key: item.body for key in sorted(keys) if not key.startswith(".publish/") and (item := found.read(key))}


@pytest.fixture
def paper(tmp_path: Path) -> Newspaper:
    return Newspaper(tmp_path / "paper").edition(first_edition())


def test_a_first_release_stores_every_file_with_its_headers(paper: Newspaper, tmp_path: Path) -> None:
    backend = MemoryStore()
    _, release = publish(target(Tap(backend), tmp_path), paper)

    assert stored(backend) == paper.bodies
    assert release is not None
    assert (release.files, release.pages) == (9, 6)
    assert backend.get("index.html").attributes == {"Content-Type": "text/plain", "Cache-Control": "max-age=60"}


def test_nothing_changed_is_one_request(paper: Newspaper, tmp_path: Path) -> None:
    backend = MemoryStore()
    publish(target(Tap(backend), tmp_path), paper)
    tap = Tap(backend)
    plan, release = publish(target(tap, tmp_path), paper)

    assert (plan.is_empty, release) == (True, None)
    assert tap.operations == [("read", ".publish/head")]


def test_nothing_changed_is_one_request_from_a_checkout_that_knows_nothing(paper: Newspaper, tmp_path: Path) -> None:
    backend = MemoryStore()
    publish(target(Tap(backend), tmp_path), paper)
    tap = Tap(backend)
    publish(target(tap, tmp_path, checkout="elsewhere"), paper)

    assert tap.operations == [("read", ".publish/head")]


@pytest.mark.parametrize("counts", [True, False])
def test_an_edit_costs_its_objects_and_three_requests(paper: Newspaper, tmp_path: Path, counts: bool) -> None:
    backend = MemoryStore()
    paper.counts = counts
    publish(target(Tap(backend), tmp_path), paper)
    tap, purged = Tap(backend), list[str]()
    paper.edition(first_edition() | {"1/index.html": "other", "2/index.html": "words"})
    publish(target(tap, tmp_path), paper, purged)

    assert len(tap.operations) == 2 + 3
    assert purged == ["1/index.html", "2/index.html"]
    assert stored(backend) == paper.bodies


@pytest.mark.parametrize("size", [1_000, 100_000])
def test_an_edit_costs_the_same_in_a_large_bucket_as_in_a_small_one(
    paper: Newspaper, tmp_path: Path, size: int
) -> None:
    backend, paper.counts = MemoryStore(), True
    publish(target(Tap(backend), tmp_path), paper)
    mark = paper.version
    assert mark is not None
    enlarge(Store(backend, ""), size)
    larger = target(Tap(backend), tmp_path)
    with larger.held():
        larger._bucket.look()
        larger._bucket.all()
        larger._bucket.note_version(mark, "one")
    tap = Tap(backend)
    paper.edition(first_edition() | {"1/index.html": "other"})
    plan, _ = publish(target(tap, tmp_path), paper)

    assert plan.unchanged == size + 8
    assert tap.operations == [
        ("read", ".publish/head"),
        ("write", ".publish/head"),
        ("write", "1/index.html"),
        ("write", ".publish/head"),
    ]
    assert tap.sent < 20_000


def test_an_edit_from_a_checkout_that_knows_nothing_costs_the_same_for_a_thousand_files(
    paper: Newspaper, tmp_path: Path
) -> None:
    backend, many = MemoryStore(), {f"{number}.html": str(number) for number in range(1000 - len(first_edition()))}
    publish(target(Tap(backend), tmp_path), paper.edition(first_edition() | many))
    tap, unchanged = Tap(backend), Tap(backend)
    paper.edition(first_edition() | many | {"1/index.html": "other", "2/index.html": "words"})
    publish(target(tap, tmp_path, checkout="elsewhere"), paper)
    publish(target(unchanged, tmp_path, checkout="a third"), paper)

    assert len(tap.operations) == 2 + 3
    assert unchanged.operations == [("read", STATE_KEY)]


def test_an_edit_from_a_checkout_that_knows_nothing_reads_one_list_of_a_hundred_thousand_files(
    paper: Newspaper, tmp_path: Path
) -> None:
    backend = MemoryStore()
    publish(target(Tap(backend), tmp_path), paper)
    enlarge(Store(backend, ""), 100_000)
    tap = Tap(backend)
    elsewhere = target(tap, tmp_path, checkout="elsewhere")
    with elsewhere.held():
        elsewhere._bucket.look()
        found = elsewhere._bucket.some(["1/index.html"])

    assert found.keys() == {"1/index.html"}
    assert tap.operations == [("read", STATE_KEY), ("read", ".publish/layer-large")]


def test_a_first_release_leaves_one_layer_however_many_signs_of_life_it_gave(
    paper: Newspaper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plugins.publish.targets.bucket.layers.DELTA_ENTRIES", 10)
    monkeypatch.setattr("plugins.publish.targets.bucket.journal.HEARTBEATS", 1e9)
    backend = MemoryStore()
    publish(target(Tap(backend), tmp_path), paper.edition({f"{number}.html": str(number) for number in range(300)}))
    state = from_bytes(Store(backend, "").read(STATE_KEY).body, "")  # type: ignore[union-attr]  # it is there

    assert len(state.layers) == 1
    assert read_objects(Store(backend, ""), state).keys() == paper.bodies.keys()


def test_layers_that_were_merged_are_removed_by_the_release_that_merged_them(
    paper: Newspaper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plugins.publish.targets.bucket.layers.DELTA_ENTRIES", 3)
    backend = MemoryStore()
    for number in range(6):
        paper.edition(first_edition() | {f"{each}.html": str(number) for each in range(5)})
        publish(target(Tap(backend), tmp_path), paper)
        found = Store(backend, "").read(STATE_KEY)
        assert found is not None
        state = from_bytes(found.body, "")
        own = {entry["path"] for chunk in backend.list(".publish") for entry in chunk}
        assert own == {STATE_KEY, *(layer.key for layer in state.layers)}


def test_a_list_of_what_is_to_be_down_costs_no_request(tmp_path: Path) -> None:
    backend, takedown = MemoryStore(), Takedown(["/4/"])
    site = WithoutTakedown(Newspaper(tmp_path / "paper", counts=True).edition(first_edition()), takedown)
    publish(target(Tap(backend), tmp_path, takedown=takedown), site)

    made = target(tap := Tap(backend), tmp_path)
    with made.held():
        made.takedown = Takedown(made.taken_down())
        plan = made.plan(site)

    assert made.takedown.addresses == ("/4/",)
    assert plan.is_empty
    assert tap.operations == [("read", STATE_KEY)]


def test_with_what_is_taken_down_go_pictures_in_their_grace(paper: Newspaper, tmp_path: Path) -> None:
    backend, takedown, purged = MemoryStore(), Takedown(["/5/"]), list[str]()
    publish(target(Tap(backend), tmp_path), paper)
    publish(target(Tap(backend), tmp_path), paper.edition(second_edition()))
    assert "pictures/one-11111111.webp" in stored(backend)

    without = {path: text for path, text in first_edition().items() if not path.startswith(("4/", "pictures/"))}
    plan, _ = publish(target(Tap(backend), tmp_path, takedown=takedown), paper.edition(without), purged)

    assert plan.takes_down == ["/5/"]
    assert [path for path in stored(backend) if path.startswith("pictures/")] == []
    assert {"5/index.html", *(path for path in first_edition() if path.startswith("pictures/"))} <= {*purged}


def enlarge(store: Store, size: int) -> None:
    """Have the state of a bucket say that there are `size` more objects."""
    found = store.read(STATE_KEY)
    assert found is not None
    state = from_bytes(found.body, "")
    more = {f"{number}.html": StoredObject(f"{number:032x}", "") for number in range(size)}
    body = pack(more)
    layer = Layer(name="large", entries=size)
    store.write(layer.key, body, {})
    digests = {path: stored.digest for path, stored in more.items()}
    total = updated_digest_sum(state.sum, {}, digests)
    larger = replace(state, layers=(layer,), files=state.files + size, pages=state.pages + size, sum=total)
    store.write(STATE_KEY, to_bytes(larger), {})


def test_what_is_gone_is_removed_and_a_picture_only_after_its_grace(paper: Newspaper, tmp_path: Path) -> None:
    backend = MemoryStore()
    publish(target(Tap(backend), tmp_path), paper)
    paper.edition(second_edition())
    plan, _ = publish(target(Tap(backend), tmp_path, grace=0), paper)
    after_second = stored(backend)
    publish(target(Tap(backend), tmp_path), paper.edition(second_edition() | {"2/index.html": "other"}))

    assert plan.removed == ["4/index.html"]
    assert plan.retired == ["pictures/four-44444444.webp", "pictures/one-11111111.webp"]
    assert after_second.keys() - second_edition().keys() == set(plan.retired)
    assert stored(backend) == paper.bodies


def test_a_picture_that_was_taken_down_goes_at_once_and_is_purged(paper: Newspaper, tmp_path: Path) -> None:
    backend, purged = MemoryStore(), list[str]()
    picture, takedown = "pictures/one-11111111.webp", Takedown(["/pictures/one-11111111.webp"])
    publish(target(Tap(backend), tmp_path), paper)
    publish(target(Tap(backend), tmp_path, takedown=takedown, policy="two"), WithoutTakedown(paper, takedown), purged)

    assert stored(backend).keys() == paper.bodies.keys() - {picture}
    assert picture in purged


def test_pictures_in_their_grace_go_with_a_release_that_takes_one_down(paper: Newspaper, tmp_path: Path) -> None:
    backend, takedown = MemoryStore(), Takedown(["/pictures/one-11111111.webp"])
    for edition in (first_edition(), second_edition()):
        publish(target(Tap(backend), tmp_path), paper.edition(edition))
    site = WithoutTakedown(paper.edition(second_edition() | {"2/index.html": "other"}), takedown)
    publish(target(Tap(backend), tmp_path, takedown=takedown, policy="two"), site)

    kept = {"pictures/five-55555555.webp", "pictures/one-22222222.webp"}
    assert {path for path in stored(backend) if path.startswith("pictures/")} == kept


def test_other_headers_send_just_what_they_touch(paper: Newspaper, tmp_path: Path) -> None:
    backend = MemoryStore()
    publish(target(Tap(backend), tmp_path), paper)

    def headers(path: str) -> Mapping[str, str]:
        return {"Content-Type": "text/xml" if path == "feed.xml" else "text/plain", "Cache-Control": "max-age=60"}

    tap = Tap(backend)
    plan, _ = publish(target(tap, tmp_path, headers=headers, policy="two"), paper)

    assert plan.headers == ["feed.xml"]
    assert [key for word, key in tap.operations if word == "write"] == [".publish/head", "feed.xml", ".publish/head"]


def test_a_bucket_with_other_things_in_it_is_refused_unless_that_is_asked_for(paper: Newspaper, tmp_path: Path) -> None:
    backend = MemoryStore()
    backend.put("theirs.txt", b"theirs")
    with pytest.raises(PublishError, match=r"memory://bucket holds other things \(theirs\.txt\); name an empty bucket"):
        publish(target(Tap(backend), tmp_path), paper)
    publish(target(Tap(backend), tmp_path, adopts=True), paper)
    publish(target(Tap(backend), tmp_path), paper.edition(second_edition()))

    assert stored(backend)["theirs.txt"] == b"theirs"


def interrupted(tmp_path: Path, paper: Newspaper, fault: str, at: int) -> tuple[MemoryStore, bool]:
    """Publish the first edition, then the second with a fault; return the store and whether the fault was met."""
    backend = MemoryStore()
    publish(target(Tap(backend), tmp_path), paper)
    paper.edition(second_edition())
    tap = Tap(backend, fault, at)
    with suppress(PublishError, Killed):
        publish(target(tap, tmp_path), paper)
    return backend, tap.was_hit


def operations_of_an_edit(folder: Path) -> int:
    """Return how many operations the release takes that `interrupted` interrupts."""
    paper = Newspaper(folder / "undisturbed paper").edition(first_edition())
    tap = Tap(MemoryStore())
    publish(target(tap, folder / "undisturbed"), paper)
    before = len(tap.operations)
    publish(target(tap, folder / "undisturbed"), paper.edition(second_edition()))
    assert len(tap.operations) - before > 12
    return len(tap.operations) - before


@pytest.mark.parametrize("following", [first_edition, second_edition, third_edition])
@pytest.mark.parametrize("fault", FAULTS)
def test_stopped_at_every_operation_readers_find_every_link_and_the_next_run_converges(
    tmp_path: Path, fault: str, following: Callable[[], dict[str, str]]
) -> None:
    for at in thinned(range(operations_of_an_edit(tmp_path)), f"{fault} {following.__name__}", 5):
        folder = tmp_path / str(at)
        paper = Newspaper(folder / "paper").edition(first_edition())
        backend, was_hit = interrupted(folder, paper, fault, at)
        assert was_hit
        in_between = stored(backend)
        assert dangling(in_between.get, first_edition()) == set(), f"{fault} at {at}"

        purged: list[str] = []
        paper.edition(following())
        publish(target(Tap(backend), folder), paper, purged)
        found = stored(backend)
        wanted = paper.bodies
        assert {path: found.get(path) for path in wanted} == wanted, f"{fault} at {at}"
        assert all(re.search(r"-\d{8}\.webp$", path) for path in found.keys() - wanted.keys()), f"{fault} at {at}"
        tap = Tap(backend)
        publish(target(tap, folder), paper)
        assert tap.operations == [("read", ".publish/head")]


def test_what_an_interrupted_release_changed_is_purged_by_the_next(tmp_path: Path) -> None:
    for at in thinned(range(1, 40), "purges", 2):
        folder = tmp_path / str(at)
        paper = Newspaper(folder / "paper").edition(first_edition())
        backend, was_hit = interrupted(folder, paper, "refused", at)
        changed = {path for path, body in stored(backend).items() if first_edition().get(path) != body.decode()}
        purged: list[str] = []
        publish(target(Tap(backend), folder), paper.edition(first_edition()), purged)
        if not was_hit:
            break
        assert changed <= set(purged), at


@pytest.mark.parametrize("fault", FAULTS)
def test_a_first_release_that_was_stopped_anywhere_is_gone_on_with(tmp_path: Path, fault: str) -> None:
    undisturbed = Tap(MemoryStore())
    publish(target(undisturbed, tmp_path), Newspaper(tmp_path / "paper").edition(first_edition()))
    assert len(undisturbed.operations) > 12
    for at in thinned(range(len(undisturbed.operations)), f"{fault} of a first release"):
        folder, backend = tmp_path / str(at), MemoryStore()
        paper = Newspaper(folder / "paper").edition(first_edition())
        tap = Tap(backend, fault, at)
        with suppress(PublishError, Killed):
            publish(target(tap, folder), paper)
        plan = publish(target(Tap(backend), folder), paper)[0]

        assert doubts(paper, plan, {}) == [], f"{fault} at {at}"
        assert stored(backend) == paper.bodies, f"{fault} at {at}"
        assert tap.was_hit


def test_a_publisher_is_dead_only_when_its_own_lease_has_run_out(
    paper: Newspaper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend, seconds = MemoryStore(), [0.0]

    def sleep(length: float) -> None:
        seconds[0] += length

    monkeypatch.setattr("plugins.publish.targets.bucket.takeover.time", SimpleNamespace(monotonic=lambda: seconds[0]))
    with suppress(Killed):
        publish(target(Tap(backend, "killed", 8), tmp_path), paper)
    quicker = TakeoverPolicy(lease=3, waits=True, sleep=sleep)
    publish(target(Tap(backend), tmp_path, "other", takeover=quicker), paper)

    assert seconds[0] >= 60
    assert stored(backend) == paper.bodies


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_what_this_checkout_cannot_remember_is_told_and_counted_once(
    paper: Newspaper, tmp_path: Path, failing: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full at one of three notes in the cache, and not at the next; each step gives a sign of life."""
    backend, keep, notes = MemoryStore(), CachedBucket._keep, list[str]()

    def full(bucket: CachedBucket, changes: ObjectChanges, **named: bool) -> None:
        notes.append(bucket.tag)
        if len(notes) == failing:
            raise sqlite3.OperationalError("database or disk is full")
        keep(bucket, changes, **named)

    publish(target(Tap(backend), tmp_path), paper)
    paper.edition(second_edition())
    with monkeypatch.context() as patched:
        patched.setattr(CachedBucket, "_keep", full)
        patched.setattr("plugins.publish.targets.bucket.journal.HEARTBEATS", 1e9)
        with pytest.raises(sqlite3.OperationalError):
            publish(target(Tap(backend), tmp_path), paper)
    publish(target(Tap(backend), tmp_path), paper)
    state = from_bytes(Store(backend, "").read(STATE_KEY).body, "")  # type: ignore[union-attr]  # it is there
    objects = read_objects(Store(backend, ""), state)

    assert {path: stored(backend).get(path) for path in paper.bodies} == paper.bodies
    digests = {path: stored.digest for path, stored in objects.items()}
    assert (state.files, state.sum) == (len(paper.bodies), digest_sum(digests))
    assert objects.keys() == paper.bodies.keys()


def test_a_takedown_of_another_checkout_leaves_nothing_of_it_among_the_releases_kept_here(tmp_path: Path) -> None:
    backend, takedown = MemoryStore(), Takedown(["/2/"])
    paper = Newspaper(tmp_path / "paper")
    publish(target(Tap(backend), tmp_path, "a"), paper.edition({"index.html": "home", "2/index.html": "secret"}))
    after = paper.edition({"index.html": "home"})
    publish(target(Tap(backend), tmp_path, "b", takedown=takedown), after)
    mine = target(Tap(backend), tmp_path, "a", takedown=takedown)
    plan, _ = publish(mine, after)
    forgotten = mine.forget_taken_down()

    assert (plan.is_empty, len(forgotten)) == (True, 1)
    assert [path.read_text() for path in (tmp_path / "a-kept" / "objects").iterdir()] == ["home"]
