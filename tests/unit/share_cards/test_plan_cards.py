from plugins.newsroom.listed_articles import newest_first
from plugins.share_cards.plan_cards import drawn_articles, is_drawn, plan_cards
from plugins.share_cards.settings import ShareCardsSettings
from tests.values import article, listed_article, publication, text_page

ARTICLES = [article(f"a{number}", date=f"2023-11-{number:02}T09:00") for number in range(1, 8)]


def test_every_page_that_can_be_shared_has_a_card() -> None:
    of = publication(article("one"), text_pages=(text_page(slug="about"),))

    paths = [output.path for output in plan_cards(of, ShareCardsSettings())]

    assert {"2023/11/one/card.jpg", "card.jpg", "social/card.jpg", "tags/video/card.jpg", "about/card.jpg"} <= {*paths}
    assert not [path for path in paths if path.startswith(("archive", "404"))]
    assert len(paths) == len({*paths})


def test_the_preview_draws_the_newest_and_those_that_wait() -> None:
    lines = [listed_article(one, is_public=one.slug != "a1") for one in ARTICLES]
    of = publication(shows_drafts=True, articles=tuple(newest_first(lines)))

    assert drawn_articles(of, ShareCardsSettings(preview=2)) == {"a1", "a7", "a6"}
    assert drawn_articles(of, ShareCardsSettings(preview=0)) == {"a1"}


def test_an_article_with_a_photograph_can_do_without_a_card() -> None:
    lines = [listed_article(one, has_picture=one.slug == "a1") for one in ARTICLES[:2]]
    of = publication(articles=tuple(newest_first(lines)))

    assert drawn_articles(of, ShareCardsSettings(show="without photograph")) == {"a2"}


def test_fronts_always_have_theirs() -> None:
    assert is_drawn("category media", frozenset())
    assert is_drawn("article one", frozenset({"one"}))
    assert not is_drawn("article two", frozenset({"one"}))


def test_a_retracted_article_has_no_card_and_one_that_is_over_has() -> None:
    lines = [listed_article(one, is_retracted=one.slug == "a1", is_over=one.slug == "a2") for one in ARTICLES[:3]]
    of = publication(articles=tuple(newest_first(lines)))

    assert drawn_articles(of, ShareCardsSettings()) == {"a2", "a3"}
