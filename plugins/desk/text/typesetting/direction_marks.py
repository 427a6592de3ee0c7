"""Marks of direction before handles, signs and prices in a text that is written from the right.

Browsers show `@name` there with its sign at the wrong end, `+5%` as `5%+`, and turn the groups of a telephone number
round. A mark from the left before the sign holds it and what follows together (UAX #9); nobody sees it.
"""

import re

from plugins.newsroom.language.language_tags import text_direction

MARK = "\u200e"
_BEGINNING = re.compile(
    rf"""
    (?<![A-Za-z0-9_@#/.&{MARK}])(?=[@#][A-Za-z0-9_]*[A-Za-z])
    | (?<![\w.{MARK}+−±-])(?=[+−±-][$€£¥₪]?[0-9])
    | (?<![A-Za-z0-9_.{MARK}+−±-])(?=[$€£¥₪][0-9])""",
    re.VERBOSE,
)
"""The place before a handle or tag in Latin letters, before a number with a sign, and before a price.

Letters written from the right may stand right before, but before a hyphen: `ב-2027`."""


def with_direction_marks(text: str, lang: str) -> str:
    """Return a piece of text in `lang` with the marks that it needs; text that is written from the left needs none."""
    return _BEGINNING.sub(MARK, text) if text_direction(lang) == "rtl" else text
