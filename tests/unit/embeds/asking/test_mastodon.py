import json
from datetime import date
from typing import Any

import pytest

from plugins.embeds.asking.careful_get import GetError
from plugins.embeds.asking.mastodon import read_status, status_url
from plugins.embeds.asking.oembed import HostWords
from plugins.newsroom.embeds.embed_cache import EmbedNotes

POST: dict[str, Any] = {
    "account": {"display_name": "Ana Lim", "acct": "ana"},
    "content": "<p>Shelves are <b>full</b>.</p><p>Prices &amp; all.</p>",
    "created_at": "2026-11-20T09:00:00.000Z",
    "media_attachments": [{"preview_url": "https://files.example/1.jpg"}],
}


def read(**changes: Any) -> HostWords:
    return read_status(json.dumps({**POST, **changes}).encode())


def test_a_post_gives_its_words_author_day_and_picture() -> None:
    notes = EmbedNotes(text="Shelves are full. Prices & all.", author="Ana Lim", date=date(2026, 11, 20))

    assert read() == HostWords(notes, "https://files.example/1.jpg")


def test_a_post_behind_a_warning_gives_the_warning_alone() -> None:
    assert (read(spoiler_text="Numbers").notes.text, read(spoiler_text="Numbers").picture_url) == ("Numbers", "")
    assert read(sensitive=True).picture_url == ""


def test_what_is_missing_or_wrong_is_left_out() -> None:
    bare = read(account={"acct": "ana"}, content=None, created_at="x", media_attachments=[None, {"preview_url": 1}])

    assert bare == HostWords(EmbedNotes(author="ana"), "")


@pytest.mark.parametrize("data", [b"<html>", b"[]", b'{"error": "x"}', b'{"account": 1}'])
def test_an_answer_of_another_form_is_refused(data: bytes) -> None:
    with pytest.raises(GetError, match="answers in another form than its API has"):
        read_status(data)


def test_the_post_is_asked_for_at_its_server() -> None:
    url = status_url("https://social.example/api/oembed", "https://social.example/@ana/123")

    assert url == "https://social.example/api/v1/statuses/123"
