"""A look at all objects of a bucket, and what puts them right: counted in memory, and with real stores."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import obstore
import pytest
from obstore.store import MemoryStore

from plugins.publish.errors import PublishError
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.plan.target_look import TargetLook, with_mended
from plugins.publish.targets.bucket.backends import open_store
from plugins.publish.targets.bucket.state import STATE_KEY, from_bytes
from plugins.publish.targets.bucket.store import Listed, Store
from plugins.publish.targets.bucket.target import BucketTarget
from tests.publish.bucket.newspaper import Newspaper, first_edition, second_edition
from tests.publish.bucket.test_target import FAULTS, Killed, Tap, publish, stored, target
from tests.publish.servers import S3, Bucket
from tests.tools.chance import thinned

LAYERED = {f"{number}.html": str(number) for number in range(20)}


@pytest.fixture
def paper(tmp_path: Path) -> Newspaper:
    return Newspaper(tmp_path / "paper").edition(first_edition())


def check(target: BucketTarget, paper: Newspaper, *, removes: bool = False) -> tuple[PublishPlan, TargetLook]:
    with target.held():
        found, plan = None, target.plan(paper)
        found = target.inspect(paper)
        assert found is not None
        plan = with_mended(plan, found, paper.files(), removes_foreign=removes)
        if not plan.is_empty:
            target.publish(paper, plan, lambda: None)
    return plan, found


def damage(backend: MemoryStore) -> None:
    """Remove an article and a picture, change a page, and put something else there."""
    obstore.delete(backend, ["1/index.html", "pictures/one-11111111.webp"])
    backend.put("index.html", b"hacked")
    backend.put("theirs.txt", b"theirs")


def test_a_look_at_a_whole_bucket_costs_a_list_and_two_requests_for_the_state(paper: Newspaper, tmp_path: Path) -> None:
    backend = MemoryStore()
    publish(target(Tap(backend), tmp_path), paper)
    tap = Tap(backend)
    plan, found = check(target(tap, tmp_path), paper)

    assert (plan.is_empty, found.is_whole, found.looked) == (True, True, 9)
    assert tap.operations == [("read", STATE_KEY), ("list", ""), ("read", STATE_KEY)]


def test_what_is_missing_and_damaged_is_mended_and_what_is_foreign_is_named(paper: Newspaper, tmp_path: Path) -> None:
    backend = MemoryStore()
    publish(target(Tap(backend), tmp_path), paper)
    damage(backend)
    plan, found = check(target(Tap(backend), tmp_path), paper)

    assert found.missing == ["1/index.html", "pictures/one-11111111.webp"]
    assert (found.damaged, found.foreign) == (["index.html"], ["theirs.txt"])
    assert plan.mended == ["1/index.html", "index.html", "pictures/one-11111111.webp"]
    assert stored(backend) == {**paper.bodies, "theirs.txt": b"theirs"}
    assert backend.get("index.html").attributes == {"Content-Type": "text/plain", "Cache-Control": "max-age=60"}
    tap = Tap(backend)
    publish(target(tap, tmp_path), paper)
    assert tap.operations == [("read", STATE_KEY)]


def test_a_mended_release_stays_the_same_release(paper: Newspaper, tmp_path: Path) -> None:
    backend = MemoryStore()
    for edition in (first_edition(), second_edition()):
        publish(target(Tap(backend), tmp_path), paper.edition(edition))
    mended = target(Tap(backend), tmp_path)
    with mended.held():
        before = mended.releases()
    damage(backend)
    check(mended, paper)

    with mended.held():
        assert mended.releases() == before


def test_what_is_foreign_goes_if_that_is_asked_for(paper: Newspaper, tmp_path: Path) -> None:
    backend = MemoryStore()
    publish(target(Tap(backend), tmp_path), paper)
    damage(backend)
    check(target(Tap(backend), tmp_path), paper, removes=True)

    assert stored(backend) == paper.bodies


def test_an_edit_goes_out_with_the_mending(paper: Newspaper, tmp_path: Path) -> None:
    backend = MemoryStore()
    publish(target(Tap(backend), tmp_path), paper)
    damage(backend)
    plan, _ = check(target(Tap(backend), tmp_path), paper.edition(second_edition()), removes=True)

    assert plan.mended == []  # the edit sends and retires just what was damaged
    assert {path: stored(backend).get(path) for path in paper.bodies} == paper.bodies


def test_another_publication_in_the_same_bucket_is_let_be(paper: Newspaper, tmp_path: Path) -> None:
    backend = MemoryStore()
    publish(target(Tap(backend), tmp_path), paper)
    for key in (f"sub/{STATE_KEY}", "sub/.publish/layer-1", "sub/index.html", "subway.txt"):
        backend.put(key, b"theirs")
    _, found = check(target(Tap(backend), tmp_path), paper, removes=True)

    assert found.foreign == ["subway.txt"]
    assert {"sub/index.html", f"sub/{STATE_KEY}", "sub/.publish/layer-1"} <= stored(backend).keys()


def test_pictures_in_their_grace_are_neither_missing_nor_foreign(paper: Newspaper, tmp_path: Path) -> None:
    backend = MemoryStore()
    for edition in (first_edition(), second_edition()):
        publish(target(Tap(backend), tmp_path), paper.edition(edition))
    there = check(target(Tap(backend), tmp_path), paper)[1]
    backend.delete("pictures/one-11111111.webp")
    gone = check(target(Tap(backend), tmp_path), paper)[1]

    assert (there.missing, there.foreign) == (gone.missing, gone.foreign) == ([], [])


def test_an_object_with_the_same_content_that_somebody_wrote_after_the_release_is_sent_again(
    paper: Newspaper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As S3 shows it: a tag that is a digest of the content stays when only the headers change."""
    backend, tags = MemoryStore(), dict[str, str]()
    publish(target(Tap(backend), tmp_path), paper)
    tags["index.html"] = Tap(backend).listed()["index.html"].tag
    backend.put("index.html", paper.bodies["index.html"], attributes={"Cache-Control": "no-store"})
    listed = Store.listed

    def as_s3(store: Store) -> dict[str, Listed]:
        found = listed(store)
        return {key: Listed(tags.get(key, each.tag), each.bytes, each.modified) for key, each in found.items()}

    with monkeypatch.context() as patch:
        patch.setattr(Store, "listed", as_s3)
        plan, _ = check(target(Tap(backend), tmp_path), paper)

    assert plan.mended == ["index.html"]
    assert backend.get("index.html").attributes["Cache-Control"] == "max-age=60"


