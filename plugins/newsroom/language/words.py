"""Words of a text in any script, as the ranking compares them. Knows no language: no stop list, no stemmer."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

# Scripts that put no spaces between words (Thai, Lao, Myanmar, Khmer, kana, Han), and Hangul, whose particles
# cling to the word before them: their runs are cut into pairs of letters. The middle dot between kana is none.
_UNSPACED = (
    r"\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u3007\u3040-\u30FA\u30FC-\u30FF\u3400-\u4DBF"
    r"\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\U00020000-\U0003FFFF"
)
# Vowel signs and accents that are no letters of their own, but do not end a word (Arabic, Hebrew, Indic scripts).
_MARKS = r"\u0300-\u036F\u0591-\u05C7\u0610-\u065F\u0900-\u0DFF"
# Vowel and tone signs of Thai, Lao, Myanmar and Khmer, above, below or behind the letter that they belong to.
_SIGNS = r"\u0E31\u0E34-\u0E3A\u0E47-\u0E4E\u0EB1\u0EB4-\u0EBC\u0EC8-\u0ECE\u102B-\u103E\u17B4-\u17D3"
_PAIR = re.compile(rf"(?=(.[{_SIGNS}]*[^{_SIGNS}][{_SIGNS}]*)).[{_SIGNS}]*")
_LETTER = rf"(?:(?![{_UNSPACED}])[^\W_])"
_RUN = re.compile(rf"([{_UNSPACED}]+)|{_LETTER}(?:{_LETTER}|[{_MARKS}])*")
_ANY_UNSPACED = re.compile(rf"[{_UNSPACED}]")
# Finds the same as `_RUN` where nothing is unspaced, but for single letters and digits; much faster.
_SPACED_RUN = re.compile(rf"(?:[^\W_]{{2,}}|[^\W_](?=[{_MARKS}]))(?:[{_MARKS}]+[^\W_]*)*")


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
            yield from _PAIR.findall(word) or [word]
        elif len(word) > 1:
            yield word
