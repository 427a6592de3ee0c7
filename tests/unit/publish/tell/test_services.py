from plugins.publish.site.model import Notes
from plugins.publish.tell.changed_addresses import ChangedAddresses
from plugins.publish.tell.services import INDEXNOW, INDEXNOW_VARIABLE, calls, lacking

NOTES = Notes(hub="https://hub.example/", indexnow_key="0123456789abcdef")
URL = "https://a.example/news"


def test_a_hub_is_told_of_one_feed_a_call() -> None:
    changed = ChangedAddresses(feeds=(f"{URL}/feed.xml", f"{URL}/rss.xml"))
    first, second = calls("websub", NOTES, URL, changed, {})

    assert first.url == "https://hub.example/"
    assert first.fields == (
        ("hub.mode", "publish"),
        ("hub.url", f"{URL}/feed.xml"),
        ("hub.topic", f"{URL}/feed.xml"),
    )
    assert second.addresses == (f"{URL}/rss.xml",)


def test_indexnow_is_told_of_ten_thousand_pages_a_call_with_the_place_of_the_key() -> None:
    pages = tuple(f"{URL}/{number}/" for number in range(10_001))
    first, second = calls("indexnow", NOTES, URL, ChangedAddresses(pages=pages), {})

    assert first.url == INDEXNOW
    assert {name: value for name, value in first.json.items() if name != "urlList"} == {
        "host": "a.example",
        "key": "0123456789abcdef",
        "keyLocation": "https://a.example/news/0123456789abcdef.txt",
    }
    assert (len(first.json["urlList"]), second.json["urlList"]) == (10_000, [f"{URL}/10000/"])


def test_the_environment_names_another_search_engine() -> None:
    changed = ChangedAddresses(pages=(f"{URL}/",))
    (call,) = calls("indexnow", NOTES, URL, changed, {INDEXNOW_VARIABLE: "https://engine.example/indexnow"})

    assert call.url == "https://engine.example/indexnow"


def test_a_service_that_cannot_be_told_is_told_with_the_remedy() -> None:
    assert [lacking(service, NOTES) for service in ("websub", "indexnow")] == ["", ""]
    assert lacking("websub", Notes()).startswith("the feeds name no hub; set `hub` in FEEDS")
    assert lacking("indexnow", Notes()).startswith("the site has no key; set `indexnow_key` in CRAWLERS")
