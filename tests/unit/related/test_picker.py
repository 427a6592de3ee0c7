from typing import Any

import pytest

from plugins.newsroom.choices import Related
from plugins.related.settings import RelatedSettings
from tests.unit.related.pieces import Piece, choices, piece
from tests.unit.related.plain import plain_matches

FILLING = RelatedSettings(dont_miss=False, floor=0, variety=0, fill=True)
LINE = RelatedSettings(floor=0, variety=0, dont_miss_score=0)


STRONG = piece("strong", "otter mascot campaign", date="2023-09-01T09:00")
FAIR = piece("fair", "otter mascot bus", date="2023-08-01T09:00")
NEWER = piece("newer", "otter mascot campaign", date="2024-06-01T09:00")
OTHERS = tuple(
    piece(f"other-{number}", f"nothing{number}", date=f"2023-0{number}-01T09:00", category="b")
    for number in range(1, 6)
)
STORY = (
    "The otter mascot of the river bank rides every bus in town this week and gives away pens and paper hats to "
    "children who can name three fish; the bank says that it costs less than one evening on television did"
)
ARCHIVE = (STRONG, FAIR, NEWER, *OTHERS)


def chosen(settings: RelatedSettings = FILLING, archive: tuple[Piece, ...] = ARCHIVE, **changes: Any) -> Related:
    return choices((piece("one", "otter mascot campaign", **changes), *archive), settings)["one"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("strong", "newer", "fair")),
        ({"related": ("other-1",)}, ("other-1", "strong", "newer")),
        ({"related": ("other-2", "other-1", "other-3")}, ("other-2", "other-1", "other-3")),
        ({"related": ("strong",)}, ("strong", "newer", "fair")),
        ({"related": ("strong", "strong")}, ("strong", "newer", "fair")),
        ({"related": ("one", "nowhere")}, ("strong", "newer", "fair")),
        ({"dont_miss": "strong"}, ("newer", "fair")),
        ({"dont_miss": "other-1", "related": ("other-1", "fair")}, ("fair", "strong", "newer")),
    ],
)
def test_the_hand_comes_first_and_the_ranking_fills_up(changes: dict[str, Any], expected: tuple[str, ...]) -> None:
    assert chosen(**changes).articles == expected


def test_what_the_ranking_leaves_empty_stays_empty() -> None:
    assert chosen(RelatedSettings(floor=0), OTHERS).articles == ()


def test_the_latest_of_the_category_fill_what_is_empty_where_they_are_asked_for() -> None:
    same = [piece(f"same-{number}", f"alone{number}", date=f"2022-0{number}-01T09:00") for number in (1, 2)]

    assert chosen(archive=(*same, *OTHERS)).articles == ("same-2", "same-1")


def test_what_is_weaker_than_the_floor_is_not_shown() -> None:
    weakest = min(score for slug, score in scores().items())

    assert chosen(RelatedSettings(dont_miss=False, floor=weakest)).articles == ("strong", "newer", "fair")
    assert chosen(RelatedSettings(dont_miss=False, floor=weakest + 1)).articles == ("strong", "newer")


def scores() -> dict[str, int]:
    """Return how strong the matches of `one` are."""
    by_slug = {each.candidate.slug: each for each in (piece("one", "otter mascot campaign"), *ARCHIVE)}
    matches = plain_matches([each.candidate for each in by_slug.values()], lambda slug: by_slug[slug].terms)
    return {match.slug: match.score for match in matches["one"]}


@pytest.mark.parametrize("settings", [FILLING, FILLING.model_copy(update={"variety": 500})])
def test_what_says_nearly_the_same_is_never_shown(settings: RelatedSettings) -> None:
    again = piece("again", STORY + " too", date="2023-09-02T09:00")
    of = piece("one", STORY, date="2023-09-03T09:00")

    assert choices((of, again, *OTHERS), settings)["one"].articles == ()
    assert choices((of, again, *OTHERS), LINE)["one"].dont_miss is None


@pytest.mark.parametrize("settings", [FILLING, FILLING.model_copy(update={"variety": 500}), LINE])
def test_of_two_that_say_nearly_the_same_one_is_shown(settings: RelatedSettings) -> None:
    first = piece("first", STORY, date="2023-09-03T09:00")
    second = piece("second", STORY + " too", date="2023-09-02T09:00")

    found = chosen(settings, (first, second, *OTHERS))

    assert {found.dont_miss, *found.articles} & {"first", "second"} == {"first"}


def test_what_the_hand_names_is_shown_although_it_says_nearly_the_same() -> None:
    again = piece("again", STORY + " too", date="2023-09-02T09:00")
    of = piece("one", STORY, date="2023-09-03T09:00", related=("again",))

    assert choices((of, again, *OTHERS), FILLING)["one"].articles == ("again",)


@pytest.mark.parametrize(("variety", "expected"), [(0, ("a", "b")), (600, ("a", "other"))])
def test_what_repeats_the_others_gives_way_to_something_else(variety: int, expected: tuple[str, ...]) -> None:
    archive = (
        piece("a", "otter mascot bus"),
        piece("b", "otter mascot bus"),
        piece("other", "campaign price list"),
    )

    found = chosen(FILLING.model_copy(update={"variety": variety, "articles": 2}), (*archive, *OTHERS))

    assert found.articles == expected


