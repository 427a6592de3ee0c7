"""Posts of Mastodon by its own API: what it answers in the form of oEmbed has no words of the post.

docs.joinmastodon.org/methods/statuses: a public post needs no token.
"""

import datetime
import json
from typing import Any
from urllib.parse import urljoin

from plugins.embeds.asking.careful_get import GetError
from plugins.embeds.asking.oembed import MOST_OF_NAME, MOST_OF_TEXT, HostWords
from plugins.embeds.asking.plain_words import plain, words_of_html
from plugins.newsroom.embeds.embed_cache import EmbedNotes

PROVIDER = "mastodon"


def status_url(endpoint: str, address: str) -> str:
    """Return where the server with this endpoint of oEmbed tells of the post at an address."""
    return urljoin(endpoint, f"/api/v1/statuses/{address.rpartition('/')[2]}")


def read_status(data: bytes) -> HostWords:
    """Return what an answer says. Raises GetError if it is none.

    Of a post behind a warning it is the warning, and no picture.
    """
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not isinstance(found.get("account"), dict):
        raise GetError("answers in another form than its API has")
    account, warning = found["account"], plain(found.get("spoiler_text"), MOST_OF_TEXT)
    notes = EmbedNotes(
        text=warning or plain(words_of_html(found.get("content")), MOST_OF_TEXT),
        author=plain(account.get("display_name") or account.get("acct"), MOST_OF_NAME),
        date=_day(found.get("created_at")),
    )
    return HostWords(notes, "" if warning or found.get("sensitive") else _picture(found.get("media_attachments")))


def _day(written: object) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(str(written)[:10])
    except ValueError:
        return None


def _picture(attachments: Any) -> str:
    urls = [each.get("preview_url") for each in attachments or [] if isinstance(each, dict)]
    return next((url for url in urls if isinstance(url, str)), "")
