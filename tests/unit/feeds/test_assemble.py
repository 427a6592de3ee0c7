from dataclasses import replace

from plugins.feeds.assemble import COPY, ENTRY, make_feed, make_former_feed, plan_feeds
from plugins.feeds.atom import atom
from plugins.newsroom.addresses.address_forms import PageRedirect
from plugins.newsroom.articles import Body
from plugins.stet.outputs import Output
from tests.unit.feeds.fed import feeds, view
from tests.values import ARI, MEDIA, MEI, VIDEO, article, at, paragraphs, publication

RADIO = replace(VIDEO, slug="radio", name="Radio")
HIDDEN = [article("draft", is_draft=True, tags=(RADIO,)), article("held", embargo=at("2035-01-01T00:00"))]


def test_every_front_has_a_feed() -> None:
    outputs = list(plan_feeds(publication(article()), 20))

    assert [output.path for output in outputs] == [
        "feed.xml",
        "social/feed.xml",
        "media/feed.xml",
        "tags/video/feed.xml",
        "authors/ari/feed.xml",
        "authors/mei/feed.xml",
    ]
    assert {output.kind for output in outputs} == {"feed"}


def test_an_article_is_in_the_feeds_of_its_fronts() -> None:
    shared = article("shared", authors=(MEI, ARI), category=MEDIA, tags=())

    assert [output.spec for output in plan_feeds(publication(shared), 20)] == [
        ("home", "", ("shared",)),
        ("category", "social", ()),
        ("category", "media", ("shared",)),
        ("author", "ari", ("shared",)),
        ("author", "mei", ("shared",)),
    ]


def test_a_feed_holds_the_newest_articles_up_to_its_size() -> None:
    articles = [article(f"a{day}", date=f"2023-11-0{day}T09:00") for day in (3, 2, 1)]

    everything = next(plan_feeds(publication(*articles), 2))

    assert everything.spec == ("home", "", ("a3", "a2"))


def test_drafts_and_embargoed_articles_are_in_no_feed_but_their_tags_have_one() -> None:
    outputs = list(plan_feeds(publication(*HIDDEN, tags=(RADIO, VIDEO)), 20))

    assert {articles for _, _, articles in (output.spec for output in outputs)} == {()}
    assert {"tags/radio/feed.xml", "tags/video/feed.xml"} <= {output.path for output in outputs}


def test_what_is_hidden_takes_no_place_in_a_feed() -> None:
    everything = next(plan_feeds(publication(*HIDDEN, article("old", date="2023-01-01T09:00")), 1))

    assert everything.spec == ("home", "", ("old",))


def test_a_tag_that_no_article_carries_has_no_feed() -> None:
    assert "tags/radio/feed.xml" not in {
        output.path for output in plan_feeds(publication(article(), tags=(RADIO, VIDEO)), 20)
    }


def test_a_feed_is_at_its_former_addresses_too() -> None:
    moved = (
        PageRedirect("/2023/10/old/", "/2023/11/one/"),
        PageRedirect("/clips/", "/tags/video/"),
        PageRedirect("/films/", "/tags/video/"),
        PageRedirect("/films/feed.xml/", "/about/"),
        PageRedirect("/media.html", "/media/"),
        PageRedirect("/rss.xml/", "/feed.xml"),
        PageRedirect("/shop/", "https://shop.example/"),
    )
    whole = publication(article(), redirects=moved)

    copies = {output.path: output for output in plan_feeds(whole, 20) if output.kind == COPY}

    assert {path: output.spec for path, output in copies.items()} == {
        "clips/feed.xml": ("tags/video/feed.xml", "tag", "video", ("one",)),
        "rss.xml": ("feed.xml", "home", "", ("one",)),
    }
    assert atom(make_former_feed(view(article()), copies["rss.xml"])) == atom(feeds(article())[0])


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


def test_what_is_over_leaves_the_feeds_and_what_is_retracted_stays_with_the_reason() -> None:
    over = article("over", date="2023-11-03T09:00", over_since=at("2023-11-20T09:00"))
    retracted = article("gone", date="2023-11-02T09:00", summary="Why.", retracted_since=at("2023-11-20T09:00"))
    body = Body(blocks=paragraphs("Why."), dont_miss_after=None, words=1)

    everything = feeds(over, retracted, article("one"), bodies={"gone": body})[0]

    first, second = (entry.xml.decode() for entry in everything.entries)
    assert "<title>Retracted: Gone</title>" in first
    assert first.count("Why.") == 2
    assert everything.entries[0].updated == at("2023-11-20T09:00")
    assert "<title>One</title>" in second