@pytest.mark.parametrize(("sponsored", "expected"), [(False, ("strong", "newer", "fair")), (True, ("paid", "strong"))])
def test_a_sponsored_article_is_related_where_it_may_be(sponsored: bool, expected: tuple[str, ...]) -> None:
    paid = piece("paid", "otter mascot campaign", date="2023-10-31T09:00", is_sponsored=True)

    found = chosen(FILLING.model_copy(update={"sponsored": sponsored}), (paid, *ARCHIVE))

    assert found.articles[: len(expected)] == expected


def test_a_sponsored_article_that_the_hand_names_is_shown() -> None:
    paid = piece("paid", "rate card", date="2023-10-31T09:00", is_sponsored=True)

    assert chosen(FILLING, (paid, *ARCHIVE), related=("paid",)).articles[0] == "paid"


def test_a_sponsored_article_does_not_fill_up_either() -> None:
    paid = piece("paid", "alone", date="2023-10-31T09:00", is_sponsored=True)

    assert chosen(FILLING, (paid, *OTHERS)).articles == ()


def test_a_small_archive_gives_what_it_has() -> None:
    assert chosen(archive=(STRONG,)).articles == ("strong",)


def test_an_article_alone_has_nothing_related() -> None:
    assert chosen(archive=()) == Related(dont_miss=None, articles=())


@pytest.mark.parametrize("count", [0, 1, 3])
def test_the_settings_say_how_many(count: int) -> None:
    assert chosen(FILLING.model_copy(update={"articles": count})).articles == ("strong", "newer", "fair")[:count]


@pytest.mark.parametrize("is_offered", [True, False])
def test_a_draft_or_embargoed_article_is_never_chosen(is_offered: bool) -> None:
    hidden = piece("hidden", "otter mascot campaign", date="2023-10-01T09:00", is_offered=False)

    assert chosen(LINE, (hidden, *ARCHIVE), is_offered=is_offered) == Related(
        dont_miss="strong", articles=("newer", "fair")
    )


def test_what_the_hand_names_is_shown_although_it_is_not_public_yet() -> None:
    archive = (piece("part-two", is_offered=False), piece("part-three", is_offered=False), *ARCHIVE)
    by_hand: dict[str, Any] = {"related": ("part-two",), "dont_miss": "part-three"}

    assert chosen(LINE, archive, is_offered=False, **by_hand) == Related(
        dont_miss="part-three", articles=("part-two", "strong", "newer")
    )


def test_what_the_hand_names_and_this_build_does_not_show_is_left_out() -> None:
    assert chosen(LINE, related=("gone",), dont_miss="gone") == chosen(LINE)


def test_a_draft_changes_nothing_on_public_articles() -> None:
    drafts = tuple(piece(f"draft-{number}", "otter otter bus", is_offered=False) for number in range(9))

    assert chosen(archive=(*drafts, *ARCHIVE)) == chosen()


def test_the_dont_miss_is_the_best_older_match() -> None:
    assert chosen(LINE) == Related(dont_miss="strong", articles=("newer", "fair"))


def test_the_dont_miss_by_hand_may_be_newer_and_weak() -> None:
    weak = piece("weak", "nothing", date="2024-01-01T09:00")

    assert chosen(RelatedSettings(), (weak, *ARCHIVE), dont_miss="weak").dont_miss == "weak"


def test_a_match_that_is_not_strong_is_no_dont_miss() -> None:
    strength = scores()["strong"]

    assert chosen(LINE.model_copy(update={"dont_miss_score": strength})).dont_miss == "strong"
    assert chosen(LINE.model_copy(update={"dont_miss_score": strength + 1})).dont_miss is None


def test_a_newer_match_is_no_dont_miss() -> None:
    assert chosen(LINE, (NEWER, *OTHERS)) == Related(dont_miss=None, articles=("newer",))


def test_an_article_that_matches_nothing_has_no_dont_miss() -> None:
    assert chosen(LINE, OTHERS).dont_miss is None


def test_a_sponsored_article_is_not_chosen_as_dont_miss() -> None:
    paid = piece("paid", "otter mascot campaign", date="2023-10-31T09:00", is_sponsored=True)

    assert chosen(LINE, (paid, *ARCHIVE)).dont_miss == "strong"


def test_what_is_related_by_hand_is_not_chosen_as_dont_miss() -> None:
    assert chosen(LINE, related=("strong",)) == Related(dont_miss="fair", articles=("strong", "newer"))


def test_the_choice_can_be_switched_off() -> None:
    assert chosen(RelatedSettings(dont_miss=False)).dont_miss is None


@pytest.mark.parametrize("changes", [{"dont_miss": False}, {"dont_miss_score": 1000}])
def test_a_place_marked_in_the_text_gets_the_best_older_match(changes: dict[str, Any]) -> None:
    assert chosen(LINE.model_copy(update=changes), (FAIR, *OTHERS), has_mark=True).dont_miss == "fair"


def test_a_place_marked_in_the_text_gets_nothing_odd() -> None:
    assert chosen(RelatedSettings(floor=1000), (FAIR, *OTHERS), has_mark=True).dont_miss is None
