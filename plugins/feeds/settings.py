"""Settings of the feeds."""

from pydantic import Field

from plugins.newsroom.settings import PluginSettings


class FeedsSettings(PluginSettings):
    """The Atom feeds, and podcasts."""

    size: int = Field(default=20, ge=1)
    """Articles in one feed, the newest ones."""
    podcast_size: int = Field(default=300, ge=1)
    """Episodes in one podcast, the newest ones: directories forget those that it no longer names."""
