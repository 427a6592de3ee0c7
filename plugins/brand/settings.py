"""Settings of the brand: `BRAND` in `pelicanconf.py`."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, field_validator

from plugins.newsroom.settings import PluginSettings

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


def _six_digits(colour: str) -> str:
    """Return a colour as `#rrggbb`. Raises ValueError."""
    if not _COLOUR.fullmatch(colour):
        raise ValueError(f"{colour!r} is no colour as it is written here; write '#' and six digits, such as '#0058a3'")
    digits = colour[1:].lower()
    return f"#{''.join(2 * digit for digit in digits) if len(digits) == 3 else digits}"


HexColour = Annotated[str, AfterValidator(_six_digits)]


class PageColours(PluginSettings):
    """Colours of the light page, or of the dark one; those that are left out are the theme's."""

    paper: HexColour | None = None
    """The page itself. `tint` and `hairline` follow it, unless they are given."""
    tint: HexColour | None = None
    """Boxes on it."""
    ink: HexColour | None = None
    """Text and heavy rules."""
    quiet: HexColour | None = None
    """Text that stands back: times, captions, links that were visited."""
    hairline: HexColour | None = None
    """Thin rules."""
    edge: HexColour | None = None
    """Frames of fields and buttons."""
    accent: HexColour | None = None
    """Kickers, the don't-miss rule, the button of the newsletter."""


class BrandSettings(PluginSettings):
    """Colours of the publication. Everything else of its look lies as files in `content/brand/`."""

    accent: HexColour | None = None
    """One colour for both pages: its lightness is moved where text in it could not be read."""
    short_name: str = Field(default="", max_length=30)
    """Name below the icon on a phone's home screen, best up to 12 letters; the whole name where it is empty."""
    light: PageColours = Field(default=PageColours())
    """Colours of the light page, taken as they are, or refused with the figures."""
    dark: PageColours = Field(default=PageColours())
    """The same for the dark page."""

    @field_validator("short_name")
    @classmethod
    def _one_line(cls, name: str) -> str:
        if name != " ".join(name.split()):
            raise ValueError(f"{name!r} has spaces or line ends too many; write {' '.join(name.split())!r}")
        return name
