"""The order in which a line is read and drawn, after the Unicode Bidirectional Algorithm (UAX 9) without its controls.

A headline is one line of plain text: explicit embeddings, isolates and paired brackets (rules X and N0) are left out.
The shaper sets each run; this module says which runs there are and which comes first from the left.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from plugins.newsroom.language.language_tags import Direction

_NEUTRAL = frozenset(["B", "S", "WS", "ON", "BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"])
_SEPARATORS = frozenset(["ES", "CS"])


class LevelRun(NamedTuple):
    """Characters that run in one direction."""

    text: str
    level: int
    """Even from left to right, odd from right to left."""

    @property
    def direction(self) -> Direction:
        return "rtl" if self.level % 2 else "ltr"


def level_runs(text: str, base: Direction) -> list[LevelRun]:
    """Return the runs of a line in the order of its characters, each as long as it can be."""
    levels = _levels(text, base)
    pairs = groupby(zip(text, levels, strict=True), key=lambda pair: pair[1])
    return [LevelRun("".join(character for character, _ in run), level) for level, run in pairs]


def from_left(levels: Sequence[int]) -> list[int]:
    """Return the numbers of runs with these levels in the order in which they stand from the left (rule L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        position = 0
        while position < len(order):
            end = position
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[position:end] = reversed(order[position:end])
            position = max(end, position + 1)
    return order


def _levels(text: str, base: Direction) -> list[int]:
    """Return the level of each character."""
    own = 1 if base == "rtl" else 0
    types = _resolve_neutral(_resolve_weak(text, "R" if own else "L"), "R" if own else "L")
    rises = {0: {"L": 0, "R": 1, "AN": 2, "EN": 2}, 1: {"L": 2, "R": 1, "AN": 2, "EN": 2}}[own]  # rules I1 and I2
    return [rises[kind] for kind in types]


def _resolve_weak(text: str, start: str) -> list[str]:
    """Return the types of the characters after rules W1 to W7."""
    types = [unicodedata.bidirectional(character) or "L" for character in text]
    strong, before = start, start
    for index, kind in enumerate(types):
        if kind == "NSM":
            kind = before
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        types[index] = before = kind
    types = ["R" if kind == "AL" else kind for kind in types]
    for index, kind in enumerate(types[1:-1], start=1):
        left, right = types[index - 1], types[index + 1]
        if left == right and ((kind in _SEPARATORS and left == "EN") or (kind == "CS" and left == "AN")):
            types[index] = left
    return list(_after_numbers(types, start))


def _after_numbers(types: Sequence[str], start: str) -> Iterator[str]:
    """Yield the types once terminators have joined numbers, and numbers the Latin text before them (W5 to W7)."""
    strong = start
    for kind, run in groupby(_joined(types)):
        strong = kind if kind in ("L", "R") else strong
        for _ in run:
            if kind in (*_SEPARATORS, "ET"):
                yield "ON"
            else:
                yield "L" if kind == "EN" and strong == "L" else kind


def _joined(types: Sequence[str]) -> list[str]:
    joined = list(types)
    for positions in (range(len(joined)), range(len(joined) - 1, -1, -1)):
        before = ""
        for index in positions:
            if joined[index] == "ET" and before == "EN":
                joined[index] = "EN"
            before = joined[index]
    return joined


def _resolve_neutral(types: Sequence[str], own: str) -> list[str]:
    """Return the types once neutral ones have taken that of both sides, or the line's own (rules N1 and N2)."""
    resolved: list[str] = []
    runs = [(is_neutral, list(run)) for is_neutral, run in groupby(types, key=lambda kind: kind in _NEUTRAL | {"ON"})]
    for number, (is_neutral, run) in enumerate(runs):
        if not is_neutral:
            resolved += run
            continue
        left = _side(resolved[-1]) if resolved else own
        right = _side(runs[number + 1][1][0]) if number + 1 < len(runs) else own
        resolved += [left if left == right else own] * len(run)
    return resolved


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"
