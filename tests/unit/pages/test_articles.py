from dataclasses import replace

from plugins.newsroom.articles import Correction
from plugins.newsroom.choices import Related
from plugins.newsroom.parts import Link, Neighbours
from plugins.pages.articles import article_page, article_pages
from tests.values import MEDIA, article, at, material, story

NONE = Neighbours(previous=None, next=None)


def test_neighbours_are_the_public_articles_next_in_the_same_category() -> None:
    newest = article("newest", date="2023-11-05T09:00")
    draft = article("draft", date="2023-11-04T09:00", is_draft=True)
    middle = article("middle", date="2023-11-03T09:00")
    other = article("other", date="2023-11-02T09:00", category=MEDIA)
    oldest = article("oldest", date="2023-11-01T09:00")

    pages = article_pages(material(*map(story, (newest, draft, middle, other, oldest))))

    assert pages[2].neighbours == Neighbours(
        previous=Link(text="Oldest", url="/2023/11/oldest/"), next=Link(text="Newest", url="/2023/11/newest/")
    )
    assert pages[3].neighbours == NONE


def test_reading_time_is_rounded_up_to_whole_minutes() -> None:
    minutes = [
        article_page(material(story(one)), story(one), NONE).reading_minutes
        for one in (article(words=0), article(words=230), article(words=231))
    ]

    assert minutes == [1, 1, 2]


def test_related_cards_come_in_the_order_that_was_chosen() -> None:
    one, two, three = article("one"), article("two"), article("three")
    chosen = story(one, related=Related(dont_miss=None, articles=("three", "two")))

    page = article_page(material(chosen, story(two), story(three)), chosen, NONE)

    assert [card.url for card in page.related] == ["/2023/11/three/", "/2023/11/two/"]


def test_a_site_in_a_folder_links_below_it() -> None:
    one = story(article("one"))
    below = replace(material(one), site_url="https://example.test/news")

    page = article_page(below, one, NONE)

    assert (page.kicker.url, page.tags[0].url, page.bylines[0].url) == (
        "/news/social/",
        "/news/tags/video/",
        "/news/authors/mei/",
    )


def test_the_newest_correction_comes_first() -> None:
    notes = [Correction(date=at(f"2023-11-0{day}T10:00"), text_html=article().summary_html) for day in (2, 3)]
    one = story(article(corrections=tuple(notes)))

    page = article_page(material(one), one, NONE)

    assert [note.date.date for note in page.corrections] == ["3 November 2023", "2 November 2023"]