def test_a_store_that_lists_no_tags_is_compared_by_sizes_and_that_is_told(
    paper: Newspaper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend, listed = MemoryStore(), Store.listed
    publish(target(Tap(backend), tmp_path), paper)
    head = listed(Tap(backend))[STATE_KEY]
    backend.put("index.html", b"another length")
    monkeypatch.setattr(
        Store, "listed", lambda store: {k: Listed("", e.bytes, head.modified) for k, e in listed(store).items()}
    )
    found = check(target(Tap(backend), tmp_path), paper)[1]

    assert found.damaged == ["index.html"]
    assert found.unseen.startswith("This store lists sizes alone")


def layers_of(backend: MemoryStore) -> list[str]:
    found = Store(backend, "").read(STATE_KEY)
    assert found is not None
    return [layer.key for layer in from_bytes(found.body, "").layers]


@pytest.mark.parametrize(
    "spoil", [lambda backend, key: backend.delete(key), lambda backend, key: backend.put(key, b"?")]
)
def test_a_damaged_list_is_written_anew_by_a_checkout_that_knows_the_objects(
    paper: Newspaper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[MemoryStore, str], object]
) -> None:
    monkeypatch.setattr("plugins.publish.targets.bucket.layers.DELTA_ENTRIES", 3)
    backend = MemoryStore()
    publish(target(Tap(backend), tmp_path), paper.edition(first_edition() | LAYERED))
    (layer,) = layers_of(backend)
    spoil(backend, layer)
    with pytest.raises(PublishError, match=rf"{layer} is (missing|damaged); run make publish ADOPT=1 after removing"):
        check(target(Tap(backend), tmp_path, "elsewhere"), paper)
    _, found = check(target(Tap(backend), tmp_path), paper)

    assert found.records == [layer]
    assert layers_of(backend) != [layer]
    assert check(target(Tap(backend), tmp_path, "elsewhere"), paper)[1].is_whole
    assert stored(backend) == paper.bodies


