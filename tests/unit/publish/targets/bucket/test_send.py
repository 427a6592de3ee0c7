from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Event

import pytest
from obstore.store import MemoryStore

from plugins.publish.errors import PublishError
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.targets.bucket import send
from plugins.publish.targets.bucket.journal import Journal, TakenOverError
from plugins.publish.targets.bucket.objects import StoredObject, StoredObjects
from plugins.publish.targets.bucket.send import Sender, read_checked
from plugins.publish.targets.bucket.state import STATE_KEY, BucketState, Intent, to_bytes
from plugins.publish.targets.bucket.store import Store
from tests.publish.sites import EditedSite

INTENT = Intent(release="B", who="me@here", checkout="here", since="", paths=())


class EditedStore(Store):
    """A store in which somebody else writes before each of the first `edits` writes to a key."""

    edits = 0

    def write(self, key: str, body: bytes | Path, *rest: object, **named: object) -> str:
        if key != STATE_KEY and self.edits:
            self.edits -= 1
            super().write(key, b"by hand", {})
        return super().write(key, body, *rest, **named)  # type: ignore[arg-type]  # handed on as they came


@pytest.fixture
def store() -> EditedStore:
    return EditedStore(MemoryStore(), "memory://bucket")


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    return EditedSite(tmp_path / "output").write({"index.html": "home", "a.html": "a"})


@pytest.fixture
def journal(store: EditedStore) -> Journal:
    journal = Journal(store, BucketState(), "", 60)
    journal.begin(INTENT, {})
    return journal


def headers(path: str, _: PublishedFile) -> Mapping[str, str]:
    return {"Content-Type": f"text/{path}"}


def sender(store: Store, journal: Journal, before: StoredObjects | None = None, *uncertain: str) -> Sender:
    return Sender(store, journal, before or {}, uncertain, headers)


def plan_of(
    site: EditedSite, *, new: Sequence[str] = (), changed: Sequence[str] = (), removed: Sequence[str] = ()
) -> PublishPlan:
    files = {path: file for path, file in site.files().items() if path in {*new, *changed}}
    return PublishPlan(new=new, changed=changed, removed=removed, files=files)


def digests(plan: PublishPlan) -> dict[str, str]:
    return dict.fromkeys(plan.files, "digest")


def test_files_are_sent_and_others_removed_and_noted(store: EditedStore, journal: Journal, site: EditedSite) -> None:
    before = {"old.html": StoredObject("1", store.write("old.html", b"old", {}))}
    plan = plan_of(site, new=["a.html", "index.html"], removed=["old.html"])
    shown: list[tuple[int, int]] = []

    def progress(made: int, total: int) -> None:
        shown.append((made, total))

    Sender(store, journal, before, (), headers, progress).send(site, plan, digests(plan))
    journal.commit(lambda state: state)

    found = store.read("a.html")
    assert found is not None
    assert found.body == b"a"
    assert store._backend.get("a.html").attributes == {"Content-Type": "text/a.html"}
    assert store.read("old.html") is None
    assert journal.state.delta == {
        "a.html": StoredObject("digest", str(store.tag("a.html"))),
        "index.html": StoredObject("digest", str(store.tag("index.html"))),
    }
    assert shown == [(1, 3), (2, 3), (3, 3)]


def test_a_change_by_hand_is_written_over(store: EditedStore, journal: Journal, site: EditedSite) -> None:
    plan = plan_of(site, new=["a.html"])
    store.edits = send.TRIES - 1
    sender(store, journal).send(site, plan, digests(plan))

    found = store.read("a.html")
    assert found is not None
    assert found.body == b"a"


def test_an_object_that_changes_all_the_time_is_given_up(
    store: EditedStore, journal: Journal, site: EditedSite
) -> None:
    plan = plan_of(site, new=["a.html"])
    store.edits = send.TRIES

    with pytest.raises(PublishError, match=r"a\.html changes all the time; find out what else writes there"):
        sender(store, journal).send(site, plan, digests(plan))


