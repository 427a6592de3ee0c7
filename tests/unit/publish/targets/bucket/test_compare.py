import pytest

from plugins.publish.plan.publish_plan import Count
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Release
from plugins.publish.targets.bucket.compare import compare_all, compare_some, is_same
from plugins.publish.targets.bucket.objects import StoredObject, digest_sum, object_digest
from plugins.publish.targets.bucket.state import BucketState, Intent

INTENT = Intent(release="B", who="me@here", checkout="1", since="", paths=("a.html", "x.html"), sent=("b.html",))
PICTURE = "pictures/a-11111111.webp"


def file(content: str) -> PublishedFile:
    return PublishedFile(sha256=content * 64, bytes=1)


def digest(path: str, file: PublishedFile) -> str:
    return object_digest(file.sha256, "headers")


def stored(content: str, headers: str = "headers") -> StoredObject:
    return StoredObject(object_digest(content * 64, headers), "tag")


def test_each_file_is_new_changed_or_has_other_headers() -> None:
    before = {"a.html": stored("1"), "b.html": stored("1", "other"), "c.html": stored("1"), "gone.html": stored("1")}
    state = BucketState(siteurl="https://a.example", files=4, pages=4, releases=(Release(id="A", files=4, pages=4),))
    files = {"a.html": file("1"), "b.html": file("1"), "c.html": file("2"), "d.txt": file("1")}

    plan = compare_all(state, before, files, digest)

    assert (plan.new, plan.changed, plan.headers, plan.removed) == (["d.txt"], ["c.html"], ["b.html"], ["gone.html"])
    assert plan.sent == list(plan.files) == ["b.html", "c.html", "d.txt"]
    assert (plan.unchanged, plan.before, plan.after) == (1, Count(4, 4), Count(4, 3, 4))
    assert plan.siteurl_before == "https://a.example"
    assert not plan.is_unfinished


def test_a_picture_with_a_digest_in_its_name_retires() -> None:
    plan = compare_all(BucketState(), {PICTURE: stored("1"), "a.html": stored("1")}, {}, digest)

    assert (plan.removed, plan.retired) == (["a.html"], [PICTURE])


def test_a_picture_that_was_taken_down_goes_at_once() -> None:
    plan = compare_all(BucketState(), {PICTURE: stored("1")}, {}, digest, stays=lambda path: path != PICTURE)

    assert (plan.removed, plan.retired) == ([PICTURE], [])


def test_keys_of_an_interrupted_release_are_sent_again_or_removed() -> None:
    plan = compare_all(BucketState(intent=INTENT), {"a.html": stored("1")}, {"a.html": file("1")}, digest)

    assert (plan.again, plan.removed, plan.unpurged) == (["a.html"], ["x.html"], ("b.html",))
    assert plan.is_unfinished


def test_some_changes_come_to_the_same_plan_as_all_files() -> None:
    before = {"a.html": stored("1"), "b.html": stored("1"), "c.html": stored("1"), PICTURE: stored("1")}
    state = BucketState(files=4, pages=3, releases=(Release(id="A", files=4, pages=3),))
    files = {"a.html": file("1"), "b.html": file("2"), "d.html": file("1")}
    changes = {"b.html": file("2"), "c.html": None, "d.html": file("1"), PICTURE: None, "never.html": None}

    some = compare_some(state, {path: before[path] for path in changes if path in before}, changes, digest)
    everything = compare_all(state, before, files, digest)

    assert (some.new, some.changed, some.removed, some.retired, some.unchanged, some.before) == (
        everything.new,
        everything.changed,
        everything.removed,
        everything.retired,
        everything.unchanged,
        everything.before,
    )
    assert (some.after.files, some.after.pages) == (everything.after.files, everything.after.pages) == (3, 3)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"a": file("1"), "b": file("2")}, True),
        ({"a": file("2"), "b": file("1")}, False),
        ({"a": file("1")}, False),
    ],
)
def test_the_state_alone_tells_whether_a_bucket_has_just_these_files(
    files: dict[str, PublishedFile], expected: bool
) -> None:
    digests = {"a": digest("a", file("1")), "b": digest("b", file("2"))}
    state = BucketState(files=2, sum=digest_sum(digests))

    assert is_same(state, files, digest) == expected
