"""Random editions, one after another, from several checkouts to one bucket, with a fault in most releases.

Each seed is one story of a dozen releases: articles come, change, go and come back, and pictures with them; some get
another address, with a page at the former one that leads on; some expire, or are taken down; headers change;
checkouts forget what they knew; a request is refused, its answer is lost, the publisher is killed, a write is carried
out only after the next run, or a publisher sleeps while another one takes over. After every request readers must find
all that they are led to, and after every complete release the bucket must be what its state says, and that the build.
After some, objects are removed, changed and added behind everybody's back, and a run with a look at every object has to
find just these and put them right, stopped at any request or not.

Nothing is left to chance but what the seed says: jobs run one after the other, and the clock goes on with the requests.
The bucket is a dictionary with tags as S3 has them, digests of the content, or as others have, one for each write.
"""

import hashlib
import random
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.site.takedown import NOTHING, Takedown
from plugins.publish.targets.bucket import journal, layers, order, takeover
from plugins.publish.targets.bucket import send as sending
from plugins.publish.targets.bucket import target as objects
from plugins.publish.targets.bucket.cache import CachedBucket
from plugins.publish.targets.bucket.objects import digest_sum
from plugins.publish.targets.bucket.state import STATE_KEY, BucketState, from_bytes
from plugins.publish.targets.bucket.store import NEW, UNMODIFIED, ConflictError, Found, Listed, Store
from plugins.publish.targets.bucket.takeover import TakeoverPolicy
from plugins.publish.targets.bucket.target import BucketTarget
from tests.conftest import SOAK_MINUTES
from tests.publish.bucket.newspaper import Newspaper, dangling, page
from tests.publish.bucket.test_compare_lists import check as look_at_all
from tests.publish.bucket.test_target import Killed, publish, target
from tests.tools.chance import chance

THEIRS = "theirs.txt"
EPOCH = datetime(2026, 11, 26, tzinfo=UTC)
FAULTS = (
    "",
    "",
    "refused",
    "answer lost",
    "killed",
    "killed after it",
    "refused for good",
    "late",
    "late, told",
    "sleep",
)
SEEDS = chance("stories").sample(range(1_000_000), 400 if SOAK_MINUTES else 16)


class Edition(dict[str, str]):
    """The files of a release by path, and what was taken down."""

    takedown: Takedown = NOTHING


class Shelf(Store):
    """A bucket, and what happens to the request `at`: `fault`. `watch` is called after whatever changes anything."""

    def __init__(self, has_digests: bool) -> None:
        super().__init__(None, "shelf://bucket", has_digests=has_digests)
        self.objects: dict[str, Found] = {}
        self.late: list[Callable[[], object]] = []
        self.seconds = 1000.0
        self.writes = 0


class Way(Store):
    """The way of one publisher to the shelf, with a fault at one of its requests."""

    def __init__(self, shelf: Shelf, pace: float, watch: Callable[[], None], fault: str = "", at: int = -1) -> None:
        super().__init__(None, "shelf://bucket", has_digests=shelf._has_digests)
        self.shelf, self.pace, self.watch, self.fault, self.at = shelf, pace, watch, fault, at
        self.requests: list[tuple[str, str]] = []
        self.asleep, self.woken = threading.Event(), threading.Event()

    def read(self, key: str, known: str | None = None) -> Found | None:
        def act() -> Found | None:
            found = self.shelf.objects.get(key)
            return UNMODIFIED if found and found.tag == known else found

        return self._pass("read", key, act)  # type: ignore[no-any-return]  # what `act` returns

    def tag(self, key: str) -> str | None:
        return self._pass("tag", key, lambda: (key in self.shelf.objects and self.shelf.objects[key].tag) or None)

    def write(
        self, key: str, body: bytes | Path, headers: Mapping[str, str], condition: str = "", *, in_parts: bool = False
    ) -> str:
        content = body if isinstance(body, bytes) else body.read_bytes()
        can_be_late = not in_parts and key != STATE_KEY
        return str(self._pass("write", key, lambda: self._put(key, content, condition, in_parts), can_be_late))

    def delete(self, key: str) -> None:
        self._pass("delete", key, lambda: self.shelf.objects.pop(key, None))

    def listed(self) -> dict[str, Listed]:
        objects = self.shelf.objects
        return self._pass(  # type: ignore[no-any-return]  # what the function returns
            "list", "", lambda: {key: Listed(found.tag, len(found.body), EPOCH) for key, found in objects.items()}
        )

    def some_foreign_key(self) -> str | None:
        return None

    def _put(self, key: str, body: bytes, condition: str, in_parts: bool) -> str:
        held = self.shelf.objects.get(key)
        if condition and (held.tag if held else NEW) != condition:
            raise ConflictError(key)
        self.shelf.writes += 1
        digest = hashlib.md5(body, usedforsecurity=False).hexdigest() + ("-1" if in_parts else "")
        tag = digest if self.shelf._has_digests else str(self.shelf.writes)
        self.shelf.objects[key] = Found(body, tag)
        return tag

    def _pass(self, word: str, key: str, act: Callable[[], Any], can_be_late: bool = False) -> Any:
        number = len(self.requests)
        if number == self.at and self.fault in ("late", "late, told", "sleep") and not can_be_late:
            self.at += 1  # a removal, or what is sent in parts, has no condition that could hold it back
        self.requests.append((word, key))
        self.shelf.seconds += self.pace
        hit, name = number == self.at, self.fault
        is_over = number > self.at >= 0
        if (name.startswith(("killed", "late")) and is_over and name != "late, told") or (hit and name == "killed"):
            raise Killed
        if (hit and name == "refused") or (name == "refused for good" and is_over):
            raise PublishError("refused")
        if hit and name.startswith("late"):
            self.shelf.late.append(act)
            raise Killed if name == "late" else PublishError("no answer in time")
        if hit and name == "sleep":
            self.asleep.set()
            self.woken.wait(30)
        result = act()
        if word in ("write", "delete"):
            self.watch()
        if hit and name == "killed after it":
            raise Killed
        if hit and name == "answer lost":
            raise PublishError("the answer is lost")
        return result


