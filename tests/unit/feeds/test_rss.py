from dataclasses import replace
from xml.etree import ElementTree

import pytest

from plugins.feeds.rss import rss
from plugins.feeds.written_feed import FeedLinks
from tests.unit.feeds.fed import feeds
from tests.unit.feeds.heard import clip, player, playing
from tests.unit.feeds.test_atom import PICTURE
from tests.values import ARI, MEI, article, at

NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
}


def item(**changes: object) -> ElementTree.Element:
    found = ElementTree.fromstring(rss(feeds(article(**changes), form="rss")[0])).find("channel/item")
    assert found is not None
    return found


def test_an_item_has_the_whole_text_every_author_and_both_times() -> None:
    one = item(authors=(MEI, ARI), title="A < B", updated=at("2023-11-02T10:00"))

    assert one.findtext("title") == "A < B"
    assert one.findtext("link") == "https://example.test/news/2023/11/one/"
    assert [each.text for each in one.findall("dc:creator", NAMES)] == ["Mei Tan", "Ari Wibowo"]
    assert one.findtext("pubDate") == "Wed, 01 Nov 2023 09:00:00 +0800"
    assert one.findtext("atom:updated", None, NAMES) == "2023-11-02T10:00:00+08:00"
    assert "<p>Third.</p>" in (one.findtext("content:encoded", None, NAMES) or "")
    assert [(each.text, each.get("domain")) for each in one.findall("category")] == [
        ("Social", "https://example.test/news/social/"),
        ("Video", "https://example.test/news/tags/video/"),
    ]


@pytest.mark.parametrize(
    ("summary", "written"),
    [
        ("R&D at 5 < 6", "R&D at 5 < 6"),
        ("The <em> tag", "The &lt;em&gt; tag"),
        ("What &copy; is, & why", "What &amp;copy; is, &amp; why"),
    ],
)
def test_a_description_that_looks_like_markup_is_escaped_once_more(summary: str, written: str) -> None:
    assert item(summary=summary).findtext("description") == written


def test_a_guid_is_an_address_to_open_only_where_the_article_is_there() -> None:
    own, former = item().find("guid"), item(feed_id="/2023/10/old/").find("guid")

    assert own is not None
    assert former is not None
    assert (own.text, own.get("isPermaLink")) == ("https://example.test/news/2023/11/one/", "true")
    assert (former.text, former.get("isPermaLink")) == ("https://example.test/news/2023/10/old/", "false")


def test_an_item_has_one_enclosure_and_its_picture_beside_it() -> None:
    feed = feeds(article(picture=PICTURE), bodies={"one": playing(player(), clip())}, form="rss")[0]

    one = ElementTree.fromstring(rss(feed)).find("channel/item")

    assert one is not None
    assert [each.get("length") for each in one.findall("enclosure")] == ["11400000"]
    assert [each.get("fileSize") for each in one.findall("media:content", NAMES)] == ["88000"]


def test_a_channel_says_what_the_standard_asks_for() -> None:
    feed = feeds(form="rss")[3]

    channel = ElementTree.fromstring(rss(replace(feed, subtitle="", hub="https://hub.test/"))).find("channel")

    assert channel is not None
    assert [channel.findtext(name) for name in ("title", "link", "description", "language")] == [
        "Ari Wibowo: The Test",
        "https://example.test/news/authors/ari/",
        "Ari Wibowo: The Test",
        "en",
    ]
    assert [(each.get("rel"), each.get("href")) for each in channel.findall("atom:link", NAMES)] == [
        ("self", "https://example.test/news/authors/ari/rss.xml"),
        ("hub", "https://hub.test/"),
    ]


def test_an_archive_leads_to_its_neighbours() -> None:
    links = FeedLinks(current="https://e.test/rss.xml", older="https://e.test/1.xml", newer="")

    data = rss(replace(feeds(article(), form="rss")[0], links=links))

    rels = [each.get("rel") for each in ElementTree.fromstring(data).findall("channel/atom:link", NAMES)]
    assert rels == ["self", "current", "prev-archive"]
    assert b"fh:archive" in data
