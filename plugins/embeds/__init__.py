"""Videos, posts and episodes of other sites: frames that open in a page of our own, and words of their cards."""

from plugins.embeds.plugin import register

__all__ = ["register"]
