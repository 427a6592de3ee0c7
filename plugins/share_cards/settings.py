"""Settings of the share cards: `SHARE_CARDS` in `pelicanconf.py`."""

from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator

from plugins.newsroom.settings import PluginSettings

Script = Literal["serif", "sans", "arabic", "hebrew", "thai", "devanagari", "hant", "hans", "jpan", "kore"]


class ShareCardsSettings(PluginSettings):
    """Share cards: the pictures that services show beside a link to a page."""

    show: Literal["all", "without photograph"] = "all"
    """`all`: every page has a card of its own. `without photograph`: an article with a picture is shared with that."""
    preview: int = Field(default=12, ge=0)
    """The preview draws cards of so many of the newest articles, beside those of drafts and of what is embargoed, so
    that it starts fast."""
    fonts: dict[Script, str] = Field(default={})
    """Fonts in the place of those that come with the kit: paths of TTF, OTF or WOFF2 files by script. `serif` sets
    headlines in Latin, Greek and Cyrillic, `sans` all else in them; `hant` and `hans` are for Chinese."""

    @field_validator("fonts")
    @classmethod
    def check_fonts(cls, fonts: dict[Script, str]) -> dict[Script, str]:
        for script, path in fonts.items():
            if not Path(path).is_file():
                raise ValueError(f"{script}: there is no file {path!r}; write its path below the project's folder")
            if not _is_font(path):
                raise ValueError(f"{script}: {path!r} is no font that can be read; name a TTF, OTF or WOFF2 file")
        return fonts


def _is_font(path: str) -> bool:
    from PIL import ImageFont  # here, for few publications name fonts

    try:
        ImageFont.truetype(path, 12)
    except OSError:
        return False
    return True
