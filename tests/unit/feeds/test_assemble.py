import pytest
from markupsafe import Markup

from plugins.feeds.assemble import Publication, feeds
from plugins.newsroom.pictures import Picture
from tests.values import ARI, MEI, article, at, desk

PUBLICATION = Publication(name="The Test", tagline="News of tests", lang="en", url="https://example.test/news")


def test_every_front_has_a_feed() -> None:
    made = feeds(PUBLICATION, desk(), [article()], 20)

    assert [feed.path for feed in made] == [
        "feed.xml",
        "social/feed.xml",
        "media/feed.xml",
        "authors/ari/feed.xml",
        "authors/mei/feed.xml",
        "tags/video/feed.xml",
    ]


def test_a_feed_holds_the_newest_articles_up_to_its_size() -> None:
    articles = [article(f"a{day}", date=f"2023-11-0{day}T09:00") for day in (3, 2, 1)]

    everything = next(feeds(PUBLICATION, desk(), articles, 2))

    assert [entry.title for entry in everything.entries] == ["A3", "A2"]


def test_drafts_and_embargoed_articles_are_in_no_feed() -> None:
    hidden = [article("draft", is_draft=True), article("held", embargo=at("2035-01-01T00:00"))]

    assert [entry for feed in feeds(PUBLICATION, desk(), hidden, 20) for entry in feed.entries] == []


@pytest.mark.parametrize(
    ("written", "fed"),
    [
        ('<a href="/news/about/">a</a>', '<a href="https://example.test/news/about/">a</a>'),
        ('<a href="#part">a</a>', '<a href="https://example.test/news/2023/11/one/#part">a</a>'),
        ('<a href="//other.example/">a</a>', '<a href="//other.example/">a</a>'),
        ('<a href="https://other.example/">a</a>', '<a href="https://other.example/">a</a>'),
        ('<code>&lt;img src="/z.png"&gt;</code>', '<code>&lt;img src="/z.png"&gt;</code>'),
    ],
)
def test_only_addresses_of_ones_own_are_made_absolute(written: str, fed: str) -> None:
    one = article(blocks=(Markup(f"<p>{written}</p>"),))

    assert next(feeds(PUBLICATION, desk(), [one], 20)).entries[0].content_html == f"<p>{fed}</p>"


def test_an_entry_has_absolute_urls_and_every_author() -> None:
    one = article(
        authors=(MEI, ARI),
        blocks=(Markup('<p><a href="/news/about/">a</a> <img src="/news/pictures/x.webp" alt="/no"></p>'),),
        picture=Picture(url="/news/pictures/y.webp", width=4, height=3, alt="A <shelf>"),
    )

    entry = next(feeds(PUBLICATION, desk(), [one], 20)).entries[0]

    assert entry.url == "https://example.test/news/2023/11/one/"
    assert [author.url for author in entry.authors] == [
        "https://example.test/news/authors/mei/",
        "https://example.test/news/authors/ari/",
    ]
    assert entry.content_html == (
        '<p><img src="https://example.test/news/pictures/y.webp" width="4" height="3" alt="A &lt;shelf&gt;"></p>\n'
        '<p><a href="https://example.test/news/about/">a</a> '
        '<img src="https://example.test/news/pictures/x.webp" alt="/no"></p>'
    )
