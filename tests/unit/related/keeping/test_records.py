import pickle
from typing import Any

import pytest

from plugins.related.keeping.records import Differences, compare_records, record, was_offered
from tests.unit.related.pieces import blank

NONE = frozenset[str]()
ONE = frozenset({"one"})
BEFORE = {"one": record(blank("one"))}


@pytest.mark.parametrize(
    ("changes", "rescored", "reworded"),
    [
        ({"date": 7}, ONE, NONE),
        ({"tags": ("video",)}, ONE, NONE),
        ({"authors": ("mei",)}, ONE, NONE),
        ({"is_offered": False}, ONE, NONE),
        ({"terms_digest": b"other"}, ONE, ONE),
        ({"category": "b"}, NONE, NONE),
        ({"is_sponsored": True}, NONE, NONE),
        ({"related": ("two",)}, NONE, NONE),
        ({"dont_miss": "two"}, NONE, NONE),
        ({"has_mark": True}, NONE, NONE),
    ],
)
def test_a_change_is_followed_as_far_as_it_reaches(
    changes: dict[str, Any], rescored: frozenset[str], reworded: frozenset[str]
) -> None:
    found = compare_records(BEFORE, {"one": record(blank("one")._replace(**changes))})

    assert found == Differences(added=NONE, removed=NONE, rescored=rescored, reworded=reworded, altered=ONE)


def test_articles_that_come_and_go_are_told_apart() -> None:
    found = compare_records(BEFORE, {"two": record(blank("two"))})

    two = frozenset({"two"})
    assert found == Differences(added=two, removed=ONE, rescored=NONE, reworded=two, altered=two)


def test_equal_articles_made_of_other_objects_do_not_differ() -> None:
    again = {"one": record(pickle.loads(pickle.dumps(blank("one"))))}

    assert compare_records(BEFORE, again) == Differences(
        added=NONE, removed=NONE, rescored=NONE, reworded=NONE, altered=NONE
    )


@pytest.mark.parametrize(
    ("known", "expected"),
    [(record(blank("one")), True), (record(blank("one")._replace(is_offered=False)), False), (b"", False)],
)
def test_a_record_tells_if_its_article_was_public(known: bytes, expected: bool) -> None:
    assert was_offered(known) is expected
