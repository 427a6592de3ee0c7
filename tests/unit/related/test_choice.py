from typing import Any

import pytest

from plugins.newsroom.choices import Related
from plugins.related.settings import RelatedSettings
from tests.unit.related.pieces import Piece, choices, piece

PLAIN = RelatedSettings(dont_miss=False)


STRONG = piece("strong", "otter mascot campaign", date="2023-09-01T09:00")
FAIR = piece("fair", "otter mascot bus", date="2023-08-01T09:00")
NEWER = piece("newer", "otter mascot campaign", date="2024-06-01T09:00")
OTHERS = tuple(
    piece(f"other-{number}", f"nothing{number}", date=f"2023-0{number}-01T09:00", category="b")
    for number in range(1, 6)
)
ARCHIVE = (STRONG, FAIR, NEWER, *OTHERS)


def chosen(settings: RelatedSettings = PLAIN, archive: tuple[Piece, ...] = ARCHIVE, **changes: Any) -> Related:
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
        ({"dont_miss": "strong"}, ("newer", "fair", "other-5")),
        ({"dont_miss": "other-1", "related": ("other-1", "fair")}, ("fair", "strong", "newer")),
    ],
)
def test_the_hand_comes_first_and_the_ranking_fills_up(changes: dict[str, Any], expected: tuple[str, ...]) -> None:
    assert chosen(**changes).articles == expected


def test_what_the_ranking_leaves_empty_the_latest_of_the_category_fill_then_the_latest_of_all() -> None:
    same = piece("same", "alone", date="2022-01-01T09:00")

    assert chosen(archive=(same, *OTHERS)).articles == ("same", "other-5", "other-4")


def test_a_small_archive_gives_what_it_has() -> None:
    assert chosen(archive=(STRONG,)).articles == ("strong",)


def test_an_article_alone_has_nothing_related() -> None:
    assert chosen(archive=()) == Related(dont_miss=None, articles=())


@pytest.mark.parametrize("count", [0, 1, 5])
def test_the_settings_say_how_many(count: int) -> None:
    expected = ("strong", "newer", "fair", "other-5", "other-4")[:count]

    assert chosen(RelatedSettings(articles=count, dont_miss=False)).articles == expected


@pytest.mark.parametrize("is_public", [True, False])
def test_a_draft_or_embargoed_article_is_never_chosen(is_public: bool) -> None:
    hidden = piece("hidden", "otter mascot campaign", date="2023-10-01T09:00", is_public=False)

    assert chosen(RelatedSettings(), (hidden, *ARCHIVE), is_public=is_public) == Related(
        dont_miss="strong", articles=("newer", "fair", "other-5")
    )


def test_what_the_hand_names_is_shown_although_it_is_not_public_yet() -> None:
    archive = (piece("part-two", is_public=False), piece("part-three", is_public=False), *ARCHIVE)
    by_hand: dict[str, Any] = {"related": ("part-two",), "dont_miss": "part-three"}

    assert chosen(RelatedSettings(), archive, is_public=False, **by_hand) == Related(
        dont_miss="part-three", articles=("part-two", "strong", "newer")
    )


def test_what_the_hand_names_and_this_build_does_not_show_is_left_out() -> None:
    assert chosen(RelatedSettings(), related=("gone",), dont_miss="gone") == chosen(RelatedSettings())


def test_a_draft_changes_nothing_on_public_articles() -> None:
    drafts = tuple(piece(f"draft-{number}", "otter otter bus", is_public=False) for number in range(9))

    assert chosen(archive=(*drafts, *ARCHIVE)) == chosen()


def test_the_dont_miss_is_the_best_older_match() -> None:
    assert chosen(RelatedSettings()) == Related(dont_miss="strong", articles=("newer", "fair", "other-5"))


def test_the_dont_miss_by_hand_may_be_newer_and_weak() -> None:
    weak = piece("weak", "nothing", date="2024-01-01T09:00")

    assert chosen(RelatedSettings(), (weak, *ARCHIVE), dont_miss="weak").dont_miss == "weak"


def test_a_match_that_is_not_strong_is_no_dont_miss() -> None:
    assert chosen(RelatedSettings(dont_miss_score=1000), (FAIR, *OTHERS)).dont_miss is None


def test_a_newer_match_is_the_dont_miss_of_an_article_that_has_no_older_one() -> None:
    assert chosen(RelatedSettings(), (NEWER, *OTHERS)).dont_miss == "newer"


def test_the_latest_is_the_dont_miss_of_an_article_that_matches_nothing() -> None:
    assert chosen(RelatedSettings(), OTHERS).dont_miss == "other-5"


def test_nothing_is_the_dont_miss_of_an_article_that_matches_nothing_where_a_match_is_asked_for() -> None:
    assert chosen(RelatedSettings(dont_miss_score=1), OTHERS).dont_miss is None


def test_a_sponsored_article_is_not_chosen_as_dont_miss() -> None:
    paid = piece("paid", "otter mascot campaign", date="2023-10-31T09:00", is_sponsored=True)

    assert chosen(RelatedSettings(), (paid, *ARCHIVE)).dont_miss == "strong"


def test_what_is_related_by_hand_is_not_chosen_as_dont_miss() -> None:
    assert chosen(RelatedSettings(), related=("strong",)) == Related(
        dont_miss="fair", articles=("strong", "newer", "other-5")
    )


def test_the_choice_can_be_switched_off() -> None:
    assert chosen(RelatedSettings(dont_miss=False)).dont_miss is None


@pytest.mark.parametrize("settings", [RelatedSettings(dont_miss=False), RelatedSettings(dont_miss_score=1000)])
def test_a_place_marked_in_the_text_gets_the_best_older_match(settings: RelatedSettings) -> None:
    assert chosen(settings, (FAIR, *OTHERS), has_mark=True).dont_miss == "fair"
