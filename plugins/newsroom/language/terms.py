"""Terms of an article for the ranking: its words and word pairs, hashed and weighted, packed into bytes.

A pure function of title, summary and text: no other article has a say in it, so it can be made anywhere and kept.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from plugins.newsroom.language.words import words

UNIT = 4096
"""Length of a weighted text. With the weights of its headline it stays below half as long again."""

WEIGHT_BITS = 12
"""Bits of a weight: postings keep the number of the article beside it. A word that a headline says twenty times over
counts no more than these can say."""

# Judgement, checked against authors' own links (docs/decisions/0014-what-editors-choose.md).
_TITLE, _SUMMARY = 3, 2  # weight of a word in title or summary, against 1 in the text
_WORDS_LENGTH, _PAIRS_LENGTH = math.sqrt(2 / 3), math.sqrt(1 / 3)  # all words together count twice as much as all pairs
_IN_TITLE, _IN_SUMMARY = 0.3, 0.15  # extra weight of terms that a text shares with another's title or summary

# Four kinds of terms, each with its part of the 32-bit numbers, so that no two kinds are taken for one another.
WORDS = 1 << 30
"""Below are the hashes of word pairs, from here on those of words …"""
LABELS = 2 << 30
"""… then those of tags and authors, which are not of the text …"""
HEADS = 3 << 30
"""… and then those of words and pairs in title and summary: `heads` of what they are in the text."""

_FIRST, _SECOND = np.uint32(0x9E3779B1), np.uint32(0x85EBCA6B)  # odd, without a pattern: "b a" is not "a b"
_SPAN = (1 << 30) - 1

_LONG = 50  # letters of a piece between spaces; longer ones, of scripts without spaces, do not come back

Integers = NDArray[Any]


def terms(title: str, summary: str, text: str) -> bytes:
    """Return the terms of the text: n hashes (u32, ascending), then their n weights (u16), all little-endian."""
    fields = [_words(field) for field in (title, summary, text)]
    parts = [_part(list(map(_pairs, fields)), _PAIRS_LENGTH), _part(fields, _WORDS_LENGTH), _head(fields[0], fields[1])]
    return packed(*map(np.concatenate, zip(*parts, strict=True)))


def hashed(word: str) -> int:
    return WORDS | crc32(word.encode()) & _SPAN


def hashed_label(label: str) -> int:
    return LABELS | crc32(label.encode()) & _SPAN


def heads(hashes: Integers) -> Integers:
    """Return the terms that stand for these words and pairs where a title or summary has them."""
    found: Integers = hashes * _FIRST >> np.uint32(2) | np.uint32(HEADS)
    return found


def spellings(*texts: str) -> dict[int, str]:
    """Return the words and pairs of texts by their hashes."""
    found: dict[int, str] = {}
    for text in texts:
        spelt = list(words(text))
        hashes = np.array([hashed(word) for word in spelt], np.uint32)
        found |= zip(_pairs(hashes).tolist(), map(" ".join, pairwise(spelt)), strict=True)
        found |= zip(hashes.tolist(), spelt, strict=True)
    return found


def packed(hashes: Sequence[int] | Integers, weights: Sequence[int] | Integers) -> bytes:
    return np.asarray(hashes, "<u4").tobytes() + np.asarray(weights, "<u2").tobytes()


def unpacked(terms: bytes) -> tuple[Integers, Integers]:
    """Return hashes and weights."""
    count = len(terms) // 6
    return np.frombuffer(terms, "<u4", count), np.frombuffer(terms, "<u2", count, 4 * count)


def _words(text: str) -> Integers:
    """Return the hashes of the words of a text, in their order: no word goes over a space."""
    pieces = text.split()
    of_piece = _of_piece if max(map(len, pieces), default=0) < _LONG else _of_piece.__wrapped__
    return np.fromiter(chain.from_iterable(map(of_piece, pieces)), np.uint32)


@lru_cache(maxsize=200_000)  # pieces between spaces come back in other articles, whole sentences do not
def _of_piece(piece: str) -> tuple[int, ...]:
    return tuple(map(hashed, words(piece)))


def _pairs(hashes: Integers) -> Integers:
    """Return the hashes of all pairs of words that follow one another."""
    found: Integers = hashes[:-1] * _FIRST + hashes[1:] * _SECOND
    return found >> np.uint32(2)


def _part(fields: Sequence[Integers], length: float) -> tuple[Integers, Integers]:
    """Return the terms of title, summary and text together (ascending), with the weight of each."""
    times = np.repeat(np.array((_TITLE, _SUMMARY, 1), np.uint64), [len(field) for field in fields])
    hashes, counts = _summed(np.concatenate(fields), times)
    return hashes, _weights(counts, length)


def _head(title: Integers, summary: Integers) -> tuple[Integers, Integers]:
    """Return the terms of the headline (ascending), with the weight of each."""
    hashes = [_pairs(title), title, _pairs(summary), summary]
    lengths = [part * length for part in (_IN_TITLE, _IN_SUMMARY) for length in (_PAIRS_LENGTH, _WORDS_LENGTH)]
    weights = [
        round(UNIT * length / math.sqrt(max(1, len(each)))) for each, length in zip(hashes, lengths, strict=True)
    ]
    amounts = np.repeat(np.array(weights, np.uint64), [len(each) for each in hashes])
    found, sums = _summed(heads(np.concatenate(hashes)), amounts)
    return found, np.minimum(sums, (1 << WEIGHT_BITS) - 1)


def _summed(hashes: Integers, amounts: Integers) -> tuple[Integers, Integers]:
    """Return the hashes in their order, each once, with the sum of its amounts (each below 65,536)."""
    both = hashes.astype(np.uint64) << np.uint64(16) | amounts
    both.sort()
    ordered = both >> np.uint64(16)
    is_first = np.ones(len(both), np.bool_)
    is_first[1:] = ordered[1:] != ordered[:-1]
    firsts = np.flatnonzero(is_first)
    sums = np.add.reduceat(both & np.uint64(0xFFFF), firsts) if len(firsts) else both
    return ordered[firsts].astype(np.uint32), sums.astype(np.int64)


def _weights(counts: Integers, length: float) -> Integers:
    """Return the weights of terms that count so often: 1 + log of it, then all scaled to one length, in units."""
    often = np.bincount(counts).tolist()
    raw = {count: 1 + math.log(count) for count, number in enumerate(often) if number}
    norm = math.sqrt(math.fsum(often[count] * weight**2 for count, weight in raw.items()))
    table = np.zeros(len(often), np.uint16)
    for count, weight in raw.items():
        table[count] = max(1, round(UNIT * length * weight / norm))
    return table[counts]
