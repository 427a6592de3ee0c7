import pytest

from plugins.stet.build_errors import BuildError
from plugins.stet.outputs import (
    Kind,
    Output,
    Plan,
    by_path,
    fingerprint_of,
    kind_versions,
    parents,
    plan_key,
    spec_digest,
    wanted_of,
)
from plugins.stet.step import Step, say_nothing
from tests.tools.small_build import TextRenderer

REMEDY = "change slug, alias or file name of one of them"


@pytest.mark.parametrize("turned", [False, True])
def test_two_files_at_one_path_are_refused_and_both_named(turned: bool) -> None:
    outputs = [Output("a/index.html", "article", ("one",)), Output("a/index.html", "page", ())]
    words = ["the article 'one'", "the page"]

    with pytest.raises(BuildError) as refused:
        by_path(reversed(outputs) if turned else outputs)

    one, two = reversed(words) if turned else words
    assert str(refused.value) == (f"a/index.html: {one} and {two} both want to be written there; {REMEDY}")


@pytest.mark.parametrize("path", ["a/index.html", "a/b/c/index.html"])
def test_a_file_where_a_folder_is_needed_is_refused(path: str) -> None:
    with pytest.raises(BuildError, match=rf"the page 'a' is a file where a folder is needed; {REMEDY}$") as error:
        by_path([Output(path, "article", ("one",)), Output("a", "page", ("a",))])

    assert str(error.value).startswith(f"{path}: ")


def test_all_files_that_are_in_the_way_of_others_are_told_together() -> None:
    outputs = [Output("old.html", "root file", ("old.html",)), Output("ads.txt", "root file", ("ads.txt",))]
    outputs += [Output("old.html", "redirect", ("/a/",)), Output("ads.txt/index.html", "redirect", ("/b/",))]

    with pytest.raises(BuildError) as refused:
        by_path(outputs)

    assert str(refused.value).splitlines() == [
        f"old.html: the root file 'old.html' and the redirect '/a/' both want to be written there; {REMEDY}",
        f"ads.txt/index.html: the root file 'ads.txt' is a file where a folder is needed; {REMEDY}",
    ]


def test_files_beside_one_another_are_found_by_path() -> None:
    outputs = [Output("a.html", "page", ()), Output("a/b.html", "page", ()), Output("ab", "page", ())]

    assert list(by_path(outputs).values()) == outputs


def test_what_a_file_is_asked_to_be_is_its_kind_and_what_it_lists() -> None:
    one = Output("a", "page", ("x", 1))
    others = [Output("a", "front", ("x", 1)), Output("a", "page", ("x", 2)), Output("a", "page", ("x",))]

    assert spec_digest(one) == spec_digest(Output("elsewhere", "page", ("x", 1)))
    assert len({spec_digest(output) for output in [one, *others]}) == 4


def test_a_fingerprint_is_another_for_another_model_and_another_version() -> None:
    assert len({fingerprint_of(model, version) for model in ("a", "b") for version in (b"1", b"2")}) == 4


def plan(key: bytes | None, *outputs: Output) -> Plan:
    return Step("Planning", key, lambda tell: outputs)


def test_what_is_wanted_is_all_that_was_planned() -> None:
    plans = [plan(b"1", Output("a", "page", ("x",))), plan(b"2", Output("b", "page", ()))]

    wanted = wanted_of(plans, say_nothing)

    one = Output("a", "page", ("x",))
    assert list(wanted.specs) == ["a", "b"]
    assert (wanted.output("a"), wanted.specs["a"]) == (one, spec_digest(one))
    assert wanted.key == plan_key(plans)


def test_plans_of_two_plugins_must_not_meet() -> None:
    plans = [plan(None, Output("a", "page", ())), plan(None, Output("a", "feed", ()))]

    with pytest.raises(BuildError, match="both want to be written there"):
        wanted_of(plans, say_nothing)


def test_plans_have_a_key_where_each_has_one_in_whatever_order_they_come() -> None:
    one, two, none = plan(b"1"), plan(b"2"), plan(None)

    assert plan_key([one, two]) == plan_key([two, one]) is not None
    assert len({plan_key(plans) for plans in ([one], [two], [one, two], [one, one], [])}) == 5
    assert plan_key([one, none]) is None


def test_the_versions_of_kinds_are_facts() -> None:
    kinds = {"page": Kind(make=lambda view, output: "", renderer="text")}

    assert kind_versions(kinds, {"text": TextRenderer()}) == {"page": b"text"}


def test_the_parents_of_a_path_begin_with_the_root() -> None:
    assert parents("a/b/c.html") == ["", "a", "a/b"]
    assert parents("c.html") == [""]
