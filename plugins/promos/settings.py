"""What a publication may choose about promotions: `PROMOS` in `pelicanconf.py`."""

from plugins.newsroom.settings import PluginSettings


class PromosSettings(PluginSettings):
    """The promo banner."""

    show: bool = True
    """Whether pages have a promo banner at all."""
