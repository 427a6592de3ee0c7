import pytest

from plugins.feeds.feed_entry import FeedName
from plugins.newsroom.forms.shown_picture import Candidate, Picture
from tests.unit.feeds.fed import entry_of
from tests.unit.feeds.test_atom import PICTURE
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


def test_the_picture_is_the_wide_one_else_the_largest_for_every_browser() -> None:
    files = (Candidate("/news/pictures/y-480-aa.jpg", 480), Candidate("/news/pictures/y-1200-aa.jpg", 1200))
    tall = Picture(url=files[-1].url, older=files, width=3000, height=4000, alt="A shelf", bytes=70_000)

    wide, large = (entry_of(article(picture=each)).image for each in (PICTURE, tall))

    assert wide
    assert large
    assert (wide.url, wide.width, wide.height, wide.size) == (
        "https://example.test/news/pictures/y-16x9.jpg",
        1200,
        675,
        88_000,
    )
    assert (large.url, large.width, large.height, large.size) == (
        "https://example.test/news/pictures/y-1200-aa.jpg",
        1200,
        1600,
        70_000,
    )


@pytest.mark.parametrize(("lang", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_an_entry_tells_its_language_and_direction(lang: str, direction: str) -> None:
    entry = entry_of(article(lang=lang))

    assert (entry.lang, entry.direction) == (lang, direction)
