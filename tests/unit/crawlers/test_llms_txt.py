from markupsafe import Markup

from plugins.crawlers.llms_txt import MOST_LISTED, PublicationNames, llms_spec, llms_txt
from plugins.newsroom.articles import Sponsor
from plugins.stet.offers import Offers
from tests.values import article, at, offer_publication, publication, text_page

NAMES = PublicationNames(name="The Test", tagline="News of tests", site_url="https://example.test/news")
SPONSOR = Sponsor(slug="s", name="S", url="https://s.example/", label="By S", disclosure_html=Markup("<p>Paid.</p>"))


def test_the_file_is_as_llmstxt_has_it() -> None:
    one = article("one", title="A [b] *c*\u2028d")
    known = publication(one, text_pages=(text_page(),))
    offers = Offers()
    offer_publication(offers, one, of=known)

    text = llms_txt(offers.view(), NAMES, llms_spec(known))

    assert text.splitlines() == [
        "# The Test",
        "",
        "> News of tests",
        "",
        "## Articles",
        "",
        "- [A \\[b\\] \\*c\\* d](https://example.test/news/2023/11/one/index.md): What happened.",
        "",
        "## Sections",
        "",
        "- [Social](https://example.test/news/social/): Feeds.",
        "- [Media](https://example.test/news/media/): Screens.",
        "",
        "## About",
        "",
        "- [About](https://example.test/news/about/): What this is.",
        "",
        "## Optional",
        "",
        "- [Archive](https://example.test/news/archive/): all articles by month",
    ]


def test_who_paid_and_samples_are_told() -> None:
    one = article("one", sample=True, sponsor=SPONSOR)
    offers = Offers()
    offer_publication(offers, one)

    assert "/2023/11/one/index.md): By S. Sample. What happened.\n" in llms_txt(
        offers.view(), NAMES, llms_spec(publication(one))
    )


def test_it_lists_what_readers_are_led_to() -> None:
    articles = [
        article("one"),
        article("draft", is_draft=True),
        article("held", embargo=at("2023-12-01T09:00")),
        article("gone", retracted_since=at("2023-11-02T09:00")),
        article("over", over_since=at("2023-11-02T09:00")),
    ]

    assert llms_spec(publication(*articles, text_pages=(text_page(is_draft=True),)))[::2] == (("one",), ())


def test_it_lists_the_newest() -> None:
    known = publication(article("one"))

    assert len(llms_spec(publication(article("one"), articles=known.articles * 200))[0]) == MOST_LISTED
