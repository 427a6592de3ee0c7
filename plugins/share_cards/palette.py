"""The colours of share cards: those of the light page, the publication's own or read from the theme's tokens."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from plugins.newsroom.markup import Colour

_TOKEN = re.compile(r"--(?P<name>[a-z-]+):\s*(?P<value>#[0-9a-fA-F]{6})\b")
COLOURS: tuple[str, ...] = get_args(Colour)
_USUAL = {
    "paper": "#ffffff",
    "tint": "#eeeeee",
    "ink": "#111111",
    "quiet": "#555555",
    "hairline": "#cccccc",
    "accent": "#b02020",
}
"""For a theme without such a token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours by their role, as `#rrggbb`."""

    paper: str
    tint: str
    ink: str
    quiet: str
    hairline: str
    accent: str
    sections: tuple[tuple[str, str], ...]
    """Colours of categories, by name."""

    def section(self, name: str) -> str:
        """Return the colour of a category."""
        return dict(self.sections)[name]


def palette_of(tokens: str, own: Mapping[str, str] | None = None) -> Palette:
    """Return the palette of a stylesheet with tokens such as `--paper: #fbf9f4`; the first of a name counts.

    `own` are colours of the publication, which count before those.
    """
    found = dict(own or {})
    for match in _TOKEN.finditer(tokens):
        found.setdefault(match["name"], match["value"].lower())
    roles = {name: found.get(name, usual) for name, usual in _USUAL.items()}
    return Palette(**roles, sections=tuple((name, found.get(name, roles["accent"])) for name in COLOURS))
