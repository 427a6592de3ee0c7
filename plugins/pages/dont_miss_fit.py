"""The block of a text that goes best with the headline and summary of another article, by shared words."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from plugins.newsroom.language.words import words
from plugins.newsroom.markup import Html

# Judgement, checked against where authors had put their links (18F blog; service-public.fr): once and three times did
# no better, and neither did word pairs, the target's tags and other powers of rarity and length.
_TITLE = 2  # how often a word of the headline counts, against once in the summary
_BEGINNING = 6  # letters: "marketing" goes with "markets"; five and seven did as well

_TAG = re.compile(r"<[^>]*>")
_BETWEEN = "\0"  # no text holds it
_MARKS = "“”‘’«»–—\u00a0"  # marks before and after words, beside those of ASCII
_SPACED = bytes(byte if byte > 127 or chr(byte).isalnum() or chr(byte) == _BETWEEN else 32 for byte in range(256))
"""Table that makes a space of every ASCII character that is no letter, digit or `_BETWEEN`."""


def best_fit(blocks: Sequence[Html], title: str, summary: str) -> int | None:
    """Return the number of the block that goes best with an article, the earliest of equals; None if none does at all.

    A shared word counts more, the fewer of the blocks hold it: TF-IDF with the text for an archive, so that no other
    article has a say. The sum is divided by the root of the block's length, as a long one holds more of everything.
    """
    wanted = Counter(dict.fromkeys(map(_sought, words(title)), _TITLE))
    wanted.update(dict.fromkeys(map(_sought, words(summary)), 1))
    texts = _texts(blocks)
    shared = [[word for word in wanted if word in text] for text in texts]
    frequencies = Counter(word for found in shared for word in found)
    weights = {word: wanted[word] * math.log((len(texts) + 1) / many) for word, many in frequencies.items()}
    fits = [_fit(found, weights, text) for found, text in zip(shared, texts, strict=True)]
    best = max(fits, default=0.0)
    return fits.index(best) if best > 0 else None


def _fit(shared: Sequence[bytes], weights: Mapping[bytes, float], text: bytes) -> float:
    return sum(weights[word] for word in shared) / math.sqrt(len(text)) if shared else 0.0


def _sought(word: str) -> bytes:
    """Return the bytes to look for: the beginning of a word, or all of one in a script that may know no spaces."""
    return f" {word[:_BEGINNING]}".encode() if word.isascii() else word.encode()


def _texts(blocks: Sequence[Html]) -> list[bytes]:
    """Return the words of each block, folded, with a space before each.

    All blocks are done in one go, and none is cut into words: both for speed, as this is done for every article page.
    """
    text = _TAG.sub(" ", _BETWEEN.join(blocks)).casefold()
    for mark in _MARKS:
        text = text.replace(mark, " ")
    return text.encode(errors="replace").translate(_SPACED).split(_BETWEEN.encode())
