from markupsafe import Markup

from plugins.newsroom.articles import Sponsor
from plugins.pages.cards import make_card
from plugins.pages.material import Material
from tests.values import article, at, material, site, view


def test_an_article_has_the_same_card_in_every_list() -> None:
    shown = view(article("one"), article("two"))

    lists = [Material(shown).cards(["one", "two"]), Material(shown).cards(["two"])]

    assert lists[1][0] is lists[0][1]
    assert [card.url for card in lists[0]] == ["/2023/11/one/", "/2023/11/two/"]


def test_a_card_is_of_the_publication_that_it_stands_in() -> None:
    one = article("one", lang="zh-Hant")
    moved = {"site_url": "https://example.test/news", "site": site(lang="zh-Hant")}

    cards = [make_card(whole, one) for whole in (material(), material(**moved))]

    assert [(card.url, card.lang) for card in cards] == [("/2023/11/one/", "zh-Hant"), ("/news/2023/11/one/", "")]


def test_a_card_tells_a_direction_that_is_not_the_publications() -> None:
    whole = {dir: material(site=site(dir=dir)) for dir in ("ltr", "rtl")}

    shown = {lang: [make_card(each, article("one", lang=lang)).dir for each in whole.values()] for lang in ("ar", "ms")}

    assert shown == {"ar": ["rtl", ""], "ms": ["", "ltr"]}


def test_whoever_shows_a_card_depends_on_the_article() -> None:
    shown = view(article("one"), article("two"))
    Material(shown).card("one")

    with shown.traced() as read:
        Material(shown).cards(["one", "two"])

    assert {("article", "one"), ("article", "two"), ("shared by pages", ""), ("words", "")} == read


def test_a_card_says_that_an_article_is_over_or_retracted_and_who_paid() -> None:
    sponsor = Sponsor(slug="s", name="Sari", url="https://sari.example", label="", disclosure_html=Markup())
    time = at("2023-11-20T09:00")
    articles = [
        article(sponsor=sponsor),
        article(over_since=time),
        article(sponsor=sponsor, over_since=time),
        article(retracted_since=time),
    ]

    labels = [make_card(material(), each).label for each in articles]

    assert labels == ["Sponsored", "Over", "Sponsored · Over", "Retracted"]
