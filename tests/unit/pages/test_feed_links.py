from plugins.pages.feed_links import feed_links


def test_each_format_has_its_address_its_type_and_its_label() -> None:
    found = feed_links("Social: The Test", "/news/social/", ("json", "atom"))

    assert [(each.text, each.url, each.media_type) for each in found] == [
        ("Social: The Test", "/news/social/feed.xml", "application/atom+xml"),
        ("Social: The Test (JSON)", "/news/social/feed.json", "application/feed+json"),
    ]
