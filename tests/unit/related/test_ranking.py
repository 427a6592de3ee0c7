"""How well articles go with one another, through the whole way from article to list."""

import random

import pytest

from plugins.related.settings import RelatedSettings
from tests.unit.related.pieces import Piece, choices, piece
from tests.unit.related.plain import plain_choices, plain_matches

MANY = RelatedSettings(articles=12, dont_miss=False, floor=0, variety=0)


def best(of: Piece, *others: Piece) -> list[str]:
    """Return the slugs of what goes with `of`, best first, and check that the plain ranking says the same."""
    by_slug = {each.candidate.slug: each for each in (of, *others)}
    candidates = [each.candidate for each in by_slug.values()]
    matches = plain_matches(candidates, lambda slug: by_slug[slug].terms)[of.candidate.slug]
    found = choices([of, *others], MANY)[of.candidate.slug].articles
    assert found[: len(matches)] == tuple(match.slug for match in matches)[:12]
    return [match.slug for match in matches]


def archive(count: int) -> list[Piece]:
    generator = random.Random(7)
    vocabulary: list[str] = [f"word{number}" for number in range(60)]
    weights = [1 / (1 + place) for place in range(60)]
    return [
        piece(
            f"a{number:03}",
            " ".join(generator.choices(vocabulary, weights, k=14)),
            date=f"20{10 + number % 13}-{number % 9 + 1:02}-01T09:00",
            tags=tuple(generator.sample("xyz", number % 3)),
        )
        for number in range(count)
    ]


FILLER = tuple(piece(f"filler-{number}", f"nothing here {number} shared") for number in range(6))


def test_an_article_that_shares_more_words_ranks_higher() -> None:
    one = piece("one", "otter mascot campaign")

    assert best(one, piece("two", "otter campaign"), piece("three", "otter mascot campaign"), *FILLER) == [
        "three",
        "two",
    ]


def test_an_article_that_shares_nothing_is_no_match() -> None:
    assert best(piece("one", "otter mascot"), piece("two", "rate card"), *FILLER) == []


def test_an_article_is_no_match_of_itself() -> None:
    assert best(piece("one", "otter"), piece("two", "otter")) == ["two"]


def test_a_word_in_the_title_counts_more_than_one_in_the_text() -> None:
    one = piece("one", "otter", title="Shop")
    titled, told = piece("titled", "shop plan", title="shop"), piece("told", "plan plan plan shop")

    assert best(one, told, titled, piece("other", "plan otter"), *FILLER)[0] == "titled"


def test_words_that_follow_one_another_count_more_than_the_same_words_apart() -> None:
    text = "red green blue white black brown grey pink"
    apart = piece("apart", "grey white red brown green pink black blue")

    assert best(piece("one", text), apart, piece("together", text), *FILLER)[0] == "together"


def test_a_rare_tag_counts_more_than_a_common_one() -> None:
    one = piece("one", tags=("common", "rare"))
    common = [piece(f"common-{number}", tags=("common", "else")) for number in range(4)]

    assert best(one, piece("rarely", tags=("rare", "else")), *common, *FILLER)[0] == "rarely"


def test_tags_alone_make_a_match() -> None:
    assert best(piece("one", tags=("video",)), piece("two", tags=("video",))) == ["two"]


def test_an_author_counts_less_than_a_tag() -> None:
    one = piece("one", tags=("video",), authors=("someone",))

    assert best(one, piece("a", authors=("someone",)), piece("b", tags=("video",)), *FILLER) == ["b", "a"]


@pytest.mark.parametrize(
    ("own", "nearer", "farther"),
    [
        ("2023-06-01", "2023-05-01", "2021-06-01"),
        ("2023-06-01", "2023-07-01", "2021-06-01"),
        ("2023-06-01", "2021-06-01", "2019-06-01"),
    ],
)
def test_of_equal_matches_the_nearer_in_time_is_first(own: str, nearer: str, farther: str) -> None:
    one = piece("one", "otter", date=f"{own}T09:00")

    assert best(
        one, piece("a", "otter", date=f"{farther}T09:00"), piece("b", "otter", date=f"{nearer}T09:00"), *FILLER
    ) == ["b", "a"]


