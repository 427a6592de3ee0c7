"""Words of a text in any script, as the ranking compares them. Knows no language: no stop list, no stemmer."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

# Scripts that put no spaces between words (Thai, Lao, Myanmar, Khmer, kana, Han), and Hangul, whose particles
# cling to the word before them: their runs are cut into pairs of characters.
_UNSPACED = (
    r"\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u3007\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF"
    r"\uAC00-\uD7AF\uF900-\uFAFF\U00020000-\U0003FFFF"
)
# Vowel signs and accents that are no letters of their own, but do not end a word (Arabic, Hebrew, Indic scripts).
_MARKS = r"\u0300-\u036F\u0591-\u05C7\u0610-\u065F\u0900-\u0DFF"
_LETTER = rf"(?:(?![{_UNSPACED}])[^\W_])"
_RUN = re.compile(rf"([{_UNSPACED}]+)|{_LETTER}(?:{_LETTER}|[{_MARKS}])*")
_ANY_UNSPACED = re.compile(rf"[{_UNSPACED}]")
_SPACED_RUN = re.compile(rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*")  # what `_RUN` finds where nothing is unspaced, much faster


def words(text: str) -> Iterable[str]:
    """Return the words of `text`, folded, in their order; single letters and digits are left out."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    if _ANY_UNSPACED.search(folded):
        return _unspaced_words(folded)
    return [word for word in _SPACED_RUN.findall(folded) if len(word) > 1]


def _unspaced_words(folded: str) -> Iterator[str]:
    for run in _RUN.finditer(folded):
        word = run[0]
        if run[1]:
            yield from (word[place : place + 2] for place in range(max(1, len(word) - 1)))
        elif len(word) > 1:
            yield word
