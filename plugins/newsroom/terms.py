"""What the ranking needs of an article's text: its words and word pairs, hashed and weighted, packed into bytes.

A pure function of title, summary and text: no other article has a say in it, so it can be made anywhere and kept.
"""

import math
import struct
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from plugins.newsroom.words import words

UNIT = 4096
"""Length of every weighted text."""

HEAVIEST = UNIT - 1
"""The weight of the only word of a text: 12 bits."""

# Judgement, checked against editors' own links (18F blog corpus).
_TITLE, _SUMMARY = 3, 2  # how often a word of the title or summary counts, against once in the text

# Three kinds of terms, each with its part of the 32-bit numbers, so that no two kinds are taken for one another.
WORDS = 1 << 31
"""Below are the hashes of word pairs, from here on those of words …"""
LABELS = WORDS + (1 << 30)
"""… and from here on those of tags and authors, which are not of the text."""

_FIRST, _SECOND = 0x9E3779B1, 0x85EBCA6B  # odd numbers without a pattern, so that "b a" is another pair than "a b"
_MASK = (1 << 32) - 1
_SPAN = (1 << 30) - 1


def terms(title: str, summary: str, text: str) -> bytes:
    """Return the terms of the text: n hashes (u32, ascending), then their n weights (u16), all little-endian."""
    counts = Counter(_terms(title) * _TITLE + _terms(summary) * _SUMMARY + _terms(text))
    often = Counter(counts.values())
    raw = {count: 1 + math.log(count) for count in often}
    norm = math.sqrt(math.fsum(number * raw[count] ** 2 for count, number in sorted(often.items())))
    weights = {count: min(max(1, round(UNIT * weight / norm)), HEAVIEST) for count, weight in raw.items()}
    hashes = sorted(counts)
    return packed(hashes, [weights[counts[term]] for term in hashes])


@lru_cache(maxsize=100_000)  # the words of a publication come back in every article
def hashed(word: str) -> int:
    return WORDS | crc32(word.encode()) & _SPAN


def hashed_label(label: str) -> int:
    return LABELS | crc32(label.encode()) & _SPAN


def packed(hashes: Sequence[int], weights: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(hashes)}I{len(weights)}H", *hashes, *weights)


def unpacked(terms: bytes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return hashes and weights."""
    count = len(terms) // 6
    values = struct.unpack(f"<{count}I{count}H", terms)
    return values[:count], values[count:]


def _terms(text: str) -> list[int]:
    """Return the hashes of all words, and of every second kind of pair: at half the cost, no loss could be measured."""
    hashes = list(map(hashed, words(text)))
    pairs = [(first * _FIRST + second * _SECOND) & _MASK for first, second in pairwise(hashes)]
    return hashes + [pair for pair in pairs if pair < WORDS]
