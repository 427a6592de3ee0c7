"""Settings of the press."""

from plugins.newsroom.settings import PluginSettings


class PressSettings(PluginSettings):
    """What is written beside the publication."""

    patterns: bool = False
    """Whether `/patterns/` shows every component; for the preview."""
