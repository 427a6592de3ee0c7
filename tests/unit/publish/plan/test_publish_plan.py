from hypothesis import given
from hypothesis import strategies as st

from plugins.publish.plan.publish_plan import Count, PublishPlan, make_publish_plan
from plugins.publish.site.manifest import PublishedFile


def files(**digests: str) -> dict[str, PublishedFile]:
    return {path: PublishedFile(sha256=digest, bytes=1) for path, digest in digests.items()}


def test_a_plan_sorts_paths_by_what_happens_to_them() -> None:
    plan = make_publish_plan(files(gone="1", same="1", edited="1"), files(same="1", edited="2", fresh="1"))

    assert (plan.new, plan.changed, plan.removed, plan.unchanged) == (["fresh"], ["edited"], ["gone"], 1)


def test_before_the_first_release_everything_is_new() -> None:
    plan = make_publish_plan(None, files(b="1", a="1"))

    assert plan.new == ["a", "b"]
    assert plan.before is None
    assert not plan.is_empty


def test_the_same_content_is_an_empty_plan() -> None:
    assert make_publish_plan(files(a="1"), files(a="1")).is_empty


def test_a_plan_counts_what_there_was_and_what_there_will_be() -> None:
    plan = make_publish_plan(files(**{"a.html": "1"}), files(**{"a.html": "1", "b.html": "1", "c.webp": "1"}))

    assert (plan.before, plan.after) == (Count(1, 1, 1), Count(3, 2, 3))


def test_an_interrupted_release_leaves_something_to_do_though_nothing_is_sent() -> None:
    assert not PublishPlan(is_unfinished=True).is_empty
    assert not PublishPlan(unpurged=["a"]).is_empty


def test_copies_of_all_that_changes_are_no_longer_true_but_not_of_what_stays_a_while() -> None:
    plan = PublishPlan(
        new=["e"], changed=["d"], headers=["c"], again=["b"], removed=["a"], unpurged=["d", "f"], retired=["g"]
    )

    assert plan.touched == ["a", "b", "c", "d", "e", "f"]


FILES = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("12"))


@given(FILES, FILES)
def test_a_plan_leads_from_one_release_to_the_other(before: dict[str, str], after: dict[str, str]) -> None:
    plan = make_publish_plan(files(**before), files(**after))

    kept = files(**{path: digest for path, digest in before.items() if path not in plan.removed})
    assert kept | dict(plan.files) == files(**after)
    assert plan.unchanged == len(after) - len(plan.sent)
