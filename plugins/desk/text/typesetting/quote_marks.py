"""Quotation marks and dashes of languages: a small table, and docutils' for the marks of the rest."""

from collections.abc import Mapping
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

DASHES = {
    "default": {"--": "—", "---": "—"},
    "oldschool": {"--": "–", "---": "—"},
    "oldschool_inverted": {"--": "—", "---": "–"},
}
"""Dashes for hyphens, by Pelican's TYPOGRIFY_DASHES. Three hyphens are no dash with a hyphen, as SmartyPants has it."""
_CHINESE_DASH = {"--": "——", "---": "——"}
_WITH_SHORT_DASHES = frozenset(
    ["cs", "da", "de", "et", "fi", "hr", "hu", "is", "lt", "nb", "nl", "nn", "no", "sk", "sl", "sv"]
)
"""Languages whose dash in a sentence is a short one, with spaces around it."""


@cache
def dashes_of(setting: str, lang: str) -> Mapping[str, str]:
    """Return the dashes for two and three hyphens in a language, unless the publication has chosen others."""
    language = lang.lower().partition("-")[0]
    if setting != "default":
        return DASHES[setting]
    if language == "zh":
        return _CHINESE_DASH
    return DASHES["oldschool" if language in _WITH_SHORT_DASHES else "default"]


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
