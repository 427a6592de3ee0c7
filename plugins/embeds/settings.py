"""Settings of embeds: `EMBEDS` in `pelicanconf.py`."""

from plugins.newsroom.embeds.host_settings import EmbedHostSettings


class EmbedsSettings(EmbedHostSettings):
    """Videos, posts and episodes of other sites, which texts show as cards."""
