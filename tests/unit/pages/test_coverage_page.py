from dataclasses import replace
from typing import Any

from plugins.newsroom.choices import Coverage, Showings
from plugins.newsroom.page_models import CoveragePage
from plugins.pages.coverage_page import coverage_page
from plugins.pages.material import Material
from tests.values import MEDIA, NOTHING_COVERED, article, material, view

ARTICLES = (
    article("new", date="2023-11-03T09:00"),
    article("old", date="2023-10-02T09:00", category=MEDIA),
    article("other", date="2023-09-02T09:00"),
)


def page(**changes: Any) -> CoveragePage:
    """Return the page of a coverage in which there is nothing but `changes`."""
    return coverage_page(material(*ARTICLES, coverage=replace(NOTHING_COVERED, **changes)))


def figures(found: CoveragePage) -> list[tuple[str, str]]:
    return [(figure.value, figure.text) for figure in found.figures]


def test_the_page_says_in_numbers_what_is_shown() -> None:
    assert figures(page(articles=4, shown=3, bare=1)) == [
        ("75%", "3 of 4 public articles are shown by another"),
        ("1", "shown by none"),
        ("1", "without related articles of their own"),
    ]


def test_all_but_one_are_not_all() -> None:
    assert figures(page(articles=1000, shown=999))[0][0] == "99%"


def test_without_articles_there_is_no_percentage() -> None:
    assert [value for value, _ in figures(page())] == ["0", "0"]


def test_articles_that_none_shows_stand_with_date_and_category() -> None:
    found = page(articles=9, shown=2, unshown=("new", "old"), bare=3, bare_articles=("other",))

    assert [
        (row.card.title, row.card.url, row.card.published.short_date, row.card.kicker.text, row.count)
        for row in found.unshown
    ] == [
        ("New", "/2023/11/new/", "3 Nov 2023", "Social", None),
        ("Old", "/2023/10/old/", "2 Oct 2023", "Media", None),
    ]
    assert [row.card.title for row in found.bare] == ["Other"]
    assert (found.unshown_more, found.bare_more) == (5, 2)


def test_articles_that_are_shown_most_stand_with_where() -> None:
    most = (
        Showings(slug="old", related=2, dont_miss=1, links=4),
        Showings(slug="new", related=0, dont_miss=1, links=0),
    )

    assert [(row.card.title, row.count, row.note) for row in page(most=most).most] == [
        ("Old", 7, "2 related, 1 don’t miss, 4 in text"),
        ("New", 1, "1 don’t miss"),
    ]


def test_the_page_has_no_address_for_the_outside() -> None:
    found = page()

    assert (found.path, found.head.robots, found.head.canonical) == ("coverage/index.html", "noindex", "")


def test_the_page_depends_on_the_articles_that_it_lists_and_on_no_others() -> None:
    whole = view(*ARTICLES, coverage=Coverage(articles=3, shown=2, unshown=("old",), most=(), bare=0, bare_articles=()))

    with whole.traced() as read:
        coverage_page(Material(whole))

    assert read == {("offered", ""), ("shared by pages", ""), ("coverage", ""), ("article", "old"), ("words", "")}
