"""Settings of the press."""

from plugins.newsroom.settings import PluginSettings


class PressSettings(PluginSettings):
    """Pages that the press adds to the publication."""

    patterns: bool = False
    """Adds `/patterns/`, a page with every component; for the preview."""