@pytest.mark.parametrize("lost", ["head", "layer"])
def test_the_remedy_for_a_lost_list_is_good(
    paper: Newspaper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    monkeypatch.setattr("plugins.publish.targets.bucket.layers.DELTA_ENTRIES", 3)
    backend = MemoryStore()
    publish(target(Tap(backend), tmp_path), paper.edition(first_edition() | LAYERED))
    if lost == "head":
        backend.put(STATE_KEY, b"?")
        with pytest.raises(
            PublishError, match=r"cannot be read; remove \.publish/head there and run make publish ADOPT"
        ):
            check(target(Tap(backend), tmp_path), paper)
    else:
        backend.delete(layers_of(backend)[0])
    backend.delete(STATE_KEY)
    publish(target(Tap(backend), tmp_path, adopts=True), paper.edition(second_edition()))
    check(target(Tap(backend), tmp_path), paper, removes=True)

    assert stored(backend) == paper.bodies


@pytest.mark.parametrize("fault", FAULTS)
def test_a_mending_that_was_stopped_anywhere_is_gone_on_with_by_the_next_run(tmp_path: Path, fault: str) -> None:
    for at in thinned(range(16), f"mending {fault}"):
        folder, backend = tmp_path / str(at), MemoryStore()
        paper = Newspaper(folder / "paper").edition(first_edition())
        publish(target(Tap(backend), folder), paper)
        damage(backend)
        tap = Tap(backend, fault, at)
        with suppress(PublishError, Killed):
            check(target(tap, folder), paper, removes=True)
        check(target(Tap(backend), folder), paper, removes=True)

        assert stored(backend) == paper.bodies, f"{fault} at {at}"
        assert check(target(Tap(backend), folder), paper)[1].is_whole, f"{fault} at {at}"


def test_a_look_ends_where_another_publisher_begins_meanwhile(
    paper: Newspaper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend, listed = MemoryStore(), Store.listed
    publish(target(Tap(backend), tmp_path), paper)

    def slowly(store: Store) -> dict[str, Listed]:
        found = listed(store)
        with suppress(Killed):
            publish(target(Tap(backend, "killed", 4), tmp_path, "other"), paper.edition(second_edition()))
        return found

    monkeypatch.setattr(Store, "listed", slowly)
    with pytest.raises(PublishError, match="another publisher has begun while this one looked at it; run it again"):
        check(target(Tap(backend), tmp_path), paper)


def look_at_a_real_store(bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in bucket.environment.items():
        monkeypatch.setenv(name, value)
    store = open_store(bucket.url, bucket.environment)
    paper = Newspaper(tmp_path / "paper").edition(first_edition())
    publish(target(store, tmp_path, publisher="me"), paper)
    publish(target(store, tmp_path, publisher="me"), paper.edition(second_edition()))
    whole = check(target(store, tmp_path, publisher="me"), paper)[1]
    store.write("index.html", b"hacked", {})
    store.write("their files/a b.txt", b"theirs", {})
    store.delete("5/index.html")
    found = check(target(store, tmp_path, publisher="me"), paper)[1]

    assert (whole.is_whole, whole.foreign) == (True, [])
    assert (found.missing, found.damaged, found.foreign) == (["5/index.html"], ["index.html"], ["their files/a b.txt"])
    assert check(target(store, tmp_path, publisher="me"), paper)[1].is_whole


def test_a_bucket_of_s3_is_looked_at(s3: S3, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look_at_a_real_store(s3, tmp_path, monkeypatch)


def test_a_bucket_of_a_store_without_conditions_is_looked_at(
    rclone_s3: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_at_a_real_store(rclone_s3, tmp_path, monkeypatch)


def test_a_container_of_azure_is_looked_at(azurite: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look_at_a_real_store(azurite, tmp_path, monkeypatch)
