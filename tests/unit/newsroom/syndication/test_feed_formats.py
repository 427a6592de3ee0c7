from plugins.newsroom.syndication.feed_formats import FEED_FILES, USUAL_FORMATS, feed_formats


def test_each_format_has_a_file_of_its_own() -> None:
    assert [file.name for file in FEED_FILES.values()] == ["feed.xml", "rss.xml", "feed.json"]


def test_settings_name_the_formats_of_some_fronts_and_mistakes_are_left_to_their_check() -> None:
    assert feed_formats({}) == USUAL_FORMATS
    assert feed_formats({"FEEDS": {"formats": {"tag": ["rss"]}}})["tag"] == ("rss",)
    assert feed_formats({"FEEDS": {"formats": {"tag": ["rss"]}}})["home"] == ("atom", "rss", "json")
    assert feed_formats({"FEEDS": "all"}) == USUAL_FORMATS
