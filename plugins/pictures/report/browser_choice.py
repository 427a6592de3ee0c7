"""The file that a browser of today chooses for a picture, by `srcset` and `sizes` as our pages have them."""

import re
from collections.abc import Sequence
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

_ROOT_SIZE = 16.0
"""Pixels of 1rem, unless a reader has set another size."""

_LENGTH = re.compile(r"([+-]?\d*\.?\d+)(px|vw|r?em)?")
_CONDITION = re.compile(r"\((min|max)-width:\s*([^()]+)\)")
_FUNCTION = re.compile(r"(min|max|clamp|calc)\((.*)\)", re.DOTALL)


class Window(NamedTuple):
    """A window, and the pixels of its screen for each of its own."""

    name: str
    width: int
    density: float


PHONE = Window("390@2", 390, 2.0)
DESKTOP = Window("1280@1", 1280, 1.0)


def chosen(srcset: str, sizes: str, window: Window) -> str:
    """Return the address in `srcset` that Chromium takes; empty where there is none."""
    candidates = sorted(_candidates(srcset))
    slot = slot_width(sizes, window)
    for (width, address), (following, _) in pairwise(candidates):
        # Blink's rule: a candidate is good up to the mean, by ratio, of its own density and the next one's; on screens
        # of single density only if it is as wide as its slot.
        is_too_small = window.density <= 1 and window.density > width / slot
        if window.density < sqrt(width * following) / slot and not is_too_small:
            return address
    return candidates[-1][1] if candidates else ""


def slot_width(sizes: str, window: Window) -> float:
    """Return the width, in pixels of the window, that `sizes` gives; all of the window where it says nothing."""
    for each in _split(sizes, ","):
        condition, _, length = each.rpartition(") ") if each.startswith("(") else ("", "", each)
        if each != "auto" and _holds(f"{condition})" if condition else "", window):
            return max(1.0, _pixels(length, window))
    return float(window.width)


def _candidates(srcset: str) -> list[tuple[int, str]]:
    pairs = (each.rsplit(None, 1) for each in srcset.split(", ") if each.strip())
    return [(int(pair[1].removesuffix("w")), pair[0].strip()) for pair in pairs if len(pair) == 2]


def _holds(condition: str, window: Window) -> bool:
    """Tell whether the widths of a condition hold; others are not known here, and do not."""
    for part in condition.split(" and ") if condition else ():
        match = _CONDITION.fullmatch(part.strip())
        if match is None:
            return False
        limit = _pixels(match[2], window)
        if not (window.width >= limit if match[1] == "min" else window.width <= limit):
            return False
    return True


def _pixels(length: str, window: Window) -> float:
    """Return a length of CSS in pixels; raises ValueError for one that is not known here."""
    length = length.strip()
    if function := _FUNCTION.fullmatch(length):
        if function[1] == "calc":
            return _sum(function[2], window)
        values = [_sum(each, window) for each in _split(function[2], ",")]
        return {"min": min(values), "max": max(values), "clamp": sorted(values)[len(values) // 2]}[function[1]]
    match = _LENGTH.fullmatch(length)
    if match is None:
        raise ValueError(f"a width in sizes that is not understood: {length}")
    units = {"vw": window.width / 100, "rem": _ROOT_SIZE, "em": _ROOT_SIZE}
    return float(match[1]) * units.get(match[2] or "px", 1.0)


def _sum(terms: str, window: Window) -> float:
    total, sign = 0.0, 1.0
    for term in _split(terms, " "):
        if term in ("+", "-"):
            sign = 1.0 if term == "+" else -1.0
        else:
            total += sign * _pixels(term, window)
    return total


def _split(text: str, by: str) -> Sequence[str]:
    """Return the parts of a text between separators that are in no brackets."""
    parts, depth, begin = [], 0, 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == by and depth == 0:
            parts.append(text[begin:place])
            begin = place + 1
    return [part.strip() for part in (*parts, text[begin:]) if part.strip()]
