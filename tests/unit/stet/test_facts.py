from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from plugins.stet.facts import (
    Digests,
    Facts,
    Key,
    Source,
    View,
    changed_facts,
    digest_of,
    fact_number,
    kept_where_same,
    trace_of,
)

TITLES = {"one": "One", "two": "Two"}


def article(view: View, slug: str) -> str:
    return f"{view.read('title', slug)} by {view.read('author', 'ana')}"


def front(view: View, _: str) -> list[str]:
    return [view.read("article", slug) for slug in TITLES]


def never() -> Digests:
    raise AssertionError


@pytest.fixture
def loaded() -> list[Key]:
    """All that was loaded, in order."""
    return []


@pytest.fixture
def view(loaded: list[Key]) -> View:
    def title(_: View, slug: str) -> str:
        loaded.append(("title", slug))
        return TITLES[slug]

    return View(
        {
            "title": Source(title, is_fact=True),
            "author": Source(lambda _, slug: slug.title(), is_fact=True),
            "article": Source(article, is_fact=False),
            "front": Source(front, is_fact=False),
            "narrow": Source(title, is_fact=True, keep=1),
        }
    )


def test_what_is_made_of_facts_is_traced_to_the_facts(view: View) -> None:
    with view.traced() as read:
        found = view.read("front")

    assert found == ["One by Ana", "Two by Ana"]
    assert read == {("title", "one"), ("title", "two"), ("author", "ana")}


def test_a_value_that_was_kept_brings_its_trace_along(view: View, loaded: list[Key]) -> None:
    view.read("front")
    loaded.clear()

    with view.traced() as read:
        view.read("article", "one")

    assert loaded == []
    assert read == {("title", "one"), ("author", "ana")}


def test_one_trace_does_not_count_what_another_inside_of_it_reads(view: View) -> None:
    with view.traced() as outer:
        view.read("author", "ana")
        with view.traced() as inner:
            view.read("title", "two")

    assert (outer, inner) == ({("author", "ana")}, {("title", "two")})


def test_each_value_is_loaded_once(view: View, loaded: list[Key]) -> None:
    assert view.read("article", "one") is view.read("article", "one")
    assert loaded == [("title", "one")]


def test_of_a_space_that_keeps_few_values_many_can_be_read(view: View, loaded: list[Key]) -> None:
    with view.traced() as read:
        found = [view.read("narrow", slug) for slug in ("one", "two", "one")]

    assert found == ["One", "Two", "One"]
    assert len(loaded) == 3
    assert read == {("narrow", "one"), ("narrow", "two")}


def test_a_name_that_there_is_not_raises_what_its_source_raises(view: View) -> None:
    with view.traced() as read:
        view.read("author", "ana")
        with pytest.raises(KeyError):
            view.read("article", "none")

    assert read == {("author", "ana")}


def test_a_space_that_nobody_offered_is_an_error(view: View) -> None:
    with pytest.raises(KeyError):
        view.read("none")


def facts(**spaces: Mapping[str, bytes]) -> dict[str, Facts]:
    return {space: Facts(None, digests.copy) for space, digests in ((s, dict(d)) for s, d in spaces.items())}


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ({}, {}, set()),
        ({"a": {"x": b"1"}}, {"a": {"x": b"1"}}, set()),
        ({"a": {"x": b"1"}}, {"a": {"x": b"2"}}, {("a", "x")}),
        ({"a": {}}, {"a": {"x": b"1"}}, {("a", "x")}),
        ({"a": {"x": b"1"}}, {"a": {}}, {("a", "x")}),
        ({"a": {"x": b"1"}}, {}, {("a", "x")}),
        ({}, {"a": {"x": b"1"}}, {("a", "x")}),
        ({"a": {"x": b"1", "y": b"1"}}, {"a": {"x": b"2", "y": b"1"}, "b": {"x": b"1"}}, {("a", "x"), ("b", "x")}),
    ],
)
def test_changed_is_what_is_new_or_gone_or_another(before: Any, after: Any, changed: set[Key]) -> None:
    assert changed_facts(facts(**before), facts(**after)) == changed


def test_facts_of_one_key_are_the_same_without_a_look() -> None:
    assert changed_facts({"a": Facts(b"key", never)}, {"a": Facts(b"key", never)}) == set()


@pytest.mark.parametrize(("one", "two"), [(b"one", b"two"), (None, b"two"), (b"one", None), (None, None)])
def test_facts_of_other_keys_or_of_none_are_compared(one: bytes | None, two: bytes | None) -> None:
    before, after = ({"a": Facts(key, lambda value=value: {"x": value})} for key, value in ((one, b"1"), (two, b"2")))

    assert changed_facts(before, after) == {("a", "x")}


def test_packed_facts_are_the_facts_that_were_packed() -> None:
    whole = Facts(b"key", lambda: {"x": b"1"})

    packed = Facts(b"key", whole.packed)

    assert (packed.digests, packed.packed) == (whole.digests, whole.packed)
    assert changed_facts({"a": whole}, {"a": Facts(None, whole.packed)}) == set()


def test_facts_that_are_the_same_need_not_be_stored() -> None:
    before = {
        "keyed": Facts(b"key", never),
        "bare": Facts(None, lambda: {"x": b"1"}),
        "other": Facts(None, lambda: {"x": b"1"}),
        "keyed anew": Facts(b"old", lambda: {"x": b"1"}),
        "gone": Facts(None, dict),
    }
    after = {
        "keyed": Facts(b"key", never),
        "bare": Facts(None, lambda: {"x": b"1"}),
        "other": Facts(None, lambda: {"x": b"2"}),
        "keyed anew": Facts(b"new", lambda: {"x": b"1"}),
        "new": Facts(None, dict),
    }

    kept = kept_where_same(before, after)

    assert kept.keys() == after.keys()
    assert {space for space in kept if kept[space] is before.get(space)} == {"keyed", "bare"}
    assert kept["keyed anew"].key == b"new"


def test_a_trace_names_its_facts_in_order_however_they_were_read() -> None:
    one, two = trace_of([("b", "x"), ("a", "y")]), trace_of({("a", "y"), ("b", "x")})

    assert one == two
    assert one.keys == (("a", "y"), ("b", "x"))
    assert one.numbers == tuple(map(fact_number, one.keys))


def test_numbers_of_facts_fit_the_store_and_tell_space_from_name() -> None:
    keys = [("a", "bc"), ("ab", "c"), ("", "abc"), ("abc", ""), ("a", "\udce9")]

    numbers = {fact_number(key) for key in keys}

    assert len(numbers) == len(keys)
    assert all(0 <= number < 2**63 for number in numbers)


@dataclass(frozen=True)
class Value:
    name: str
    parts: tuple[Any, ...] = ()


def test_a_digest_tells_values_apart_to_any_depth() -> None:
    values = [
        *(None, "", b"", 0, False, 0.0, (), "None", "0"),
        *(Value("a"), Value("a", ("b",)), Value("a", (Value("b"),)), ("a", ("b",)), ("a", "b"), "\udce9"),
    ]

    assert len({digest_of(value) for value in values}) == len(values)
    assert digest_of(Value("a", (1,))) == digest_of(Value("a", (1,)))
