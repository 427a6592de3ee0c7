"""Settings of the feeds."""

from typing import Annotated

from pydantic import Field

from plugins.newsroom.front_matter.types import Url
from plugins.newsroom.settings import PluginSettings
from plugins.newsroom.syndication.feed_formats import USUAL_FORMATS, FeedFormat, FrontWithFeed


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
    hub: Url | None = None
    """Address of a WebSub hub: feeds name it, and `PUBLISH["tell"]` tells it of changes."""
    podcast_size: int = Field(default=300, ge=1)
    """Episodes in one podcast, the newest ones: directories forget those that it no longer names."""

    def formats_of(self, kind: str) -> tuple[FeedFormat, ...]:
        """Return the formats of the feeds of a kind of front, each once."""
        own = next((formats for name, formats in self.formats.items() if name == kind), None)
        return tuple(dict.fromkeys(USUAL_FORMATS.get(kind, ()) if own is None else own))

    def archives_of(self, kind: str) -> int:
        """Return how many archives the feeds of a kind of front have at most."""
        return next((number for name, number in self.archives.items() if name == kind), 0)
