"""The places at which a headline may go on in a new line: after words, and where readers expect it without spaces.

Chinese, Japanese and Thai are split at phrases by BudouX, Korean at its spaces.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from plugins.share_cards.fonts import east_asian_language, is_east_asian

if TYPE_CHECKING:  # builds that draw no card do without its models
    from budoux import Parser

_NEVER_FIRST = frozenset(
    "，。、；：！？）」』】〉》〕〗］｝”’…‥—～〜・·％‰°々ゝゞヽヾーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
    ",.;:!?)]}»›%،؛؟ๆฯ।"
)
_NEVER_LAST = frozenset("（「『【〈《〔〖［｛“‘¿¡([{«‹＃＄￥#$€£¥")
_NO_BREAK = "\u00a0"
_AFTER = re.compile(r"(?<=[^\W\d_][-‐–—/])(?=[^\W_])|(?<=[–—])(?=\w)")
"""Places inside words, behind a hyphen, a dash or a slash."""
_FEWEST = 3
"""Letters on either side of such a place, at least: `e-commerce` stays whole."""


class Piece(NamedTuple):
    """Text that stays in one line."""

    text: str
    gap: str
    """Space between it and the next piece of the same line."""


def line_pieces(text: str, lang: str) -> list[Piece]:
    """Return the pieces of a line of text; joined with their gaps they are the text, without space around it."""
    words = text.replace("\u200b", " ").split(" ")
    found: list[Piece] = []
    for word in filter(None, words):
        parts = list(_parts(word, lang, text))
        found += [Piece(part, "") for part in parts[:-1]]
        found.append(Piece(parts[-1], " "))
    return found


def characters(text: str) -> Iterator[str]:
    """Yield what a reader takes for one character, with all its marks: for text that fits no line."""
    cluster = ""
    for character in text:
        is_mark = unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf") or character in "ะาำๅ"
        if cluster and not is_mark and cluster[-1] not in "เแโใไ\u200d":
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _parts(word: str, lang: str, text: str) -> Iterator[str]:
    """Yield the pieces of a word: punctuation keeps to the piece that it belongs to."""
    part = ""
    for candidate in _candidates(word, lang, text):
        may_break = part and candidate[0] not in _NEVER_FIRST and part[-1] not in _NEVER_LAST
        if may_break and _NO_BREAK not in (candidate[0], part[-1]):
            yield part
            part = ""
        part += candidate
    yield part


def _candidates(word: str, lang: str, text: str) -> Iterator[str]:
    for script, run in groupby(word, key=_script):
        stretch = "".join(run)
        if script == "thai":
            yield from _parser("th").parse(stretch)
        elif script == "east asian" and not any("\uac00" <= character <= "\ud7a3" for character in stretch):
            language = {"ja": "ja", "hans": "zh-hans"}.get(east_asian_language(text, lang), "zh-hant")
            yield from _parser(language).parse(stretch)
        else:
            yield from _at_hyphens(stretch)


def _script(character: str) -> str:
    if "\u0e00" <= character <= "\u0e7f":
        return "thai"
    return "east asian" if is_east_asian(character) else ""


def _at_hyphens(stretch: str) -> Iterator[str]:
    begin = 0
    for match in _AFTER.finditer(stretch):
        if match.start() - begin > _FEWEST and len(stretch) - match.start() >= _FEWEST:
            yield stretch[begin : match.start()]
            begin = match.start()
    yield stretch[begin:]


@cache
def _parser(language: str) -> "Parser":
    import budoux  # here, for most builds draw no card

    loaders = {
        "th": budoux.load_default_thai_parser,
        "ja": budoux.load_default_japanese_parser,
        "zh-hans": budoux.load_default_simplified_chinese_parser,
        "zh-hant": budoux.load_default_traditional_chinese_parser,
    }
    return loaders[language]()
