import json
from datetime import date
from typing import Any

import pytest

from plugins.embeds.asking.careful_get import GetError
from plugins.embeds.asking.oembed import HostWords, read_oembed
from plugins.newsroom.embeds.embed_cache import EmbedNotes


def read(**found: Any) -> HostWords:
    return read_oembed(json.dumps(found).encode())


def test_a_video_gives_title_author_and_picture() -> None:
    words = read(
        type="video",
        title="How prices are set",
        author_name="Trade Desk",
        thumbnail_url="https://i.example/1.jpg",
        html="<iframe src='https://video.example/embed/1'></iframe>",
    )

    assert words == HostWords(EmbedNotes(title="How prices are set", author="Trade Desk"), "https://i.example/1.jpg")


def test_a_post_gives_words_author_and_day() -> None:
    html = (
        "<blockquote><p>Shelves are full. <a href='https://t.example/1'>pic.twitter.com/AbC1</a></p>"
        "&mdash; Ana (@ana) <a href='https://x.com/ana/status/1'>March 21, 2026</a></blockquote>"
    )

    notes = EmbedNotes(text="Shelves are full.", author="Ana", date=date(2026, 3, 21))
    assert read(type="rich", author_name="Ana", html=html, title=None).notes == notes


def test_a_post_of_bluesky_gives_the_number_of_its_account() -> None:
    html = (
        '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:abc234/app.bsky.feed.post/3k">'
        "<p>Full shelves</p>Ana (<a href='x'>@ana.example</a>) <a href='x'>August 7, 2026 at 4:05 AM</a></blockquote>"
    )

    notes = EmbedNotes(text="Full shelves", author="Ana", date=date(2026, 8, 7), did="did:plc:abc234")
    assert read(type="rich", author_name="Ana", html=html).notes == notes


def test_words_that_say_nothing_are_left_out() -> None:
    html = (
        "<blockquote><p><a href='x'>View this post on Instagram</a></p>"
        "<p><a href='x'>A post shared by Ana Lim (@ana)</a></p></blockquote>"
    )

    assert read(html=html, title="New status by ana").notes == EmbedNotes(author="Ana Lim (@ana)")


def test_the_picture_of_a_photograph_is_itself() -> None:
    words = read(type="photo", title="One", url="https://i.example/full.jpg", thumbnail_url="https://i.example/s.jpg")

    assert words.picture_url == "https://i.example/full.jpg"


@pytest.mark.parametrize("day", ["February 30, 2026", "yesterday", ""])
def test_a_day_that_is_none_is_left_out(day: str) -> None:
    assert read(title="One", html=f"<blockquote><a>{day}</a></blockquote>").notes.date is None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<html>", "answers in another form than oEmbed"),
        (b"\xff\xfe", "answers in another form than oEmbed"),
        (b"[" * 100_000, "answers in another form than oEmbed"),
        (b"[]", "answers in another form than oEmbed"),
        (b"{}", "says neither title nor author"),
        (b'{"title": 5, "author_name": ["x"], "html": {}, "thumbnail_url": 7}', "says neither title nor author"),
    ],
)
def test_an_answer_of_another_form_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(GetError) as error:
        read_oembed(data)

    assert str(error.value) == words
