"""Settings of the promotions: `PROMOS` in `pelicanconf.py`."""

from plugins.newsroom.settings import PluginSettings


class PromosSettings(PluginSettings):
    """The promo banner."""

    show: bool = True
    """Shows the banner; False for pages without one."""
