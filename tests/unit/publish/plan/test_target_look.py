"""What a look at a target has found, and the plan that mends it."""

import pytest

from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.plan.target_look import TargetLook, with_mended
from plugins.publish.site.manifest import PublishedFile

FILES = {f"{name}.html": PublishedFile(sha256=name, bytes=1) for name in "abcd"}
UNCHANGED = PublishPlan(unchanged=4)


def test_missing_and_damaged_files_are_sent_and_foreign_ones_stay() -> None:
    found = TargetLook(looked=4, missing=["b.html"], damaged=["a.html"], foreign=["theirs.txt"])
    plan = with_mended(UNCHANGED, found, FILES, removes_foreign=False)

    assert (plan.mended, plan.foreign, plan.unchanged) == (["a.html", "b.html"], (), 2)
    assert plan.files == {path: FILES[path] for path in ("a.html", "b.html")}
    assert plan.touched == ["a.html", "b.html"]
    assert plan.only_mends


def test_foreign_files_go_if_that_is_asked_for() -> None:
    found = TargetLook(looked=4, foreign=["a.html", "theirs.txt"])
    plan = with_mended(UNCHANGED, found, FILES, removes_foreign=True)

    assert plan.foreign == ["theirs.txt"]
    assert plan.touched == ["theirs.txt"]


def test_what_a_release_sends_or_removes_anyway_is_not_mended() -> None:
    plan = PublishPlan(new=["a.html"], removed=["gone.html"], files={"a.html": FILES["a.html"]}, unchanged=3)
    found = TargetLook(looked=4, missing=["a.html", "gone.html"])
    following = with_mended(plan, found, FILES, removes_foreign=False)

    assert following.mended == []
    assert not following.only_mends


@pytest.mark.parametrize(
    ("found", "is_whole"),
    [
        (TargetLook(looked=4), True),
        (TargetLook(looked=4, foreign=["theirs.txt"]), True),
        (TargetLook(looked=4, records=[".publish/layer"]), False),
        (TargetLook(looked=4, missing=["a.html"]), False),
    ],
)
def test_a_target_is_whole_if_readers_get_every_file(found: TargetLook, is_whole: bool) -> None:
    assert found.is_whole is is_whole
    assert with_mended(UNCHANGED, found, FILES, removes_foreign=False).is_empty is is_whole
