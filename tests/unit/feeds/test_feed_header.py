from plugins.feeds.feed_header import feed_title
from plugins.newsroom.articles import Sponsor
from plugins.newsroom.words.catalogues import catalogue, make_words
from tests.unit.feeds.fed import PUBLICATION
from tests.values import article, at


def test_a_title_says_who_has_paid_and_what_was_taken_back() -> None:
    sponsor = Sponsor(slug="shelf", name="Shelf", url="/", label="Paid", disclosure_html=article().typeset["One"])
    paid, both = article(sponsor=sponsor), article(sponsor=sponsor, retracted_since=at("2023-12-01T09:00"))

    titles = [feed_title(PUBLICATION, each) for each in (article(), paid, both)]

    assert titles == ["One", "Sponsored: One", "Retracted: Sponsored: One"]


def test_a_title_has_the_words_of_a_declared_language() -> None:
    retracted = article(retracted_since=at("2023-12-01T09:00"))

    assert feed_title(make_words("id", catalogue("id")), retracted) == "Dicabut: One"
