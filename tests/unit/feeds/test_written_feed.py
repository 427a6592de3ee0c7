from plugins.feeds.written_feed import EPOCH, digested_entry, join_entries
from tests.unit.feeds.fed import feeds
from tests.values import article, at


def test_entries_stand_before_the_end_of_the_document() -> None:
    feed = feeds(article("one"), article("two"))[0]

    data = join_entries(b"<a></a>", b"</a>", feed, between=b"|")

    first, second = (entry.data for entry in feed.entries)
    assert data == b"<a>" + first + b"|" + second + b"</a>"


def test_a_feed_changed_with_its_newest_entry_and_an_empty_one_never() -> None:
    assert feeds(article(updated=at("2023-11-05T09:00")))[0].changed == at("2023-11-05T09:00")
    assert feeds()[0].changed == EPOCH


def test_entries_are_told_apart_by_their_bytes() -> None:
    assert digested_entry(EPOCH, b"a") == digested_entry(EPOCH, b"a")
    assert digested_entry(EPOCH, b"a") != digested_entry(EPOCH, b"b")
