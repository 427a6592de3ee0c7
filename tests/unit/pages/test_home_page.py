from plugins.pages.home_page import home_page
from tests.values import MEDIA, article, material


def test_an_empty_publication_has_a_home_front() -> None:
    page = home_page(material(), None, (), (), ())

    assert (page.lead, page.seconds, page.latest, page.bands, page.edition) == (None, (), (), (), None)


def test_every_place_shows_the_articles_that_were_planned_for_it() -> None:
    whole = material(*(article(slug) for slug in "abcd"), article("m", category=MEDIA), article("n", category=MEDIA))

    page = home_page(whole, "a", ("b", "c"), ("d",), (("media", "n", ("m",)),))

    assert page.lead and page.lead.title == "A"
    assert [[card.title for card in cards] for cards in (page.seconds, page.latest)] == [["B", "C"], ["D"]]
    assert [(band.section.url, band.lead.title, [card.title for card in band.rest]) for band in page.bands] == [
        ("/media/", "N", ["M"])
    ]


def test_the_edition_line_has_the_date_of_the_newest_article_not_of_the_build() -> None:
    page = home_page(material(article(date="2023-11-24T09:30")), "one", (), (), ())

    assert page.edition
    assert page.edition.date == "24 November 2023"
