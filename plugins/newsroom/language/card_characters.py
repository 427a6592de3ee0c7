"""Characters that share cards can show: those that a font of the kit has, known without opening one."""

import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

CHARACTERS = Path(__file__).with_suffix(".bin")
"""A bit for each of the 65,536 characters of the basic plane: set if one of the kit's fonts has it."""
_UNSEEN = frozenset(map(chr, (0x00AD, 0x180E, 0x200D, 0xFE0E, 0xFE0F, *range(0x202A, 0x202F), *range(0x2060, 0x2070))))
"""Hyphens that may be, joiners, and controls of direction: cards know of that what the letters say
(`plugins/share_cards/bidi.py`)."""


def printable(text: str) -> str:
    """Return a line of text without pictographs, which no font here has, and without invisible characters."""
    seen = [character for character in unicodedata.normalize("NFC", text) if character not in _UNSEEN]
    kept = [character for character in seen if not _is_pictograph(character)]
    return " ".join("".join(kept).split())


def _is_pictograph(character: str) -> bool:
    number = ord(character)
    is_symbol = number >= 0x1F000 or 0x2600 <= number <= 0x27BF or 0x2B00 <= number <= 0x2BFF
    return is_symbol and unicodedata.category(character) in ("So", "Sk", "Cn")


def first_lacking(text: str, lang: str = "") -> str:
    """Return the first character of a text that none of the kit's fonts has; empty if there is none."""
    return next((character for character in text if not character.isspace() and not _has(ord(character))), "")


Lacking = Callable[[str, str], str]
"""Returns the first character of a text in a language that no font has."""


def _has(number: int) -> bool:
    table = _table()
    return number // 8 < len(table) and bool(table[number // 8] & 1 << number % 8)


@cache
def _table() -> bytes:
    return CHARACTERS.read_bytes()
