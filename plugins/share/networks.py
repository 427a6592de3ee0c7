"""The services to share on, in the order of their links unless `SHARE` says otherwise.

Addresses and limits are the contract with each service; they stand here and nowhere else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from plugins.share.lengths import grapheme_length, shorten, weighted_length

_X_LIMIT = 280
_X_URL_LENGTH = 23
"""Length that X counts for any URL, however long it is (general knowledge, not looked up)."""
_BLUESKY_LIMIT = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An article as it is shared."""

    title: str
    url: str
    """Absolute."""
    via: str
    """The publication's handle on X, without @; may be empty."""


def _whole_title(post: Post) -> str:
    return post.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """One service."""

    name: str
    """For readers; empty for e-mail, which is no service and has its name from the words of the publication."""
    address: str
    """Address of its page, with places for `{url}`, `{title}` and `{via}`."""
    title: Callable[[Post], str] = _whole_title
    """Returns the title of a post as long as the service takes it."""
    opens_window: bool = True

    def link(self, post: Post) -> str:
        via = f"&via={_quoted(post.via)}" if post.via else ""
        return self.address.format(url=_quoted(post.url), title=_quoted(self.title(post)), via=via)


@lru_cache(maxsize=16)  # the links of one article hold title and URL ten times; encoding them costs most
def _quoted(text: str) -> str:
    return quote(text, safe="")


def _title_for_x(post: Post) -> str:
    others = _X_URL_LENGTH + len(" ") + (len(f" via @{post.via}") if post.via else 0)
    return shorten(post.title, _X_LIMIT - others, weighted_length)


def _title_for_bluesky(post: Post) -> str:
    return shorten(post.title, _BLUESKY_LIMIT - grapheme_length(f" {post.url}"), grapheme_length)


NETWORKS = {
    "x": Network(name="X", address="https://x.com/intent/tweet?text={title}&url={url}{via}", title=_title_for_x),
    "facebook": Network(name="Facebook", address="https://www.facebook.com/sharer/sharer.php?u={url}"),
    "linkedin": Network(name="LinkedIn", address="https://www.linkedin.com/sharing/share-offsite/?url={url}"),
    "whatsapp": Network(name="WhatsApp", address="https://wa.me/?text={title}%0A{url}"),
    "telegram": Network(name="Telegram", address="https://t.me/share/url?url={url}&text={title}"),
    "threads": Network(name="Threads", address="https://www.threads.com/intent/post?text={title}&url={url}"),
    "bluesky": Network(
        name="Bluesky", address="https://bsky.app/intent/compose?text={title}%20{url}", title=_title_for_bluesky
    ),
    "reddit": Network(name="Reddit", address="https://www.reddit.com/submit?url={url}&title={title}"),
    "line": Network(name="LINE", address="https://social-plugins.line.me/lineit/share?url={url}&text={title}"),
    # RFC 6068: a new line is CR LF; a space is %20, as a mail program shows a plus as a plus.
    "email": Network(name="", address="mailto:?subject={title}&body={title}%0D%0A%0D%0A{url}", opens_window=False),
}
"""Every service by the short name that settings and icons use, in the default order of the links."""
