"""Makes the calls to action at the end of an article: follow us on Telegram, get the free newsletter."""

from plugins.cta.plugin import register

__all__ = ["register"]
