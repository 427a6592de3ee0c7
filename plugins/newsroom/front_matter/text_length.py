"""Lengths of texts: a Chinese, Japanese or Korean character is as wide as two letters, and says as much."""

import re
from unicodedata import east_asian_width

_WIDE = frozenset("WF")
_SENTENCE_END = re.compile(r"""[.!?…。！？]['"’”»」』)]*(?=\s|$)|[。！？]['"’”»」』)]*""")
_LEAST_OF_SENTENCES = 40
"""A cut at the end of a sentence leaves at least as much as a summary has."""


def length_of(text: str) -> int:
    """Return the length of a text in letters; wide characters count as two."""
    return len(text) if text.isascii() else len(text) + sum(east_asian_width(letter) in _WIDE for letter in text)


def cut(text: str, most: int) -> str:
    """Return the beginning of a text, at most `most` letters long: whole sentences, or else whole words and `…`."""
    if length_of(text) <= most:
        return text
    end, length = 0, 0
    while length < most:
        length += length_of(text[end])
        end += 1
    begun = text[: end - 1]  # room for the `…`
    sentences = [match.end() for match in _SENTENCE_END.finditer(begun)]
    if sentences and length_of(begun[: sentences[-1]]) >= min(_LEAST_OF_SENTENCES, most // 2):
        return begun[: sentences[-1]]
    words = begun if text[end - 1].isspace() else begun.rpartition(" ")[0] or begun
    if length_of(words) < most // 2:  # a script without spaces, behind a word or two of another one
        words = begun
    return f"{words.rstrip(' ,;:–—-')}…"
