from plugins.feeds.assemble import ENTRY, make_feed
from plugins.stet.outputs import Output
from tests.unit.feeds.fed import feeds, view
from tests.values import article


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
