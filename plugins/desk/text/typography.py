"""Typography of texts, titles and summaries: quotes by language, and Typogrify as Pelican's settings ask for it."""

import html
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:  # most builds set no type
    from plugins.desk.text.tree import Element
    from plugins.desk.text.typesetting.typogrify_filters import TypogrifyFilters

_VERBATIM = ".verbatim"
"""Selector of elements that authors want left as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typography:
    """Pelican's settings of Typogrify, and the setting of text by them."""

    is_on: bool
    dashes: str = "default"
    ignore_tags: tuple[str, ...] = ()
    omit_filters: tuple[str, ...] = ()

    @property
    def sets_quotes(self) -> bool:
        """True if quotes, dashes and dots are set; Typogrify has SmartyPants for that."""
        return self.is_on and "smartypants" not in self.omit_filters

    def set_tree(self, root: "Element", lang: str) -> None:
        """Set quotes, dashes and dots in the text nodes below `root`, in place, by the rules of `lang`."""
        if self.sets_quotes:
            from plugins.desk.text.typesetting.paragraphs import set_paragraphs

            set_paragraphs(root, lang, self.dashes, self._left_alone)

    def set_block(self, block: str) -> Markup:
        """Return a block of HTML that `set_tree` has set and the parser has written, with Typogrify's spans in it."""
        return Markup(self._filters.filter_block(block) if self.is_on else block)

    def line(self, text: str, lang: str) -> Markup:
        """Return plain text in the language `lang` as markup, set as headings of texts are."""
        if not self.is_on:
            return Markup(html.escape(text, quote=False))
        # Quotes are not escaped: in a language without known marks Typogrify finds the first one.
        markup = html.escape(self._with_quotes(text, lang), quote=False)
        return Markup(self._filters.filter_line(markup))

    def _with_quotes(self, text: str, lang: str) -> str:
        from plugins.desk.text.typesetting.direction_marks import with_direction_marks
        from plugins.desk.text.typesetting.quote_marks import dashes_of, quote_marks
        from plugins.desk.text.typesetting.quotes import apply_edits, typographic_edits

        if not self.sets_quotes:
            return text
        edits = typographic_edits(text, quote_marks(lang), dashes_of(self.dashes, lang))
        return with_direction_marks(apply_edits(text, edits), lang)

    @property
    def _left_alone(self) -> str:
        return ", ".join([_VERBATIM, *self.ignore_tags])

    @property
    def _filters(self) -> "TypogrifyFilters":
        return _typogrify_filters(self.omit_filters, self._left_alone)


AS_WRITTEN = Typography(is_on=False)


@lru_cache
def _typogrify_filters(omitted: tuple[str, ...], left_alone: str) -> "TypogrifyFilters":
    from plugins.desk.text.typesetting.typogrify_filters import TypogrifyFilters

    return TypogrifyFilters(omitted, left_alone)


def read_typography(settings: Mapping[str, Any]) -> Typography:
    """Return the typography that Pelican's settings ask for."""
    return Typography(
        is_on=bool(settings.get("TYPOGRIFY", False)),
        dashes=str(settings.get("TYPOGRIFY_DASHES", "default")),
        ignore_tags=tuple(settings.get("TYPOGRIFY_IGNORE_TAGS", ())),
        omit_filters=tuple(settings.get("TYPOGRIFY_OMIT_FILTERS", ())),
    )
