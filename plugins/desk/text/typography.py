"""Typogrify as Pelican's settings ask for it, for bodies, titles, summaries and introductions."""

import html
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:  # most builds set no type
    from plugins.desk.text.fast_typogrify import Typesetter


@dataclass(frozen=True, slots=True, kw_only=True)
class Typography:
    """Pelican's settings of Typogrify, and the setting of text by them."""

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
        return Markup(_typesetter(self.dashes, self.ignore_tags, self.omit_filters).set(text))


@lru_cache
def _typesetter(dashes: str, ignore_tags: tuple[str, ...], omit_filters: tuple[str, ...]) -> "Typesetter":
    from plugins.desk.text.fast_typogrify import Typesetter, dash_attributes

    return Typesetter(dash_attributes(dashes), ignore_tags, omit_filters)


def read_typography(settings: Mapping[str, Any]) -> Typography:
    """Return the typography that Pelican's settings ask for."""
    return Typography(
        is_on=bool(settings.get("TYPOGRIFY", False)),
        dashes=str(settings.get("TYPOGRIFY_DASHES", "default")),
        ignore_tags=tuple(settings.get("TYPOGRIFY_IGNORE_TAGS", ())),
        omit_filters=tuple(settings.get("TYPOGRIFY_OMIT_FILTERS", ())),
    )
