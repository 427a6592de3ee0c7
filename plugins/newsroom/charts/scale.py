"""Scales: round ticks, and numbers as a language writes them."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from plugins.newsroom.words.phrases import Words, number

_STEPS = (1, 2, 2.5, 5, 10)


class Scale(NamedTuple):
    """The numbers from the lowest tick to the highest."""

    ticks: tuple[float, ...]
    step: float

    @property
    def low(self) -> float:
        return self.ticks[0]

    @property
    def high(self) -> float:
        return self.ticks[-1]

    def share(self, value: float) -> float:
        """Return the place of a value between the lowest tick, 0, and the highest, 1."""
        return (value - self.low) / (self.high - self.low)


def scale(values: Sequence[float], *, most: int = 6, has_zero: bool = True) -> Scale:
    """Return a scale with at most `most` ticks at round numbers that all values lie between."""
    low, high = min(values), max(values)
    if has_zero or (low > 0 and low < 0.5 * high) or (high < 0 and high > 0.5 * low):
        low, high = min(low, 0), max(high, 0)
    if low == high:
        room = max(1, abs(low) / 10)  # a large number and one more may be the same
        low, high = (low, low + room) if low >= 0 else (low - room, low)
    magnitude = 10.0 ** math.floor(math.log10((high - low) / (most - 1)))
    for factor in (*_STEPS, 20, 25, 50):
        step = factor * magnitude
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        if last - first + 1 <= most:
            break
    digits = max(10, 2 - math.floor(math.log10(step)))
    return Scale(tuple(round(place * step, digits) for place in range(first, last + 1)), step)


def written(value: float, step: float, words: Words, *, has_comma: bool = False) -> str:
    """Return a tick as readers of the language see it, with as many decimals as the step has."""
    decimals = next((each for each in range(20) if round(step * 10**each, 6) % 1 == 0), 20)
    whole, _, fraction = f"{abs(value):.{decimals}f}".partition(".")
    text = number(int(whole), words) + (f"{',' if has_comma else '.'}{fraction}" if fraction else "")
    return f"\u2212{text}" if value < 0 else text
