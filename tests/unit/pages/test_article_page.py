from dataclasses import replace
from typing import Any

import pytest
from markupsafe import Markup

from plugins.newsroom.articles import Article, Body
from plugins.newsroom.choices import Calls, Related, TelegramCall
from plugins.newsroom.front_matter.schema import CorrectionFields
from plugins.newsroom.moments import moment
from plugins.newsroom.page_models import ArticlePage
from plugins.newsroom.page_parts import DontMiss, Neighbour, Neighbours
from plugins.newsroom.words.catalogues import english
from plugins.pages.article_page import article_page
from plugins.pages.material import Material
from tests.values import article, at, body, material

TELEGRAM = TelegramCall(channel="the_test", url="https://t.me/the_test", text="News.")


def page_of(slug: str, *articles: Article, **changes: Any) -> ArticlePage:
    return page_in(material(*articles, **changes), slug)


def page_in(whole: Material, slug: str, older: str | None = None, newer: str | None = None) -> ArticlePage:
    return article_page(whole, slug, older, newer)


def test_neighbours_are_linked_by_their_titles() -> None:
    whole = material(article("one"), article("old", title="Old & good"), article("new", lang="ar"))

    alone, between = page_in(whole, "one"), page_in(whole, "one", older="old", newer="new")

    assert alone.neighbours == Neighbours(previous=None, next=None)
    assert between.neighbours == Neighbours(
        previous=Neighbour(title_html=Markup("Old &amp; good"), url="/2023/11/old/", lang="", dir=""),
        next=Neighbour(title_html=Markup("New"), url="/2023/11/new/", lang="ar", dir="rtl"),
    )


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (230, 1), (231, 2)])
def test_reading_time_is_rounded_up_to_whole_minutes(words: int, minutes: int) -> None:
    assert page_of("one", article("one"), bodies={"one": body(words=words)}).reading_minutes == minutes


def test_related_cards_come_in_the_order_that_was_chosen() -> None:
    chosen = {"one": Related(dont_miss=None, articles=("three", "two"))}

    page = page_of("one", article("one"), article("two"), article("three"), related=chosen)

    assert [card.url for card in page.related] == ["/2023/11/three/", "/2023/11/two/"]


def test_the_dont_miss_line_stands_in_the_body() -> None:
    chosen = {"one": Related(dont_miss="two", articles=())}

    page = page_of("one", article("one"), article("two"), related=chosen)

    assert [part.url for part in page.body if isinstance(part, DontMiss)] == ["/2023/11/two/"]


def test_an_article_has_its_own_share_links_and_calls() -> None:
    page = page_of("one", article("one"), article("two"), calls=Calls(telegram=TELEGRAM, newsletter=None))

    assert page.share
    assert (page.share.title, page.share.url) == ("One", "https://example.test/2023/11/one/")
    assert (page.telegram, page.newsletter) == (TELEGRAM, None)


def test_a_site_in_a_folder_links_below_it() -> None:
    page = page_of("one", article("one"), site_url="https://example.test/news")

    assert (page.kicker.url, page.tags[0].url, page.bylines[0].url) == (
        "/news/social/",
        "/news/tags/video/",
        "/news/authors/mei/",
    )


def test_the_newest_correction_comes_first() -> None:
    notes = [CorrectionFields.model_construct(date=at(f"2023-11-0{day}T10:00"), text="A < B.") for day in (2, 3)]

    page = page_of("one", article("one", corrections=tuple(notes)))

    assert [note.date.date for note in page.corrections] == ["3 November 2023", "2 November 2023"]
    assert page.corrections[0].text_html == "A &lt; B."


def test_an_article_without_text_has_a_page() -> None:
    page = page_of("one", article("one"), bodies={"one": Body(blocks=(), dont_miss_after=None, words=0)})

    assert page.body == ()


def test_the_first_paragraph_is_no_standfirst_above_itself() -> None:
    own, without = article("own"), article("without")
    fields = without.fields.model_construct(without.fields.model_fields_set - {"summary"}, **dict(without.fields))

    pages = [page_of(each.slug, each) for each in (own, replace(without, fields=fields))]

    assert [page.standfirst_html for page in pages] == ["What happened.", ""]
    assert [page.head.description for page in pages] == ["What happened.", "What happened."]


def test_the_page_of_an_expired_article_says_so_and_leads_on() -> None:
    chosen = {"one": Related(dont_miss=None, articles=("two",))}
    ended = article("one", over_since=at("2023-11-20T09:00"))

    page = page_of("one", ended, article("two"), related=chosen)

    assert page.over_since == moment(at("2023-11-20T09:00"), english())
    assert ([card.url for card in page.related], page.share is not None) == (["/2023/11/two/"], True)


def test_a_retracted_article_leads_nowhere_and_is_not_shared() -> None:
    chosen = {"one": Related(dont_miss="two", articles=("two",))}
    retracted = article("one", retracted_since=at("2023-11-20T09:00"))

    page = page_of("one", retracted, article("two"), related=chosen)

    assert page.retracted_since == moment(at("2023-11-20T09:00"), english())
    assert (page.related, page.share, len(page.body)) == ((), None, 1)
    assert page.head.title == "Retracted: One | The Test"
    assert "noindex" not in page.head.robots  # those who look for it shall find the reason
