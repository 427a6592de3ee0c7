"""The fonts of share cards: which one has a character, by the language of the text that it stands in."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # builds that draw no card do without Pillow
    from PIL.ImageFont import FreeTypeFont

FOLDER = Path(__file__).parent / "fonts"
SCRIPTS = ("serif", "sans", "arabic", "hebrew", "thai", "devanagari", "hant", "hans", "jpan", "kore")
"""Names of the fonts that come with the kit: `<name>.woff2`."""
MEASURED_SIZE = 48
"""Pixels of an em at which texts are measured."""
_OPEN = 40
"""Fonts that a process keeps open; one of 5,000 characters takes 3 MB at each size."""

Role = Literal["serif", "sans"]
"""Headlines and names are set in the serif, all else in the sans; other scripts have one font for both."""

_SCALES: Mapping[str, float] = {"arabic": 1.15, "hebrew": 1.1}
"""Fonts whose letters are small for their em beside Latin ones. Judgement of this project."""
_ALPHABETS = ("arabic", "hebrew", "thai", "devanagari")
_EAST_ASIAN: Mapping[str, Sequence[str]] = {
    "ja": ("jpan", "hant", "hans", "kore"),
    "ko": ("kore", "hant", "jpan", "hans"),
    "hans": ("hans", "hant", "jpan", "kore"),
    "hant": ("hant", "hans", "jpan", "kore"),
}
"""Fonts for East Asian characters, the best first; their shapes differ by language."""
_NO_CHARACTER = "\U000ffffd"
"""Of those for private use: no font here has it."""
_SHARED = frozenset("“”‘’…—·")
"""Punctuation that Chinese and Japanese set as wide as a character, and others do not."""


def is_east_asian(character: str) -> bool:
    """Tell whether a character is Chinese, Japanese or Korean, their punctuation and wide forms among them."""
    number = ord(character)
    return (
        0x2E80 <= number <= 0x9FFF
        or 0xAC00 <= number <= 0xD7A3
        or 0xF900 <= number <= 0xFAFF
        or (0xFE30 <= number <= 0xFE4F or 0xFF00 <= number <= 0xFFEF or 0x1100 <= number <= 0x11FF or number >= 0x20000)
    )


def east_asian_language(text: str, lang: str) -> str:
    """Return `ja`, `ko`, `hans` or `hant`: by the tag of the text, else by the characters that only one of them has."""
    language, *subtags = lang.lower().split("-")
    if language in ("ja", "ko"):
        return language
    if language in ("zh", "yue", "wuu", "nan", "hak"):
        is_simple = "hans" in subtags or (not {"hant", "tw", "hk", "mo"} & set(subtags) and language in ("zh", "wuu"))
        return "hans" if is_simple else "hant"
    if any("\u3041" <= character <= "\u30ff" for character in text):
        return "ja"
    return "ko" if any("\uac00" <= character <= "\ud7a3" for character in text) else "hant"


class FontSet:
    """Fonts by name, opened when they are first asked for."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        """Take the files by the name of the font."""
        self._files = files
        self._lacking: dict[str, tuple[bytes, float]] = {}
        self.font = lru_cache(maxsize=_OPEN)(self._font)
        self.has = lru_cache(maxsize=20_000)(self._has)

    def _font(self, name: str, size: int) -> "FreeTypeFont":
        from PIL import ImageFont  # here, for most builds draw no card

        scaled = size * _SCALES.get(name, 1)
        return ImageFont.truetype(self._files[name], scaled, layout_engine=ImageFont.Layout.RAQM)

    def choose(self, text: str, lang: str, role: Role) -> Iterator[str]:
        """Yield the name of the font for each character of a line; empty where no font has it."""
        language = east_asian_language(text, lang)
        far = _EAST_ASIAN[language]
        sets_wide = language != "ko" and lang.lower().split("-")[0] in ("zh", "yue", "wuu", "nan", "hak", "ja")
        near, before = (role, *_ALPHABETS), ""
        for character in text:
            is_common = not character.isalpha()
            if is_east_asian(character) or (sets_wide and character in _SHARED):
                names: tuple[str, ...] = (*far, *near)
            elif is_common and before in _ALPHABETS:
                names = (before, *near, *far)
            else:
                names = (*near, *far)
            if unicodedata.combining(character) and before:
                names = (before, *names)
            before = next((name for name in names if self.has(name, character)), "")
            yield before

    def missing(self, text: str, lang: str) -> str:
        """Return the first character that no font has; empty if there is none."""
        return next(
            (character for character, name in zip(text, self.choose(text, lang, "serif"), strict=True) if not name), ""
        )

    def _has(self, name: str, character: str) -> bool:
        return character.isspace() or self._shape(name, character) != self._nothing(name)

    def _nothing(self, name: str) -> tuple[bytes, float]:
        """Return the shape that a font draws for everything that it lacks."""
        if name not in self._lacking:
            self._lacking[name] = self._shape(name, _NO_CHARACTER)
        return self._lacking[name]

    def _shape(self, name: str, character: str) -> tuple[bytes, float]:
        font = self.font(name, MEASURED_SIZE)
        return bytes(font.getmask(character)), font.getlength(character)
