"""Typogrify for the text that Pelican does not send through it: titles, summaries, introductions."""

import html
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import smartypants
from markupsafe import Markup
from typogrify.filters import typogrify

_DASHES = {
    "oldschool": smartypants.Attr.set2,
    "oldschool_inverted": smartypants.Attr.set3,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Typography:
    """How text is set, from Pelican's settings of Typogrify."""

    is_on: bool
    dashes: str = "default"
    ignore_tags: tuple[str, ...] = ()
    omit_filters: tuple[str, ...] = ()

    def line(self, text: str) -> Markup:
        """Return plain text as markup, set as the body is."""
        # Quotes stay as they are: Typogrify turns real ones, not entities, into curly ones.
        return self.markup(html.escape(text, quote=False))

    def markup(self, text: str) -> Markup:
        """Return markup, set as Pelican sets the body."""
        if not self.is_on or not text:
            return Markup(text)
        # As Pelican does before every file; Typogrify reads it from there.
        smartypants.Attr.default = _DASHES.get(self.dashes, smartypants.Attr.set1) | smartypants.Attr.w
        omitted = dict.fromkeys(self.omit_filters, False)
        return Markup(typogrify(text, list(self.ignore_tags), **omitted))


def read_typography(settings: Mapping[str, Any]) -> Typography:
    """Return the typography that Pelican's settings ask for."""
    return Typography(
        is_on=bool(settings.get("TYPOGRIFY", False)),
        dashes=str(settings.get("TYPOGRIFY_DASHES", "default")),
        ignore_tags=tuple(settings.get("TYPOGRIFY_IGNORE_TAGS", ())),
        omit_filters=tuple(settings.get("TYPOGRIFY_OMIT_FILTERS", ())),
    )
