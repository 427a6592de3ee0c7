import json
from dataclasses import replace
from typing import Any

from plugins.feeds.json_feed import json_feed
from plugins.feeds.written_feed import FeedLinks
from tests.unit.feeds.fed import feeds
from tests.unit.feeds.heard import player, playing
from tests.unit.feeds.test_atom import PICTURE
from tests.values import ARI, MEI, article, at


def read(*articles: Any, **changes: Any) -> dict[str, Any]:
    feed = feeds(*articles, bodies={"one": playing(player())}, form="json")[0]
    found: dict[str, Any] = json.loads(json_feed(replace(feed, **changes)))
    return found


def test_an_item_has_the_members_of_the_standard() -> None:
    (item,) = read(article(authors=(MEI, ARI), picture=PICTURE, updated=at("2023-11-02T10:00"), lang="id"))["items"]

    html = item.pop("content_html")
    assert "First." in html
    assert item == {
        "id": "https://example.test/news/2023/11/one/",
        "url": "https://example.test/news/2023/11/one/",
        "title": "One",
        "summary": "What happened.",
        "date_published": "2023-11-01T09:00:00+08:00",
        "date_modified": "2023-11-02T10:00:00+08:00",
        "authors": [
            {"name": "Mei Tan", "url": "https://example.test/news/authors/mei/"},
            {"name": "Ari Wibowo", "url": "https://example.test/news/authors/ari/"},
        ],
        "tags": ["Social", "Video"],
        "language": "id",
        "image": "https://example.test/news/pictures/y-16x9.jpg",
        "attachments": [
            {
                "url": "https://example.test/news/files/012345012345/episode.mp3",
                "mime_type": "audio/mpeg",
                "size_in_bytes": 11400000,
                "duration_in_seconds": 750,
            }
        ],
    }


def test_a_feed_names_itself_its_front_and_what_came_before() -> None:
    feed = read(hub="https://hub.test/", links=FeedLinks(older="https://e.test/2.json"))

    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Test",
        "home_page_url": "https://example.test/news/",
        "feed_url": "https://example.test/news/feed.json",
        "description": "News of tests",
        "next_url": "https://e.test/2.json",
        "language": "en",
        "hubs": [{"type": "WebSub", "url": "https://hub.test/"}],
        "items": [],
    }


def test_several_items_are_one_list() -> None:
    items = read(article("one"), article("two", date="2023-10-01T09:00"))["items"]

    assert [item["title"] for item in items] == ["One", "Two"]
