"""Widths of text, estimated: the fonts are those of the reader's machine."""

import math
import unicodedata

SIZE = 13
"""Pixels of the text in charts, `--small` of the theme without the changes of a reader."""
_NARROW = frozenset("ijl.,:;'|!()[]ftrI1 -")
_BROAD = frozenset("mwMW@%&—…")
_EM = {"narrow": 0.38, "usual": 0.58, "capital": 0.7, "broad": 0.92, "full": 1.0}
"""Widths of signs in parts of the size, rather too large than too small: measured in five system fonts."""


def text_width(text: str) -> int:
    """Return the pixels that a line of text takes at most."""
    return math.ceil(sum(_EM[_kind(sign)] for sign in text) * SIZE)


def _kind(sign: str) -> str:
    if sign in _NARROW:
        return "narrow"
    if sign in _BROAD:
        return "broad"
    if unicodedata.east_asian_width(sign) in "WF":
        return "full"
    return "capital" if sign.isupper() else "usual"


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines no wider than `width`, broken between words, and within one that is too long."""
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}".lstrip()
        if text_width(joined) <= width or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
        while text_width(lines[-1]) > width and len(lines[-1]) > 1:
            end = _fitting(lines[-1], width)
            lines[-1:] = [lines[-1][:end], lines[-1][end:]]
    return lines


def _fitting(word: str, width: int) -> int:
    """Return how many signs of a word fit, one at least."""
    end = len(word)
    while end > 1 and text_width(word[:end]) > width:
        end -= 1
    return end
