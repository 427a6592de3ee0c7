import pytest

from plugins.feeds.feed_entry import FeedName
from tests.unit.feeds.fed import entry_of
from tests.values import MEI, article, at


@pytest.mark.parametrize(
    ("feed_id", "known"),
    [
        (None, "https://example.test/news/2023/11/one/"),
        ("/2023/10/old/", "https://example.test/news/2023/10/old/"),
        ("tag:old.example,2012:12", "tag:old.example,2012:12"),
    ],
)
def test_an_entry_keeps_its_id_at_another_address(feed_id: str | None, known: str) -> None:
    entry = entry_of(article(feed_id=feed_id))

    assert (entry.id, entry.url) == (known, "https://example.test/news/2023/11/one/")


def test_an_entry_names_authors_category_and_tags_with_their_fronts() -> None:
    entry = entry_of(article(authors=(MEI,)))

    assert entry.authors == (FeedName("Mei Tan", "https://example.test/news/authors/mei/"),)
    assert entry.category == FeedName("Social", "https://example.test/news/social/")
    assert entry.tags == (FeedName("Video", "https://example.test/news/tags/video/"),)


def test_an_entry_was_updated_when_readers_should_know() -> None:
    assert entry_of(article()).updated == at("2023-11-01T09:00")
    assert entry_of(article(updated=at("2023-11-02T09:00"))).updated == at("2023-11-02T09:00")


@pytest.mark.parametrize(("lang", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_an_entry_tells_its_language_and_direction(lang: str, direction: str) -> None:
    entry = entry_of(article(lang=lang))

    assert (entry.lang, entry.direction) == (lang, direction)
