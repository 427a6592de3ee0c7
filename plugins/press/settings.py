"""Settings of the press."""

from plugins.newsroom.settings import PluginSettings


class PressSettings(PluginSettings):
    """`PRESS` in `pelicanconf.py`."""

    patterns: bool = False
    """Whether `/patterns/` shows every component; for the preview."""
