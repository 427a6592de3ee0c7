from plugins.newsroom.pictures import Picture
from plugins.pages.home import home_page
from plugins.pages.settings import PagesSettings
from tests.values import MEDIA, article, material, story

PICTURE = Picture(url="/p.webp", width=4, height=3, alt="")


def test_an_empty_publication_has_a_home_front() -> None:
    page = home_page(material())

    assert (page.lead, page.seconds, page.latest, page.bands, page.edition) == (None, (), (), (), None)


def test_lead_seconds_and_latest_share_no_article() -> None:
    stories = [story(article(f"a{day}", date=f"2023-11-0{day}T09:00")) for day in range(9, 0, -1)]

    page = home_page(material(*stories, settings=PagesSettings(seconds=2, latest=3)))

    assert page.lead
    assert [page.lead.title, *(card.title for card in (*page.seconds, *page.latest))] == [
        "A9",
        "A8",
        "A7",
        "A6",
        "A5",
        "A4",
    ]


def test_a_band_is_led_by_its_newest_article_with_a_picture() -> None:
    plain, pictured = article("plain", category=MEDIA), article("pictured", category=MEDIA, picture=PICTURE)

    page = home_page(material(story(plain), story(pictured), settings=PagesSettings(seconds=0)))

    assert [(band.lead.title, [card.title for card in band.rest]) for band in page.bands] == [("Pictured", [])]


def test_the_edition_line_has_the_date_of_the_newest_article_not_of_the_build() -> None:
    page = home_page(material(story(article(date="2023-11-24T09:30"))))

    assert page.edition
    assert page.edition.date == "24 November 2023"
