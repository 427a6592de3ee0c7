from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from plugins.stet.build_errors import OfferError
from plugins.stet.facts import (
    OFFERED,
    Digests,
    Facts,
    Key,
    View,
    changed_facts,
    digest_of,
    fact_number,
    settle_facts,
    trace_of,
)
from plugins.stet.offers import Offers
from plugins.stet.space import Space
from plugins.stet.step import Step, StepProgress, say_nothing

TITLE, AUTHOR, ARTICLE, NARROW = (Space[str](name) for name in ("title", "author", "article", "narrow"))
FRONT = Space[list[str]]("front")

TITLES = {"one": "One", "two": "Two"}


def article(view: View, slug: str) -> str:
    return f"{view.read(TITLE, slug)} by {view.read(AUTHOR, 'ana')}"


def front(view: View, _: str) -> list[str]:
    return [view.read(ARTICLE, slug) for slug in TITLES]


def never(tell: StepProgress) -> Digests:
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

    offers = Offers()
    offers.offer_facts(TITLE, title, {})
    offers.offer_facts(AUTHOR, lambda _, slug: slug.title(), {})
    offers.offer_values(ARTICLE, article)
    offers.offer_values(FRONT, front)
    offers.offer_facts(NARROW, title, {}, keep=1)
    return offers.view()


def test_what_is_made_of_facts_is_traced_to_the_facts(view: View) -> None:
    with view.traced() as read:
        found = view.read(FRONT)

    assert found == ["One by Ana", "Two by Ana"]
    assert read == {("title", "one"), ("title", "two"), ("author", "ana")}


def test_a_value_that_was_kept_brings_its_trace_along(view: View, loaded: list[Key]) -> None:
    view.read(FRONT)
    loaded.clear()

    with view.traced() as read:
        view.read(ARTICLE, "one")

    assert loaded == []
    assert read == {("title", "one"), ("author", "ana")}


def test_one_trace_does_not_count_what_another_inside_of_it_reads(view: View) -> None:
    with view.traced() as outer:
        view.read(AUTHOR, "ana")
        with view.traced() as inner:
            view.read(TITLE, "two")

    assert (outer, inner) == ({("author", "ana")}, {("title", "two")})


def test_each_value_is_loaded_once(view: View, loaded: list[Key]) -> None:
    assert view.read(ARTICLE, "one") is view.read(ARTICLE, "one")
    assert loaded == [("title", "one")]


def test_of_a_space_that_keeps_few_values_many_can_be_read(view: View, loaded: list[Key]) -> None:
    with view.traced() as read:
        found = [view.read(NARROW, slug) for slug in ("one", "two", "one")]

    assert found == ["One", "Two", "One"]
    assert len(loaded) == 3
    assert read == {("narrow", "one"), ("narrow", "two")}


def test_a_name_that_there_is_not_raises_what_its_source_raises(view: View) -> None:
    with view.traced() as read:
        view.read(AUTHOR, "ana")
        with pytest.raises(KeyError):
            view.read(ARTICLE, "none")

    assert read == {("author", "ana")}


@pytest.mark.parametrize(
    ("space", "words"),
    [
        (Space[str]("links", "plugins.share"), "'links': plugins.share does, which PLUGINS does not name"),
        (Space[str]("links"), "'links': see which plugin should"),
    ],
)
def test_a_space_that_nobody_offered_names_itself_and_its_plugin(view: View, space: Space[str], words: str) -> None:
    with pytest.raises(OfferError, match=f"^no plugin of this build offers the space {words}$"):
        view.read(space)


def test_a_look_at_which_spaces_there_are_is_remembered(view: View) -> None:
    with view.traced() as read:
        found = [view.offers(TITLE), view.offers(Space[str]("none"))]

    assert found == [True, False]
    assert read == {(OFFERED, "")}


def facts(**spaces: Mapping[str, bytes]) -> dict[str, Facts]:
    return {space: Facts(None, digests) for space, digests in spaces.items()}


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


def test_packed_facts_are_the_facts_that_were_packed() -> None:
    whole = Facts(b"key", {"x": b"1"})

    packed = Facts(b"key", whole.packed)

    assert (packed.digests, packed.packed) == (whole.digests, whole.packed)
    assert changed_facts({"a": whole}, {"a": Facts(None, whole.packed)}) == set()


def test_a_step_is_done_only_where_its_key_is_another() -> None:
    before = {"same": Facts(b"1", {"x": b"1"}), "other": Facts(b"1", {"x": b"1"}), "plain": Facts(None, {"x": b"1"})}

    settled = settle_facts(
        before,
        {
            "same": Step("Never", b"1", never),
            "other": Step("Always", b"2", lambda tell: {"x": b"2"}),
            "plain": Step("Always", b"1", lambda tell: {"x": b"3"}),
            "new": Step("Always", b"1", lambda tell: {"x": b"4"}),
        },
        say_nothing,
    )

    assert {space: found.digests["x"] for space, found in settled.items()} == {
        "same": b"1",
        "other": b"2",
        "plain": b"3",
        "new": b"4",
    }
    assert changed_facts(before, settled) == {("other", "x"), ("plain", "x"), ("new", "x")}


def test_a_step_without_a_key_is_always_done() -> None:
    settled = settle_facts(facts(a={"x": b"1"}), {"a": Step("Always", None, lambda tell: {"x": b"2"})}, say_nothing)

    assert settled["a"].digests == {"x": b"2"}


def test_facts_that_are_the_same_need_not_be_stored() -> None:
    same: Digests = {"x": b"1"}
    before = {
        "keyed": Facts(b"key", same),
        "bare": Facts(None, same),
        "other": Facts(None, same),
        "keyed anew": Facts(b"old", same),
        "gone": Facts(None, {}),
    }

    settled = settle_facts(
        before,
        {
            "keyed": Step("Never", b"key", never),
            "bare": dict(same),
            "other": {"x": b"2"},
            "keyed anew": Step("Always", b"new", lambda tell: same),
            "new": {},
        },
        say_nothing,
    )

    assert settled.keys() == {"keyed", "bare", "other", "keyed anew", "new"}
    assert {space for space in settled if settled[space] is before.get(space)} == {"keyed", "bare"}
    assert settled["keyed anew"].key == b"new"


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
