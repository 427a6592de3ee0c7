import random

import pytest

from plugins.newsroom.articles import Article, Tag
from plugins.newsroom.markup import Markup
from plugins.related.ranking import rank
from tests.values import article


def tags(*slugs: str) -> tuple[Tag, ...]:
    return tuple(Tag(slug=slug, name=slug, summary="", introduction_html=Markup()) for slug in slugs)


def plain(slug: str, text: str = "", **changes: object) -> Article:
    standard: dict[str, object] = {"title": "", "summary": "", "tags": (), "text": text}
    return article(slug, **{**standard, **changes})


def best(of: Article, *others: Article) -> list[str]:
    return [match.article.slug for match in rank([of, *others]).matches(of)]


FILLER = tuple(plain(f"filler-{number}", f"nothing here {number} shared") for number in range(6))


def test_an_article_that_shares_more_words_ranks_higher() -> None:
    one = plain("one", "otter mascot campaign")

    assert best(one, plain("two", "otter campaign"), plain("three", "otter mascot campaign"), *FILLER) == [
        "three",
        "two",
    ]


def test_an_article_that_shares_nothing_is_no_match() -> None:
    assert best(plain("one", "otter mascot"), plain("two", "rate card"), *FILLER) == []


def test_an_article_is_no_match_of_itself() -> None:
    one = plain("one", "otter")

    assert "one" not in best(one, plain("two", "otter"))


def test_a_word_in_the_title_counts_more_than_one_in_the_text() -> None:
    one = plain("one", "otter", title="Shop")
    titled, told = plain("titled", "shop plan", title="shop"), plain("told", "plan plan plan shop")

    assert best(one, told, titled, plain("other", "plan otter"), *FILLER)[0] == "titled"


def test_a_rare_tag_counts_more_than_a_common_one() -> None:
    one = plain("one", tags=tags("common", "rare"))
    common = [plain(f"common-{number}", tags=tags("common", "else")) for number in range(4)]

    assert best(one, plain("rarely", tags=tags("rare", "else")), *common, *FILLER)[0] == "rarely"


def test_tags_alone_make_a_match() -> None:
    assert best(plain("one", tags=tags("video")), plain("two", tags=tags("video"))) == ["two"]


@pytest.mark.parametrize(
    ("own", "nearer", "farther"),
    [
        ("2023-06-01", "2023-05-01", "2021-06-01"),
        ("2023-06-01", "2023-07-01", "2021-06-01"),
        ("2023-06-01", "2021-06-01", "2019-06-01"),
    ],
)
def test_of_equal_matches_the_nearer_in_time_is_first(own: str, nearer: str, farther: str) -> None:
    one = plain("one", "otter", date=f"{own}T09:00")

    assert best(
        one, plain("a", "otter", date=f"{farther}T09:00"), plain("b", "otter", date=f"{nearer}T09:00"), *FILLER
    ) == ["b", "a"]


def test_closeness_in_time_does_not_outweigh_the_text() -> None:
    one = plain("one", "otter mascot campaign", date="2023-06-01T09:00")
    old = plain("old", "otter mascot campaign", date="2013-06-01T09:00")
    new = plain("new", "otter", date="2023-06-01T09:00")

    assert best(one, new, old, *FILLER) == ["old", "new"]


def test_a_tie_goes_to_the_newer_then_to_the_first_slug() -> None:
    one = plain("one", "otter", date="2023-06-15T09:00")
    others = [plain(slug, "otter", date="2023-06-14T09:00") for slug in ("c", "b")]

    assert best(one, *others, plain("d", "otter", date="2023-06-16T09:00"), *FILLER) == ["d", "b", "c"]


def test_a_score_is_in_thousandths_with_time_and_tags_on_top() -> None:
    one, two = plain("one", "otter", tags=tags("zoo")), plain("two", "otter", tags=tags("zoo"))

    assert [match.score for match in rank([one, two]).matches(one)] == [1080]


def test_the_order_in_which_articles_come_changes_nothing() -> None:
    generator = random.Random(7)
    vocabulary = [f"word{number}" for number in range(40)]
    articles = [
        plain(f"a{number}", " ".join(generator.choices(vocabulary, k=12)), date=f"2023-{number % 9 + 1:02}-01T09:00")
        for number in range(80)
    ]
    before = {each.slug: rank(articles).matches(each) for each in articles[:10]}

    generator.shuffle(articles)
    ranking = rank(articles)

    assert {slug: ranking.matches(next(a for a in articles if a.slug == slug)) for slug in before} == before


def test_an_article_outside_the_candidates_can_be_asked_about() -> None:
    draft = plain("draft", "otter", is_draft=True)
    ranking = rank([plain("two", "otter"), plain("three", "otter"), *FILLER])

    assert [match.article.slug for match in ranking.matches(draft)] == ["three", "two"]


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
    assert best(plain("one", own), plain("far", far), plain("near", near), *FILLER)[0] == "near"
