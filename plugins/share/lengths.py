"""Length of a text as services count it, and titles cut to fit."""

import unicodedata
from collections.abc import Callable, Iterator

ELLIPSIS = "…"

FIRST_MARK = 0x300
"""No character before this one goes on with another."""
_JOINER = "\u200d"
_REGIONAL = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
# Characters that X counts as one, and all others as two (twitter-text, configuration v3; general knowledge).
_LIGHT = (range(0x1100), range(0x2000, 0x200E), range(0x2010, 0x2020), range(0x2032, 0x2038))


def graphemes(text: str) -> Iterator[str]:
    """Yield the characters as readers see them: a letter with its marks, a flag, a joined emoji.

    Follows the parts of UAX #29 that titles need; where it differs, it counts more, never less.
    """
    cluster = ""
    for character in text:
        if cluster and not _belongs(cluster, character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def grapheme_length(text: str) -> int:
    return len(text) if text.isascii() else sum(1 for _ in graphemes(text))


def weighted_length(text: str) -> int:
    """Return the length that X counts, but for emoji of several parts, of which it counts the first only."""
    if text.isascii():
        return len(text)
    return sum(1 if any(ord(character) in light for light in _LIGHT) else 2 for character in text)


def shorten(title: str, limit: int, length: Callable[[str], int]) -> str:
    """Return `title`, or its beginning with an ellipsis where `length` finds it longer than `limit`.

    Cut between words where that loses less than half of it, and never inside of a grapheme.
    """
    if length(title) <= limit:
        return title
    room = limit - length(ELLIPSIS)
    kept, used = "", 0
    for cluster in graphemes(title):
        used += length(cluster)
        if used > room:
            break
        kept += cluster
    words = kept.rpartition(" ")[0] if title[len(kept) : len(kept) + 1].strip() else kept
    return (words if len(words) * 2 > len(kept) else kept).rstrip(" ,;:–—-") + ELLIPSIS


def _belongs(cluster: str, character: str) -> bool:
    """Tell whether `character` goes on with `cluster`."""
    code = ord(character)
    if code < FIRST_MARK:
        return cluster.endswith(_JOINER)
    if unicodedata.category(character).startswith("M") or code in _SKIN_TONES or code in _TAGS:
        return True
    if code in _REGIONAL:
        return len(cluster) == 1 and ord(cluster) in _REGIONAL
    return character == _JOINER or cluster.endswith(_JOINER)