class Jobs:
    """Stands for the threads, and for the queue of what they have done: a job runs when its end is waited for."""

    here: ClassVar[Any] = threading.local()  # `waiting`: what each publisher has still to do

    def __init__(self, _: int = 0) -> None:
        self.ended: list[Future[Any]] = []

    def __enter__(self) -> "Jobs":
        self.here.waiting = []
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def submit(self, job: Callable[[], Any]) -> "Future[Any]":
        future: Future[Any] = Future()
        self.here.waiting.append((future, job))
        return future

    def put(self, future: "Future[Any]") -> None:
        self.ended.append(future)

    def get(self, timeout: float) -> "Future[Any]":
        self.run()
        return self.ended.pop()

    @classmethod
    def run(cls) -> None:
        future, job = cls.here.waiting.pop(0)
        if not future.cancelled():
            try:
                future.set_result(job())
            except (PublishError, ConflictError) as error:
                future.set_exception(error)

    @classmethod
    def wait(cls, _: object, limit: float = 0) -> None:
        if limit:
            cls.run()
        else:
            cls.here.waiting.clear()


class Desk:
    """Makes one edition after another: articles by number, each a revision, a picture and what it leads to."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.articles: dict[int, tuple[int, int, tuple[int, ...]]] = {n: (0, n % 3, ()) for n in range(1, 5)}
        self.moved: dict[int, int] = {}
        """Numbers that articles had before, with the ones that they got then."""
        self.taken: set[int] = set()
        self.over: set[int] = set()
        """Numbers whose articles have expired: no front and no feed has them."""
        self.former = [dict(self.articles)]

    def edit(self) -> Edition:
        chance = self.chance
        for _ in range(chance.choice([1, 1, 2, 5])):
            what, number = chance.random(), chance.randrange(1, 9)
            if what < 0.1:
                self._move(number, chance.randrange(1, 9))
            elif what < 0.2:
                self.taken ^= {number}
            elif what < 0.26:
                self.over ^= {number}
            elif what < 0.34:
                self.articles.pop(number, None)
            elif what < 0.45:
                self.articles = dict(chance.choice(self.former))
            elif what < 0.95:
                leads = tuple(chance.sample(range(1, 9), chance.randrange(3)))
                self.articles[number] = (chance.randrange(3), chance.randrange(5), leads)
        self.former.append(dict(self.articles))
        return self.edition()

    def _move(self, old: int, new: int) -> None:
        """Give an article another address, if that is free."""
        if old in self.articles and new not in self.articles:
            self.articles[new] = self.articles.pop(old)
            self.moved[old] = new

    def edition(self) -> Edition:
        shown = {number: article for number, article in self.articles.items() if number not in self.taken}
        pages = {number: f"{number}/index.html" for number in sorted(shown)}
        leading_on = {old: pages[new] for old, new in self.moved.items() if new in pages and old not in shown}
        made = Edition({f"{old}/index.html": page("moved", target) for old, target in leading_on.items()})
        former = [old for old, new in self.moved.items() if new in self.taken and old not in shown]
        made.takedown = Takedown(f"/{number}/" for number in (*self.taken, *former) if number not in leading_on)
        current = [path for number, path in pages.items() if number not in self.over]
        made |= {
            "index.html": page("home", "news/index.html", "archive/index.html", *current),
            "news/index.html": page("news", "feed.xml", *current[::2]),
            "feed.xml": page("feed", *current[1::2]),
            "archive/index.html": page("archive", *pages.values()),
        }
        for number, (revision, picture, leads) in shown.items():
            seen = [f"pictures/p-{str(picture) * 8}.webp"] if picture < 4 else []
            made |= dict.fromkeys(seen, f"picture {picture}")
            made[pages[number]] = page(f"{number} {revision}", *seen, *(pages[each] for each in leads if each in pages))
        return made


class Story:
    """One sequence of releases."""

    def __init__(self, seed: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.chance, self.folder = random.Random(seed), folder
        self.shelf = Shelf(has_digests=seed % 2 == 0)
        self.shelf.objects[THEIRS] = Found(b"theirs", "")
        self.grace, self.policy = self.chance.choice([0, 0, 30, 10**6]), "one"
        self.papers: dict[str, Newspaper] = {}
        self.complete: Edition | None = None
        self.begun: list[Edition] = []
        self._stop_clocks(monkeypatch)

    def _stop_clocks(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def shuffled(plan: PublishPlan, unseen: set[str]) -> Iterator[list[str]]:
            for step in order.steps(plan, unseen):
                yield self.chance.sample(step, len(step))

        start, shelf = datetime(2026, 11, 26, tzinfo=UTC), self.shelf
        monkeypatch.setattr(journal, "_seconds", lambda: shelf.seconds)
        monkeypatch.setattr(takeover, "time", SimpleNamespace(monotonic=lambda: shelf.seconds))
        monkeypatch.setattr(objects, "clock", SimpleNamespace(now=lambda: start + timedelta(seconds=shelf.seconds)))
        monkeypatch.setattr(layers, "DELTA_ENTRIES", self.chance.choice([3, 8]))
        monkeypatch.setattr(sending, "ThreadPoolExecutor", Jobs)
        monkeypatch.setattr(sending, "Queue", Jobs)
        monkeypatch.setattr(sending, "wait", Jobs.wait)
        monkeypatch.setattr(sending, "steps", shuffled)

    def look(self) -> None:
        """See that readers find what they are led to from pages that all editions of this time have."""
        if self.complete:
            known = set.intersection(*map(set, [self.complete, *self.begun]))
            fetch = {path: found.body for path, found in self.shelf.objects.items()}.get
            assert dangling(fetch, sorted(path for path in known if path.endswith((".html", ".xml")))) == set()

    def way(self, fault: str = "", at: int = -1) -> Way:
        return Way(self.shelf, self.chance.choice([0, 3.3]), self.look, fault, at)

    def target(self, checkout: str, way: Way, takedown: Takedown) -> BucketTarget:
        def headers(path: str) -> Mapping[str, str]:
            return {"Content-Type": policy if path.endswith((".xml", ".webp")) else "text/html"}

        def sleep(seconds: float) -> None:
            self.shelf.seconds += seconds

        policy, takeover = self.policy, TakeoverPolicy(lease=60, waits=True, sleep=sleep)
        choices = {"policy": policy, "headers": headers, "grace": self.grace, "takeover": takeover, "adopts": True}
        return target(way, self.folder, checkout, takedown=takedown, **choices)

    def paper(self, checkout: str, edition: Edition) -> Newspaper:
        made = Newspaper(self.folder / f"{checkout} paper", counts=True)
        self.begun.append(edition)
        return self.papers.setdefault(checkout, made).edition(edition)

    def release(self, edition: Edition) -> None:
        """Publish an edition with a fault, then let late requests arrive."""
        checkout, fault = self.chance.choice("aab"), self.chance.choice(FAULTS)
        if self.chance.random() < 0.15:
            (self.folder / checkout / "mirror.sqlite").unlink(missing_ok=True)
        if self.chance.random() < 0.2:
            self.policy = self.chance.choice(["one", "two"])
        late, self.shelf.late = self.shelf.late, []
        way = self.way(fault, self.chance.randrange(22))
        paper = self.paper(checkout, edition)
        run = self._slept if fault == "sleep" else self._tried
        done = run(checkout, way, paper, edition.takedown)
        for action in late:
            try:
                action()
            except ConflictError:
                continue
        self.look()
        if done:
            self.complete, self.begun = edition, []
            self.check(checkout, edition)
            if self.chance.random() < 0.3:
                self.damage_and_mend(checkout, edition)

    def damage_and_mend(self, checkout: str, edition: Edition) -> None:
        """Spoil some objects, then look at all with a fault, and once more without."""
        chance, there = self.chance, self.shelf.objects
        gone, changed = (chance.sample(sorted(edition), chance.randrange(3)) for _ in range(2))
        changed = [path for path in changed if path not in gone]
        for path in gone:
            del there[path]
        spoilt = {path: Found(f"spoilt {path}".encode(), "spoilt") for path in [*changed, "added.txt"]}
        there.update(spoilt)
        self.complete = None  # readers may come to nothing now
        with suppress(PublishError, Killed):
            way = self.way(chance.choice([fault for fault in FAULTS if fault != "sleep"]), chance.randrange(22))
            _, found = look_at_all(self.target(checkout, way, edition.takedown), self.papers[checkout])
            assert (found.missing, found.damaged) == (sorted(gone), sorted(changed))
        late, self.shelf.late = self.shelf.late, []
        other = chance.choice([checkout, "d"])
        _, found = look_at_all(self.target(other, self.way(), edition.takedown), self.paper(other, edition))
        for action in late:
            with suppress(ConflictError):
                action()
        assert found.foreign == ["added.txt", THEIRS]
        del there["added.txt"]
        self.complete, self.begun = edition, []
        self.look()
        self.check(checkout, edition)

    def _tried(self, checkout: str, way: Way, paper: Newspaper, takedown: Takedown) -> bool:
        made = self.target(checkout, way, takedown)
        try:
            publish(made, paper)
        except (PublishError, Killed):
            return False
        made.forget_taken_down()
        return True

    def _slept(self, checkout: str, way: Way, paper: Newspaper, takedown: Takedown) -> bool:
        """Publish; while that sleeps another publisher takes over, and then it wakes."""
        ended: list[bool] = []

        def run() -> None:
            ended.append(self._tried(checkout, way, paper, takedown))
            way.asleep.set()

        sleeper = threading.Thread(target=run, daemon=True)
        sleeper.start()
        way.asleep.wait(30)
        if not ended:
            edition = Desk(self.chance).edit()
            assert self._tried("c", self.way(), self.paper("c", edition), edition.takedown)
            self.complete, self.begun = edition, []
            way.woken.set()
            sleeper.join(30)
            assert ended == [False]
            self.check("c", edition)
            return False
        sleeper.join(30)
        return ended[0]

    def check(self, checkout: str, edition: Edition) -> None:
        """See that the bucket is this edition, that its state says so, and that the next run asks for no more."""
        there, way = self.shelf.objects, self.way()
        state = from_bytes(there[STATE_KEY].body, "")
        objects = layers.read_objects(way, state)
        pages = {path: found.body.decode() for path, found in there.items() if not path.startswith(".publish/")}
        assert {path: pages.get(path) for path in edition} == edition
        assert pages.keys() - edition.keys() <= {THEIRS, *state.retired}
        assert {path: stored.tag for path, stored in objects.items()} == {path: there[path].tag for path in edition}
        assert (state.sum, state.files) == (
            digest_sum({path: stored.digest for path, stored in objects.items()}),
            len(edition),
        )
        assert state.pages == sum(path.endswith(".html") for path in edition)
        assert state.intent is None
        assert objects.keys().isdisjoint(state.retired)
        assert {*edition.takedown.addresses} <= {*state.taken_down}  # one given back is forgotten with a release
        assert {*filter(edition.takedown.covers, pages)} <= {*state.retired}  # a write that came late goes next time
        self._check_next_run(checkout, state, edition.takedown)

    def _check_next_run(self, checkout: str, state: BucketState, takedown: Takedown) -> None:
        way = self.way()
        made = self.target(checkout, way, takedown)
        plan, _ = publish(made, self.papers[checkout])
        assert made.archive.catalogue.holding(takedown.paths, takedown.families) == []
        assert plan.is_empty
        assert way.requests == [("read", STATE_KEY)]
        bucket = CachedBucket(self.way(), self.folder / checkout / "mirror.sqlite")
        bucket.look()
        if bucket.is_current:
            assert bucket.all() == layers.read_objects(self.way(), state)
        bucket.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_happens_readers_find_every_link_and_the_bucket_comes_to_the_build(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = Story(seed, tmp_path, monkeypatch)
    desk = Desk(story.chance)
    story.release(desk.edition())
    for _ in range(12):
        story.release(desk.edit())
