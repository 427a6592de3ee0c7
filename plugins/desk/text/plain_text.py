"""The words of a text: as plain text, and how many they are."""

import html
import re

from plugins.desk.text import allowed_html as allowed

_INLINE = allowed.INLINE - allowed.names("br img rb rp rt rtc ruby")
_SOFT_HYPHEN = "\u00ad"
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)[^>]*>")
_WITHOUT_SPACES = (
    (re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"), 2),
    (re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"), 5),
)
"""Scripts that put no space between words, with how many characters take as long to read as a word: Han and kana
are read at about 500 characters a minute against some 240 English words; Thai, Lao, Burmese and Khmer words have
five letters or so. Our own judgement, for reading times only."""
_LEADS = bytes([0xE0, 0xE1, *range(0xE3, 0xEA), 0xEF, 0xF0])
"""First bytes of the letters of these scripts in UTF-8; the quotes and dashes of other texts begin with E2."""


def plain_text(markup: str) -> str:
    """Return the words of HTML as the parser writes it, one space between any two, and without soft hyphens."""
    pieces = _TAG.split(markup)
    pieces[1::2] = ["" if name in _INLINE else " " for name in pieces[1::2]]
    return " ".join(html.unescape("".join(pieces)).replace(_SOFT_HYPHEN, "").split())


def count_words(text: str) -> int:
    """Return how many words a text has, or as many as take the same time to read."""
    words = 0
    encoded = text.encode(errors="replace")
    if len(encoded.translate(None, _LEADS)) < len(encoded):
        for letters, letters_a_word in _WITHOUT_SPACES:
            text, count = letters.subn(" ", text)
            words += -(-count // letters_a_word)
    pieces = text.split()
    # Most pieces begin with a letter: only the others are looked through.
    odd = [piece for piece in pieces if not piece[0].isalnum()]
    return words + len(pieces) - len(odd) + sum(1 for piece in odd if any(map(str.isalnum, piece)))
