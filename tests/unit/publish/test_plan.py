import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.publish.manifest import Manifest, PublishedFile
from plugins.publish.plan import doubts, make_plan


def manifest(**digests: str) -> Manifest:
    return Manifest({path: PublishedFile(sha256=digest, bytes=1) for path, digest in digests.items()})


def pages(count: int, *, home: bool = True) -> Manifest:
    paths = [f"{number}/index.html" for number in range(count - home)] + ["index.html"] * home
    return Manifest({path: PublishedFile(sha256="0", bytes=1) for path in paths})


def test_a_plan_sorts_paths_by_what_happens_to_them() -> None:
    plan = make_plan(manifest(gone="1", same="1", edited="1"), manifest(same="1", edited="2", fresh="1"))

    assert (plan.new, plan.changed, plan.removed, plan.unchanged) == (["fresh"], ["edited"], ["gone"], ["same"])


def test_before_the_first_release_everything_is_new() -> None:
    plan = make_plan(None, manifest(b="1", a="1"))

    assert plan.new == ["a", "b"]
    assert not plan.is_empty


def test_the_same_content_is_an_empty_plan() -> None:
    assert make_plan(manifest(a="1"), manifest(a="1")).is_empty


FILES = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("12"))


@given(FILES, FILES)
def test_a_plan_leads_from_one_release_to_the_other(before: dict[str, str], after: dict[str, str]) -> None:
    plan = make_plan(manifest(**before), manifest(**after))

    reached = {path: before[path] for path in plan.unchanged} | {path: after[path] for path in plan.new + plan.changed}
    assert reached == after
    assert set(plan.removed) == before.keys() - after.keys()


@pytest.mark.parametrize(
    ("previous", "following", "expected"),
    [
        (None, pages(3), []),
        (pages(10), pages(5), []),
        (pages(10), pages(4), ["The build has 4 pages, fewer than half of the last release's 10."]),
        (pages(2), pages(2, home=False), ["The build has no home page (index.html)."]),
        (None, Manifest({}), ["The build wrote no file."]),
        (pages(2), Manifest({}), ["The build wrote no file."]),
    ],
)
def test_an_accident_is_doubted(previous: Manifest | None, following: Manifest, expected: list[str]) -> None:
    assert doubts(previous, following) == expected
