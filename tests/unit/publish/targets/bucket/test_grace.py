from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.takedown import Takedown
from plugins.publish.targets.bucket.grace import Grace
from plugins.publish.targets.bucket.state import BucketState

STALL, OTHER = (
    "pictures/stall-480-0a1b2c333333.avif",
    "pictures/other-480-9f9f9f333333.avif",
)
FILE = PublishedFile(sha256="0", bytes=1)


def test_only_pictures_of_what_is_taken_down_go_at_once() -> None:
    grace = Grace(seconds=100, takedown=Takedown([f"/{STALL}"]))

    assert not grace.stays(STALL)
    assert grace.stays(OTHER)


def test_with_a_takedown_go_all_pictures_that_nothing_shows() -> None:
    grace = Grace(seconds=100, takedown=Takedown(["/2023/11/a/"]), takes_down=["/2023/11/a/"])
    shown = PublishPlan(files={STALL: FILE})

    assert not grace.stays(OTHER)
    assert grace.dropped([STALL, OTHER], PublishPlan()) == [OTHER, STALL]
    assert grace.dropped([STALL, OTHER], shown) == [OTHER]


def test_without_a_new_one_nothing_goes_before_its_time() -> None:
    grace = Grace(seconds=100, takedown=Takedown(["/2023/11/a/"]))

    assert grace.dropped([STALL], PublishPlan()) == ()


def test_keys_go_when_their_grace_is_over_or_they_are_dropped() -> None:
    grace, state = Grace(seconds=100), BucketState(retired={STALL: 50, OTHER: 200, "late": 300})

    assert grace.expired(state, PublishPlan(dropped=["late"]), 100.0) == ["late", STALL]
    assert grace.expired(state, PublishPlan(dropped=["late"], files={STALL: FILE}), 100.0) == ["late"]


def test_a_release_gives_what_it_retires_its_time() -> None:
    noted = BucketState(retired={STALL: 50, OTHER: 200})

    retired = Grace(seconds=100).retired(noted, PublishPlan(retired=["new"]), [STALL], ["late"], 1000.5)

    assert retired == {OTHER: 200, "late": 1000, "new": 1100}
