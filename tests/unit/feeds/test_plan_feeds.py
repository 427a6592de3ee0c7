from dataclasses import replace

import pytest

from plugins.feeds.plan_feeds import COPY, FeedSpec, plan_feeds
from plugins.feeds.settings import FeedsSettings
from plugins.newsroom.addresses.address_forms import PageRedirect
from plugins.newsroom.syndication.feed_formats import USUAL_FORMATS
from tests.values import ARI, MEDIA, MEI, VIDEO, article, at, publication

ATOM = FeedsSettings(formats=dict.fromkeys(USUAL_FORMATS, ("atom",)))
RADIO = replace(VIDEO, slug="radio", name="Radio")
HIDDEN = [article("draft", is_draft=True, tags=(RADIO,)), article("held", embargo=at("2035-01-01T00:00"))]


def test_every_front_has_a_feed() -> None:
    outputs = list(plan_feeds(publication(article()), ATOM))

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

    assert [output.spec[:4] for output in plan_feeds(publication(shared), ATOM)] == [
        ("home", "", "atom", ("shared",)),
        ("category", "social", "atom", ()),
        ("category", "media", "atom", ("shared",)),
        ("author", "ari", "atom", ("shared",)),
        ("author", "mei", "atom", ("shared",)),
    ]


def test_a_feed_holds_the_newest_articles_up_to_its_size() -> None:
    articles = [article(f"a{day}", date=f"2023-11-0{day}T09:00") for day in (3, 2, 1)]

    everything = next(plan_feeds(publication(*articles), FeedsSettings(size=2)))

    assert everything.spec[:4] == ("home", "", "atom", ("a3", "a2"))


def test_drafts_and_embargoed_articles_are_in_no_feed_but_their_tags_have_one() -> None:
    outputs = list(plan_feeds(publication(*HIDDEN, tags=(RADIO, VIDEO)), ATOM))

    assert {output.spec[3] for output in outputs} == {()}
    assert {"tags/radio/feed.xml", "tags/video/feed.xml"} <= {output.path for output in outputs}


def test_what_is_hidden_takes_no_place_in_a_feed() -> None:
    everything = next(plan_feeds(publication(*HIDDEN, article("old", date="2023-01-01T09:00")), FeedsSettings(size=1)))

    assert everything.spec[:4] == ("home", "", "atom", ("old",))


def test_a_tag_that_no_article_carries_has_no_feed() -> None:
    assert "tags/radio/feed.xml" not in {
        output.path for output in plan_feeds(publication(article(), tags=(RADIO, VIDEO)), ATOM)
    }


def test_a_feed_is_at_its_former_addresses_too() -> None:
    moved = (
        PageRedirect("/2023/10/old/", "/2023/11/one/"),
        PageRedirect("/clips/", "/tags/video/"),
        PageRedirect("/films/", "/tags/video/"),
        PageRedirect("/films/feed.xml/", "/about/"),
        PageRedirect("/media.html", "/media/"),
        PageRedirect("/atom.xml/", "/feed.xml"),
        PageRedirect("/shop/", "https://shop.example/"),
    )
    whole = publication(article(), redirects=moved)

    copies = {output.path: output for output in plan_feeds(whole, ATOM) if output.kind == COPY}

    assert {path: output.spec[:5] for path, output in copies.items()} == {
        "clips/feed.xml": ("tags/video/feed.xml", "tag", "video", "atom", ("one",)),
        "atom.xml": ("feed.xml", "home", "", "atom", ("one",)),
    }


def test_fronts_have_the_formats_that_are_set_and_home_all_by_default() -> None:
    some = FeedsSettings(formats={"category": ("rss", "rss"), "tag": (), "author": ()})

    paths = [output.path for output in plan_feeds(publication(article()), some)]

    assert paths == ["feed.xml", "rss.xml", "feed.json", "social/rss.xml", "media/rss.xml"]


def archives(count: int, most: int, size: int = 2) -> dict[str, FeedSpec]:
    """Return the feeds of a publication of `count` articles, a1 being the oldest, by path."""
    articles = [article(f"a{day}", date=f"2023-11-{day:02}T09:00") for day in range(1, count + 1)]
    settings = FeedsSettings(
        size=size, formats=dict.fromkeys(USUAL_FORMATS, ()) | {"home": ("atom",)}, archives={"home": most}
    )
    return {output.path: FeedSpec._make(output.spec) for output in plan_feeds(publication(*articles), settings)}


def test_archives_are_full_ones_counted_from_the_oldest_article() -> None:
    found = archives(5, most=9)

    assert [(path, spec.articles, spec.older, spec.newer) for path, spec in found.items()] == [
        ("feed.xml", ("a5", "a4"), 2, 0),
        ("feeds/1/feed.xml", ("a2", "a1"), 0, 2),
        ("feeds/2/feed.xml", ("a4", "a3"), 1, 0),
    ]


def test_only_so_many_archives_stay_the_newest_ones() -> None:
    found = archives(9, most=2)

    assert [(path, spec.older, spec.newer) for path, spec in found.items()] == [
        ("feed.xml", 4, 0),
        ("feeds/3/feed.xml", 0, 4),
        ("feeds/4/feed.xml", 3, 0),
    ]


@pytest.mark.parametrize(("count", "most"), [(0, 5), (1, 5), (2, 5), (9, 0)])
def test_a_short_feed_has_no_archive_nor_has_one_that_wants_none(count: int, most: int) -> None:
    assert [*archives(count, most)] == ["feed.xml"]


@pytest.mark.parametrize("count", range(1, 12))
def test_every_article_is_in_the_feed_or_in_an_archive(count: int) -> None:
    found = archives(count, most=99)

    assert {slug for spec in found.values() for slug in spec.articles} == {f"a{day}" for day in range(1, count + 1)}


def test_a_new_article_changes_few_archives() -> None:
    changed = [path for path, spec in archives(9, most=9).items() if spec != archives(8, most=9).get(path)]

    assert changed == ["feed.xml"]
