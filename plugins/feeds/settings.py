"""Settings of the feeds."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from plugins.newsroom.front_matter.types import Url
from plugins.newsroom.settings import PluginSettings
from plugins.newsroom.syndication.feed_formats import USUAL_FORMATS, FeedFormat, FrontWithFeed

FeedText = Literal["full", "summary"]
_NAME = re.compile(r"[a-z][a-z0-9-]*")


def _checked_hub(address: str) -> str:
    """Return the address of a hub, which is a server of others. Raises ValueError."""
    if not address.startswith(("https://", "http://")):
        raise ValueError(f"{address!r} is no address of a hub; write it in full: https://…")
    return address


def _checked_name(name: str) -> str:
    """Return the name of a partner; one of digits alone would be an archive. Raises ValueError."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"no name for an address: {name!r}; begin with a letter, then a-z, 0-9 and hyphens")
    return name


class PartnerFeed(PluginSettings):
    """A feed for one partner. Of several lists of names an article needs one of each."""

    format: FeedFormat = "rss"
    """`rss`, `atom` or `json`."""
    categories: tuple[str, ...] = ()
    """Slugs of categories; `[]` for all."""
    tags: tuple[str, ...] = ()
    """Slugs of tags; `[]` for all."""
    authors: tuple[str, ...] = ()
    """Slugs of authors; `[]` for all."""
    text: FeedText = "full"
    """`full`, or `summary` for the summary alone."""
    hours: int | None = Field(default=None, ge=1)
    """Hours after which an article leaves the feed; without it the newest stay."""
    size: int = Field(default=50, ge=1)
    """Articles in the feed, the newest ones, fewer where they are more than 2 MB."""
    sponsored: bool = False
    """True to have articles in it that somebody paid for."""


class FeedsSettings(PluginSettings):
    """Feeds as Atom, RSS and JSON, and podcasts."""

    size: int = Field(default=20, ge=1)
    """Articles in one feed, the newest ones."""
    formats: dict[FrontWithFeed, tuple[FeedFormat, ...]] = Field(default_factory=dict)
    """Formats by kind of front: `atom`, `rss`, `json`. Where a kind is not named, all three for `home` and `language`,
    `atom` for `category`, `tag` and `author`; `[]` for none."""
    archives: dict[FrontWithFeed, Annotated[int, Field(ge=0)]] = Field(default={"home": 5, "language": 5})
    """Number of archives by kind of front (RFC 5005): feeds of as many older articles each, which readers may go back
    to; none where a kind is not named."""
    hub: Annotated[Url, AfterValidator(_checked_hub)] | None = None
    """Address of a WebSub hub: feeds name it, and `PUBLISH["tell"]` tells it of changes."""
    partners: dict[Annotated[str, AfterValidator(_checked_name)], PartnerFeed] = Field(default_factory=dict)
    """Feeds for aggregators and other partners by name, at `/feeds/<name>/rss.xml`; no page links to them."""
    podcast_size: int = Field(default=300, ge=1)
    """Episodes in one podcast, the newest ones: directories forget those that it no longer names."""

    def formats_of(self, kind: str) -> tuple[FeedFormat, ...]:
        """Return the formats of the feeds of a kind of front, each once."""
        own = next((formats for name, formats in self.formats.items() if name == kind), None)
        return tuple(dict.fromkeys(USUAL_FORMATS.get(kind, ()) if own is None else own))

    def archives_of(self, kind: str) -> int:
        """Return how many archives the feeds of a kind of front have at most."""
        return next((number for name, number in self.archives.items() if name == kind), 0)
