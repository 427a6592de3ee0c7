"""The brand's own pictures, drawn from its wordmark: share card, publisher logo, icons."""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image

from press.forms import Form, disc, moved, rect, scaled
from press.inks import inks_of
from press.paths import is_counter, path
from press.screens import fade
from press.sheet import COLOUR, INK, PAPER, Sheet

_ACCENT = "red"
_WORDMARK_SIZE = (542.5, 132)
_SHARE_SIZE = (1200, 630)
_LOGO_SIZE = (264, 60)
_ICON_SIZE = 180

# The wordmark's gesture on a grid of 64: the L's foot drops below its line and runs on as a rule.
_STEM, _FOOT = (6, 4, 20, 56), (6, 47, 53, 13)


def read_wordmark(drawing: Path) -> Form:
    """Read the letters' outlines from the wordmark; ValueError where the drawing holds no path."""
    found = re.search(r'<path d="([^"]+)"', drawing.read_text(encoding="utf-8"))
    if not found:
        raise ValueError(f'{drawing.name}: no <path d="..."> in it')
    return path(found[1])


def share_card(letters: Form) -> Image.Image:
    """Print the card that stands for pages without a picture of their own."""
    sheet = Sheet(*_SHARE_SIZE)
    sun = disc(930, 130, 400)
    sheet.fill(COLOUR, sun)
    sheet.dots(PAPER, sun, fade((0, 20), (0, 520), 0.0, 0.66), pitch=28)
    _lay_letters(sheet, letters, corner=(84, 318), width=1032)
    sheet.fill(INK, rect(0, 606, 1200, 24))
    return sheet.printed(inks_of(_ACCENT), (6, -5))


def logo(letters: Form) -> Image.Image:
    """Print the wordmark alone, 60 pixels high as structured data expects a publisher's logo to be."""
    sheet = Sheet(*_LOGO_SIZE)
    _lay_letters(sheet, letters, corner=(25, 4), width=214)
    return sheet.printed(inks_of(_ACCENT))


def touch_icon() -> Image.Image:
    """Print the icon for a phone's home screen: the L in paper on the accent, its rule in ink."""
    sheet = Sheet(_ICON_SIZE, _ICON_SIZE, ground=COLOUR)
    stem, foot = (scaled(moved(rect(*bar), 8, 8), _ICON_SIZE / 80) for bar in (_STEM, _FOOT))
    sheet.fill(PAPER, stem)
    sheet.fill(INK, foot)
    return sheet.printed(inks_of(_ACCENT))


def favicon() -> str:
    """Write the L as an SVG that follows the browser's light or dark scheme."""
    inks = inks_of(_ACCENT)
    ink, paper, accent = (f"#{bytes(tone).hex()}" for tone in (inks.ink, inks.paper, inks.colour))
    (x, y, width, height), (left, top, foot, rule) = _STEM, _FOOT
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><style>'
        f".l{{fill:{ink}}}@media (prefers-color-scheme:dark){{.l{{fill:{paper}}}}}</style>"
        f'<path class="l" d="M{x} {y}h{width}v{height}h-{width}z"/>'
        f'<path fill="{accent}" d="M{left} {top}h{foot}v{rule}h-{foot}z"/></svg>\n'
    )


def _lay_letters(sheet: Sheet, letters: Form, corner: tuple[float, float], width: float) -> None:
    placed = moved(scaled(letters, width / _WORDMARK_SIZE[0]), *corner)
    counters = [outline for outline in placed if is_counter(outline)]
    sheet.fill(INK, [outline for outline in placed if not is_counter(outline)], minus=counters)
