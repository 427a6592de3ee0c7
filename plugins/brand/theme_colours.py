"""The colours of the theme, read from its tokens: `--ink: light-dark(oklch(…), oklch(…))`."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from plugins.brand.colours import Oklch, hex_of

_PLAIN = re.compile(r"--(?P<name>[a-z-]+):\s*(?P<value>#[0-9a-fA-F]{6})\b")
_OKLCH = r"oklch\((?P<{0}>[^()]+)\)"
_PAIR = re.compile(
    rf"--(?P<name>[a-z-]+):\s*light-dark\(\s*{_OKLCH.format('light')}\s*,\s*{_OKLCH.format('dark')}\s*\)"
)


class Pair(NamedTuple):
    """A colour of the light page and that of the dark one, as `#rrggbb`."""

    light: str
    dark: str


_USUAL = {
    "paper": Pair("#ffffff", "#111111"),
    "tint": Pair("#f0f0f0", "#1c1c1c"),
    "plate": Pair("#f0f0f0", "#cccccc"),
    "ink": Pair("#111111", "#eeeeee"),
    "quiet": Pair("#555555", "#aaaaaa"),
    "hairline": Pair("#cccccc", "#444444"),
    "edge": Pair("#777777", "#888888"),
    "accent": Pair("#b02020", "#ff9988"),
    "on-accent": Pair("#ffffff", "#000000"),
}
"""For a theme without such a token."""


def theme_colours(tokens: str) -> Mapping[str, Pair]:
    """Return the colours of a stylesheet by the name of their token; the first of a name counts."""
    found = dict(_USUAL)
    plain = {match["name"]: match["value"].lower() for match in reversed([*_PLAIN.finditer(tokens)])}
    found |= {name: Pair(value, found[name].dark) for name, value in plain.items() if name in found}
    pairs = reversed([*_PAIR.finditer(tokens)])
    return found | {match["name"]: Pair(_hex(match["light"]), _hex(match["dark"])) for match in pairs}


def _hex(written: str) -> str:
    lightness, chroma, hue = written.split()
    share = float(lightness.rstrip("%")) / (100 if lightness.endswith("%") else 1)
    return hex_of(Oklch(share, float(chroma), float(hue)))