def test_nothing_is_written_over_once_another_publisher_has_taken_over(
    store: EditedStore, journal: Journal, site: EditedSite
) -> None:
    plan = plan_of(site, new=["a.html"])
    store.write(STATE_KEY, to_bytes(BucketState()), {})
    store.write("a.html", b"theirs", {})

    with pytest.raises(TakenOverError):
        sender(store, journal).send(site, plan, digests(plan))
    found = store.read("a.html")
    assert found is not None
    assert found.body == b"theirs"


def test_what_was_done_before_an_error_is_noted(store: EditedStore, journal: Journal, site: EditedSite) -> None:
    plan = plan_of(site, new=["a.html"], changed=["index.html"])
    (site.root / "index.html").write_text("HOME")

    with pytest.raises(PublishError, match=r"index\.html changed after the build had written it; run again"):
        sender(store, journal).send(site, plan, digests(plan))
    journal.give_up()
    assert journal.state.delta.keys() == {"a.html"}


def test_an_uncertain_key_is_asked_for_before_it_is_written(
    store: EditedStore, journal: Journal, site: EditedSite
) -> None:
    plan = plan_of(site, changed=["a.html"])
    before = {"a.html": StoredObject("1", "an older tag")}
    store.write("a.html", b"of the interrupted release", {})
    sender(store, journal, before, "a.html").send(site, plan, digests(plan))

    found = store.read("a.html")
    assert found is not None
    assert found.body == b"a"


def test_keys_that_the_journal_need_not_know_of_are_removed(store: EditedStore, journal: Journal) -> None:
    store.write("a", b"", {})
    sender(store, journal).delete(["a", "never"])
    journal.give_up()

    assert store.read("a") is None
    assert journal.state.delta == {}


def test_signs_of_life_are_given_while_a_purge_takes_long(
    store: EditedStore, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(send, "HEARTBEAT_SECONDS", 0.001)
    monkeypatch.setattr("plugins.publish.targets.bucket.journal.HEARTBEATS", 1e9)
    before, given = store.tag(STATE_KEY), Event()
    journal._on_write = lambda *_: given.set()

    def purge() -> None:
        assert given.wait(30)

    sender(store, journal).purge(purge)

    assert store.tag(STATE_KEY) != before


def test_a_purge_that_fails_is_an_error(store: EditedStore, journal: Journal) -> None:
    def fail() -> None:
        raise PublishError("the network does not answer")

    with pytest.raises(PublishError, match="the network does not answer"):
        sender(store, journal).purge(fail)


def test_a_large_file_is_read_by_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = EditedSite(tmp_path).write({"a": "12345", "b": "1"})
    monkeypatch.setattr(send, "LARGE", 5)

    assert read_checked(site.place("a"), site.files()["a"]) == site.place("a")
    assert read_checked(site.place("b"), site.files()["b"]) == b"1"


@pytest.mark.parametrize("size", [1, 10_000_000])
def test_a_file_that_is_not_of_the_build_is_told(tmp_path: Path, size: int) -> None:
    (tmp_path / "a").write_text("!")

    with pytest.raises(PublishError, match="a changed after the build had written it; run again"):
        read_checked(tmp_path / "a", PublishedFile(sha256="0" * 64, bytes=size))


class CountingStore(EditedStore):
    """Counts the large files that are under way at the same time."""

    under_way = most = 0

    def write(self, key: str, body: bytes | Path, *rest: object, **named: object) -> str:
        is_large = isinstance(body, Path)
        self.under_way += is_large
        self.most = max(self.most, self.under_way)
        if is_large:
            Event().wait(0.02)
        try:
            return super().write(key, body, *rest, **named)
        finally:
            self.under_way -= is_large


def test_large_files_are_sent_one_after_the_other(site: EditedSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(send, "LARGE", 5)
    names = [f"files/{number:012}/clip.mp4" for number in range(4)]
    store = CountingStore(MemoryStore(), "memory://bucket")
    journal = Journal(store, BucketState(), "", 60)
    journal.begin(INTENT, {})
    site.write(dict.fromkeys(names, "a long film"))
    plan = plan_of(site, new=names)

    sender(store, journal).send(site, plan, digests(plan))

    assert {path for path in names if store.tag(path)} == {*names}
    assert store.most == 1
