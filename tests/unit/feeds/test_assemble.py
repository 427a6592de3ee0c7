import pytest

from plugins.feeds.assemble import PARTNER_BYTES, WRITTEN, FeedRenderer, make_feed, make_former_feed
from plugins.feeds.atom import atom
from plugins.feeds.plan_feeds import COPY, FeedSpec
from plugins.feeds.written_feed import FeedLinks
from plugins.newsroom.articles import Body
from plugins.newsroom.syndication.feed_formats import FeedFormat
from plugins.stet.outputs import Output
from tests.unit.feeds.fed import feeds, view
from tests.values import article, at, paragraphs


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
    whole.read(WRITTEN["atom"], "one")

    with whole.traced() as read:
        make_feed(whole, Output("social/feed.xml", "feed", FeedSpec("category", "social", "atom", ("one", "two"))))

    assert read == {
        ("feed header", ""),
        ("category", "social"),
        ("words", ""),
        *(("article", slug) for slug in ("one", "two")),
        *(("body", slug) for slug in ("one", "two")),
    }


def test_what_is_over_leaves_the_feeds_and_what_is_retracted_stays_with_the_reason() -> None:
    over = article("over", date="2023-11-03T09:00", over_since=at("2023-11-20T09:00"))
    retracted = article("gone", date="2023-11-02T09:00", summary="Why.", retracted_since=at("2023-11-20T09:00"))
    body = Body(blocks=paragraphs("Why."), dont_miss_after=None, words=1)

    everything = feeds(over, retracted, article("one"), bodies={"gone": body})[0]

    first, second = (entry.data.decode() for entry in everything.entries)
    assert "<title>Retracted: Gone</title>" in first
    assert first.count("Why.") == 2
    assert everything.entries[0].updated == at("2023-11-20T09:00")
    assert "<title>One</title>" in second


def test_a_feed_that_has_moved_is_as_at_its_new_address() -> None:
    copy = Output("old.xml", COPY, ("feed.xml", *FeedSpec("home", "", "atom", ("one",))))

    assert atom(make_former_feed(view(article()), copy)) == atom(feeds(article())[0])


@pytest.mark.parametrize(("form", "begin"), [("atom", b"<?xml"), ("rss", b"<?xml"), ("json", b"{")])
def test_the_engine_gets_each_format(form: FeedFormat, begin: bytes) -> None:
    data = FeedRenderer().render(feeds(article(), form=form)[0])

    assert data.startswith(begin)
    assert data.count(b"What happened.") >= 1


def test_an_archive_names_its_neighbours_and_the_feed_and_no_hub() -> None:
    spec = FeedSpec("home", "", "rss", ("one",), archive=2, older=1, newer=3)

    feed = make_feed(view(article()), Output("feeds/2/rss.xml", "feed", spec))

    assert feed.front_url == "https://example.test/news/"
    assert feed.links == FeedLinks(
        current="https://example.test/news/rss.xml",
        older="https://example.test/news/feeds/1/rss.xml",
        newer="https://example.test/news/feeds/3/rss.xml",
    )
    assert feed.is_archive


@pytest.mark.parametrize(
    ("form", "element"), [("atom", "<content"), ("rss", "<content:encoded"), ("json", "content_html")]
)
def test_a_partner_may_get_the_summary_alone_under_the_name_of_the_publication(form: FeedFormat, element: str) -> None:
    spec = FeedSpec("partner", "reader", form, ("one",), text="summary")

    feed = make_feed(view(article(summary="In short.")), Output("feeds/reader/x", "feed", spec))

    assert (feed.title, feed.front_url) == ("The Test", "https://example.test/news/")
    assert element not in feed.entries[0].data.decode()
    assert "In short." in feed.entries[0].data.decode()


def test_the_feed_of_a_partner_has_no_more_than_two_megabytes() -> None:
    body = Body(blocks=paragraphs("x" * (PARTNER_BYTES // 2)), dont_miss_after=None, words=1)
    articles = [article(slug) for slug in ("one", "two")]
    whole = view(*articles, bodies={"one": body, "two": body})

    feed = make_feed(
        whole, Output("feeds/reader/rss.xml", "feed", FeedSpec("partner", "reader", "rss", ("one", "two")))
    )

    assert len(feed.entries) == 1
