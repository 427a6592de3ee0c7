"""Quotation marks of languages: a small table, and docutils' for the rest."""

from functools import cache
from typing import NamedTuple

NARROW_SPACE = "\u202f"
"""Narrow no-break space, which French has inside its marks and before `; : ! ?`."""


class QuoteMarks(NamedTuple):
    """The marks of double and of single quotes; a mark may have a space on its inner side."""

    double_opening: str
    double_closing: str
    single_opening: str
    single_closing: str

    @property
    def has_inner_space(self) -> bool:
        return self.double_opening.endswith(NARROW_SPACE)


_CURLY = QuoteMarks(*"“”‘’")
_CORNERS = QuoteMarks(*"「」『』")
_OF_LANGUAGE = {
    **dict.fromkeys(("en", "fil", "id", "ms", "th", "tl", "vi", "zh"), _CURLY),
    **dict.fromkeys(("bn", "gu", "hi", "km", "kn", "lo", "ml", "mr", "my", "ne", "pa", "si", "sw", "ta", "te"), _CURLY),
    **dict.fromkeys(("es-419", "es-ar", "es-cl", "es-co", "es-mx", "es-pe", "es-us"), _CURLY),
    **dict.fromkeys(("ja", "zh-hant", "zh-hk", "zh-mo", "zh-tw"), _CORNERS),
    "ar": QuoteMarks(*"«»“”"),
    "fa": QuoteMarks(*"«»‹›"),
    "fr": QuoteMarks(f"«{NARROW_SPACE}", f"{NARROW_SPACE}»", "“", "”"),
    "he": QuoteMarks(*"””’’"),
}
"""Languages that docutils lacks or has otherwise than newspapers do; and the commonest, so that it is seldom loaded."""


@cache
def quote_marks(lang: str) -> QuoteMarks | None:
    """Return the marks of the language `lang` (BCP 47), its region's before its own; None where nothing is known."""
    parts = lang.lower().split("-")
    for count in range(len(parts), 0, -1):
        found = _marks_of("-".join(parts[:count]))
        if found:
            return found
    return None


def _marks_of(tag: str) -> QuoteMarks | None:
    if tag in _OF_LANGUAGE:
        return _OF_LANGUAGE[tag]
    from docutils.utils.smartquotes import smartchars  # takes a while to load, and most publications need it never

    found = smartchars.quotes.get(tag)
    return QuoteMarks(*found) if found else None
