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


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """One service."""

    name: str
    """For readers."""
    link: Callable[[Post], str]
    opens_window: bool = True


def _address(base: str, **values: str) -> str:
    """Return `base` with a query of those `values`, encoded already, that are not empty."""
    return base + "?" + "&".join(f"{name}={value}" for name, value in values.items() if value)


def _encoded(*texts: str) -> str:
    """Return `texts` as one, every reserved character encoded."""
    return "".join(map(_quoted, texts))


@lru_cache(maxsize=16)  # the links of one article hold title and URL ten times; encoding them costs most
def _quoted(text: str) -> str:
    return quote(text, safe="")


def _x(post: Post) -> str:
    others = _X_URL_LENGTH + len(" ") + (len(f" via @{post.via}") if post.via else 0)
    title = shorten(post.title, _X_LIMIT - others, weighted_length)
    return _address("https://x.com/intent/tweet", text=_encoded(title), url=_encoded(post.url), via=_encoded(post.via))


def _facebook(post: Post) -> str:
    return _address("https://www.facebook.com/sharer/sharer.php", u=_encoded(post.url))


def _linkedin(post: Post) -> str:
    return _address("https://www.linkedin.com/sharing/share-offsite/", url=_encoded(post.url))


def _whatsapp(post: Post) -> str:
    return _address("https://wa.me/", text=_encoded(post.title, "\n", post.url))


def _telegram(post: Post) -> str:
    return _address("https://t.me/share/url", url=_encoded(post.url), text=_encoded(post.title))


def _threads(post: Post) -> str:
    return _address("https://www.threads.com/intent/post", text=_encoded(post.title), url=_encoded(post.url))


def _bluesky(post: Post) -> str:
    title = shorten(post.title, _BLUESKY_LIMIT - grapheme_length(f" {post.url}"), grapheme_length)
    return _address("https://bsky.app/intent/compose", text=_encoded(title, " ", post.url))


def _reddit(post: Post) -> str:
    return _address("https://www.reddit.com/submit", url=_encoded(post.url), title=_encoded(post.title))


def _line(post: Post) -> str:
    return _address("https://social-plugins.line.me/lineit/share", url=_encoded(post.url), text=_encoded(post.title))


def _email(post: Post) -> str:
    # RFC 6068: a new line is CR LF; a space is %20, as a mail program shows a plus as a plus.
    return _address("mailto:", subject=_encoded(post.title), body=_encoded(post.title, "\r\n\r\n", post.url))


NETWORKS = {
    "x": Network(name="X", link=_x),
    "facebook": Network(name="Facebook", link=_facebook),
    "linkedin": Network(name="LinkedIn", link=_linkedin),
    "whatsapp": Network(name="WhatsApp", link=_whatsapp),
    "telegram": Network(name="Telegram", link=_telegram),
    "threads": Network(name="Threads", link=_threads),
    "bluesky": Network(name="Bluesky", link=_bluesky),
    "reddit": Network(name="Reddit", link=_reddit),
    "line": Network(name="LINE", link=_line),
    "email": Network(name="e-mail", link=_email, opens_window=False),
}
"""Every service by the short name that settings and icons use, in the default order of the links."""