def test_closeness_in_time_does_not_outweigh_the_text() -> None:
    one = piece("one", "otter mascot campaign", date="2023-06-01T09:00")
    old = piece("old", "otter mascot campaign", date="2013-06-01T09:00")
    new = piece("new", "otter", date="2023-06-01T09:00")

    assert best(one, new, old, *FILLER) == ["old", "new"]


def test_a_tie_goes_to_the_newer_then_to_the_first_slug() -> None:
    one = piece("one", "otter", date="2023-06-15T09:00")
    others = [piece(slug, "otter", date="2023-06-14T09:00") for slug in ("c", "b")]

    assert best(one, *others, piece("d", "otter", date="2023-06-13T09:00"), *FILLER) == ["b", "c", "d"]


def test_a_newer_article_has_to_match_better_than_an_older_one() -> None:
    one = piece("one", "otter mascot", date="2023-06-15T09:00")
    newer = piece("newer", "otter", date="2023-06-16T09:00")

    assert best(one, newer, piece("older", "otter", date="2023-06-14T09:00"), *FILLER) == ["older", "newer"]
    assert best(one, newer, piece("weaker", "otter bus plan", date="2023-06-14T09:00"), *FILLER)[0] == "newer"


def test_what_an_article_says_of_another_ones_headline_counts_more_than_what_that_says_of_its() -> None:
    one, of_it = piece("one", "otter bus cat", title="mascot"), piece("of-it", "mascot emu", title="shop")

    to_it = best(of_it, one, *FILLER), plain_score(of_it, one)
    from_it = best(one, of_it, *FILLER), plain_score(one, of_it)

    assert (to_it[0], from_it[0]) == (["one"], ["of-it"])
    assert to_it[1] > from_it[1]


def plain_score(of: Piece, other: Piece) -> int:
    by_slug = {each.candidate.slug: each for each in (of, other, *FILLER)}
    matches = plain_matches([each.candidate for each in by_slug.values()], lambda slug: by_slug[slug].terms)
    return next(match.score for match in matches[of.candidate.slug] if match.slug == other.candidate.slug)


def test_a_hidden_article_gets_matches_that_no_public_one_has() -> None:
    assert best(piece("one", "otter", is_offered=False), piece("two", "otter"), *FILLER) == ["two"]


def test_a_draft_changes_nothing_on_public_articles() -> None:
    articles = archive(30)
    drafts = [piece(f"draft-{number}", "word1 word2 word50", is_offered=False) for number in range(9)]

    with_drafts = choices([*articles, *drafts], MANY)

    slugs = [each.candidate.slug for each in articles]
    assert {slug: with_drafts[slug] for slug in slugs} == choices(articles, MANY)


def test_the_order_in_which_articles_come_changes_nothing() -> None:
    articles = archive(80)
    before = choices(articles, MANY)

    random.Random(7).shuffle(articles)

    assert choices(articles, MANY) == before


@pytest.mark.parametrize("count", [0, 1, 2, 40, 150])
def test_it_is_what_the_plain_ranking_chooses(count: int) -> None:
    articles = archive(count)
    by_slug = {each.candidate.slug: each for each in articles}
    settings = RelatedSettings(articles=12)

    expected = plain_choices([each.candidate for each in articles], lambda slug: by_slug[slug].terms, settings)

    assert choices(articles, settings) == expected


@pytest.mark.parametrize(
    ("own", "near", "far"),
    [
        ("抖音关闭电商", "抖音电商的未来", "广告公司换新标志"),
        ("ข่าวการตลาดออนไลน์", "การตลาดออนไลน์ไทย", "โฆษณาทางทีวี"),
        ("ソーシャルメディア広告", "メディア広告の新しい形", "動物園のカワウソ"),
        ("larangan niaga media sosial", "media sosial dan niaga", "papan iklan luar ruang"),
    ],
)
def test_texts_of_other_scripts_and_languages_are_compared(own: str, near: str, far: str) -> None:
    assert best(piece("one", own), piece("far", far), piece("near", near), *FILLER)[0] == "near"
