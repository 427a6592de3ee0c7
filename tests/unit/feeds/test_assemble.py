from markupsafe import Markup

from plugins.feeds.assemble import ENTRY, feed_entry, make_feed
from plugins.newsroom.articles import Picture, Sponsor
from plugins.stet.outputs import Output
from tests.unit.feeds.fed import PUBLICATION, feeds, view
from tests.values import ARI, MEI, article, body


def test_a_feed_is_named_after_the_front_that_it_follows() -> None:
    home, social, _, video, _, mei = feeds(article())

    assert (home.path, home.title, home.subtitle) == ("feed.xml", "The Test", "News of tests")
    assert (social.path, social.title, social.subtitle) == ("social/feed.xml", "Social: The Test", "Feeds.")
    assert (mei.path, mei.title, mei.subtitle) == ("authors/mei/feed.xml", "Mei Tan: The Test", "Editor")
    assert (video.path, video.title, video.subtitle) == ("tags/video/feed.xml", "Video: The Test", "")
    assert (mei.url, mei.front_url) == (
        "https://example.test/news/authors/mei/feed.xml",
        "https://example.test/news/authors/mei/",
    )


def test_an_entry_has_absolute_urls_and_every_author() -> None:
    one = article(
        authors=(MEI, ARI),
        picture=Picture(url="/news/pictures/y.webp", width=4, height=3, alt="A <shelf>"),
    )

    text = body(blocks=(Markup('<p><a href="/news/about/">a</a> <img src="/news/pictures/x.webp" alt="/no"></p>'),))

    entry = feed_entry(PUBLICATION.url, one, text)

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


def test_a_sponsored_article_says_so_in_its_title() -> None:
    sponsor = Sponsor(slug="s", name="Sari", url="https://sari.example", label="Paid by Sari", disclosure_html=Markup())

    assert feed_entry(PUBLICATION.url, article(sponsor=sponsor), body()).title == "Sponsored: One"


def test_an_article_has_one_entry_in_all_its_feeds() -> None:
    entries = [entry for feed in feeds(article()) for entry in feed.entries]

    assert len(entries) == 4
    assert all(entry is entries[0] for entry in entries)


def test_a_feed_depends_on_the_articles_in_it_and_on_their_texts() -> None:
    whole = view(article("one"), article("two"), article("three"))
    whole.read(ENTRY, "one")

    with whole.traced() as read:
        make_feed(whole, Output("social/feed.xml", "feed", ("category", "social", ("one", "two"))))

    assert read == {
        ("feed header", ""),
        ("category", "social"),
        *(("article", slug) for slug in ("one", "two")),
        *(("body", slug) for slug in ("one", "two")),
    }
