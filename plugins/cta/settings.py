"""Settings of the calls to action: `CTA` in `pelicanconf.py`."""

from typing import Annotated

from pydantic import StringConstraints

from plugins.cta.newsletter_providers import Newsletter, Text
from plugins.newsroom.settings import PluginSettings


class TelegramSettings(PluginSettings):
    """A public channel on Telegram."""

    channel: Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]{4,31}$")]
    """The channel's public name, without @."""
    text: Text
    """A reason to follow, in one sentence for readers."""


class CtaSettings(PluginSettings):
    """Calls to action; a call that is left out is shown nowhere."""

    telegram: TelegramSettings | None = None
    """The channel to follow."""
    newsletter: Newsletter | None = None
    """The newsletter and its provider."""
