"""Settings of the calls to action: `CTA` in `pelicanconf.py`."""

from typing import Annotated

from pydantic import Field, StringConstraints

from plugins.cta.newsletter_providers import Newsletter, Text
from plugins.newsroom.settings import PluginSettings


class TelegramSettings(PluginSettings):
    """A public channel on Telegram."""

    channel: Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]{4,31}$")]
    """The channel's public name, without @."""
    text: Text
    """A reason to follow, in one sentence for readers."""


class CallTexts(PluginSettings):
    """Texts of the calls on pages in another language; one that is left out is the same as on all others."""

    telegram: str = ""
    """The `text` about the channel."""
    promise: str = ""
    """The newsletter's."""
    frequency: str = ""
    """The newsletter's."""
    also: str = ""
    """The newsletter's."""


class CtaSettings(PluginSettings):
    """Calls to action; a call that is left out is shown nowhere."""

    telegram: TelegramSettings | None = None
    """The channel to follow."""
    newsletter: Newsletter | None = None
    """The newsletter and its provider."""
    languages: dict[str, CallTexts] = Field(
        default_factory=dict,
        description='Texts in languages that `DESK` declares: `{"id": {"telegram": "Berita begitu terbit."}}`.',
    )

    def in_language(self, lang: str) -> "CtaSettings":
        """Return the settings with the texts for pages in a language."""
        texts = self.languages.get(lang)
        if texts is None:
            return self
        telegram, newsletter = self.telegram, self.newsletter
        if telegram and texts.telegram:
            telegram = telegram.model_copy(update={"text": texts.telegram})
        if newsletter:
            given = texts.model_dump(exclude={"telegram"}, exclude_defaults=True)
            newsletter = newsletter.model_copy(update=given)
        return self.model_copy(update={"telegram": telegram, "newsletter": newsletter})
