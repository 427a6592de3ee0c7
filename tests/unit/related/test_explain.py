from collections.abc import Mapping
from typing import Any

import pytest

from plugins.newsroom.language.terms import terms
from plugins.related.explain import ComparedText, Reasons
from plugins.related.settings import RelatedSettings
from tests.unit.related.pieces import blank, new_chooser
from tests.unit.related.plain import plain_matches

DAY = 86_400
TEXTS = {
    "one": ComparedText("Otter on the bus", "A mascot rides.", "The otter mascot rides the bus, says the bank."),
    "old": ComparedText("The otter mascot", "It rides.", "An otter mascot on a ferry."),
    "new": ComparedText("Bus shelters", "They are sold out.", "A bus shelter with an otter."),
    "paid": ComparedText("Otter pens", "They are free.", "Pens with an otter mascot."),
    "other": ComparedText("Rate cards", "They change.", "A rate card of a newspaper."),
}
CHANGES: Mapping[str, Mapping[str, Any]] = {
    "one": {"date": 20 * DAY, "tags": ("mascots", "video"), "authors": ("mei",), "related": ("other",)},
    "old": {"date": 10 * DAY, "tags": ("mascots",), "authors": ("mei",)},
    "new": {"date": 21 * DAY},
    "paid": {"date": 5 * DAY, "is_sponsored": True},
    "other": {"date": 1 * DAY},
}


CANDIDATES = [blank(slug)._replace(**CHANGES[slug], terms_digest=slug.encode()) for slug in TEXTS]


def reasons(slug: str = "one", **settings: Any) -> Reasons:
    chooser = new_chooser(RelatedSettings(**{"floor": 1, "variety": 0, "dont_miss_score": 1} | settings))
    chooser.choose_all(CANDIDATES, terms_of)
    return chooser.explainer(CANDIDATES, terms_of, TEXTS.__getitem__).explain(slug)


def terms_of(slug: str) -> bytes:
    return terms(*TEXTS[slug])


def test_what_is_shown_is_named_with_who_chose_it() -> None:
    found = reasons()

    assert found.dont_miss is not None
    assert (found.dont_miss.slug, found.dont_miss.by) == ("old", "the ranking")
    assert [(each.slug, each.by) for each in found.articles] == [("other", "hand"), ("new", "the ranking")]


def test_the_parts_of_a_score_are_what_both_have() -> None:
    line = reasons().dont_miss

    assert line is not None
    assert {"otter", "mascot", "otter mascot"} <= {share.name for share in line.parts["words"]}
    assert {"otter", "mascot", "otter mascot"} <= {share.name for share in line.parts["headline"]}
    assert [share.name for share in line.parts["tags"]] == ["mascots"]
    assert [share.name for share in line.parts["authors"]] == ["mei"]
    every = [share for part in line.parts.values() for share in part]
    assert sum(share.percent for share in every) == pytest.approx(100)


def test_the_heaviest_come_first() -> None:
    line = reasons().dont_miss

    assert line is not None
    assert list(line.parts["words"]) == sorted(line.parts["words"], key=lambda share: (-share.percent, share.name))


def test_scores_are_those_of_the_ranking() -> None:
    matches = plain_matches(CANDIDATES, terms_of)

    for slug in TEXTS:
        found = reasons(slug, articles=12, dont_miss=False, sponsored=True)
        scores = {each.slug: each.score for each in (*found.articles, *found.left_out)}
        assert {match.slug: scores[match.slug] for match in matches[slug]} == {
            match.slug: match.score for match in matches[slug]
        }


@pytest.mark.parametrize(
    ("settings", "slug", "expected"),
    [
        ({}, "paid", "is sponsored"),
        ({"floor": 1000}, "old", "is weaker than the floor of 1000"),
        ({"articles": 1, "dont_miss": False}, "old", "weaker than those shown"),
    ],
)
def test_what_was_left_out_has_a_reason(settings: dict[str, Any], slug: str, expected: str) -> None:
    assert {each.slug: each.why_not for each in reasons(**settings).left_out}[slug] == expected


@pytest.mark.parametrize(
    ("slug", "settings", "expected"),
    [
        ("one", {"dont_miss": False}, "RELATED['dont_miss'] is off, and the text has no mark for the line"),
        ("one", {"dont_miss_score": 999}, "no older match that could stand there is as strong as 999"),
        ("other", {}, "none of the best matches is older"),
    ],
)
def test_a_line_that_is_missing_has_a_reason(slug: str, settings: dict[str, Any], expected: str) -> None:
    found = reasons(slug, **settings)

    assert (found.dont_miss, found.why_no_line) == (None, expected)


def test_an_article_that_is_not_there_has_no_reasons() -> None:
    with pytest.raises(LookupError):
        reasons("nowhere")
