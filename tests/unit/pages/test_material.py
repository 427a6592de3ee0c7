from plugins.pages.material import Material
from tests.values import article, material, view


def test_links_keep_the_folder_that_the_publication_lives_under() -> None:
    below = material(site_url="https://example.test/news/")

    assert below.href("/about/") == "/news/about/"
    assert below.absolute("/about/") == "https://example.test/news/about/"


def test_cards_come_in_the_order_that_they_are_asked_for() -> None:
    found = material(article("one"), article("two")).cards(["two", "one"])

    assert [card.url for card in found] == ["/2023/11/two/", "/2023/11/one/"]


def test_everything_that_a_page_shows_is_known_to_the_view() -> None:
    whole = view(article("one"))

    with whole.traced() as read:
        title = Material(whole).article("one").title

    assert title == "One"
    assert read == {("shared by pages", ""), ("article", "one")}
