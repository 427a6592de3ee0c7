"""Settings of the feeds."""

from pydantic import Field

from plugins.newsroom.settings import PluginSettings


class FeedsSettings(PluginSettings):
    """The Atom feeds."""

    size: int = Field(default=20, ge=1)
    """Articles in one feed, the newest ones."""
