import pytest

from plugins.newsroom.choices import Related
from tests.evaluation.conftest import Read
from tests.evaluation.dont_miss import Chosen, Link, links, measure_choice, measure_places


def test_the_choice_is_measured_by_how_many_have_one_and_how_many_of_these_lead_where_an_editor_linked() -> None:
    choices = {slug: Related(dont_miss=target, articles=()) for slug, target in [("a", "x"), ("b", "x"), ("c", None)]}
    judged = {"a": {"x": 1.0}, "b": {"y": 1.0}, "c": {"y": 1.0}, "gone": {"x": 1.0}}

    assert measure_choice(choices, judged) == Chosen(share=2 / 3, hits=1 / 2)


def test_without_any_choice_nothing_is_hit() -> None:
    assert measure_choice({}, {"a": {"x": 1.0}}) == Chosen(share=0.0, hits=0.0)


def test_places_are_measured_by_their_distance_from_the_link() -> None:
    found = [Link(2, {"rule": [2, 3]}), Link(9, {"rule": [5]})]

    placed = measure_places(found)["rule"]

    assert (placed.exact, placed.within_one, placed.distance) == pytest.approx((0.25, 0.5, 2.25))


def test_without_a_link_no_place_is_measured() -> None:
    assert measure_places([]) == {}


def test_rules_are_held_against_the_place_of_the_judged_links(read_files: Read) -> None:
    text = "---\nslug: source\n---\nOne.\n\nTwo.\n\nThree.\n\nAbout a market{}.\n\nFive.\n\nSix.\n"
    target = "---\nslug: target\ntitle: Markets\n---\nText.\n"
    posts = read_files({"strict/a.md": text.format(""), "strict/b.md": target}).posts
    published = read_files(
        {"linked/a.md": text.format(", [see](/target/)"), "strict/a.md": "", "strict/b.md": ""}
    ).posts

    found = links(posts, published, {"source": {"target": 1.0, "gone": 1.0}, "gone": {"target": 1.0}})

    rules = {"chance": [1, 2, 3, 4], "first allowed place": [1], "the site's rule": [3]}
    assert found == [Link(3, rules)]
