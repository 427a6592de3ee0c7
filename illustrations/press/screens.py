"""Halftone screens: forms made of dots whose size follows a ramp. The sheet clips them to a form."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import TypeAlias

from press.forms import Form, Point, disc

Ramp: TypeAlias = Callable[[float, float], float]
Bounds: TypeAlias = tuple[float, float, float, float]

# Radii in steps: like dots repeat in the file, which is what keeps a lossless picture small.
_RADIUS_STEP = 1.0


def fade(start: Point, end: Point, low: float = 0.0, high: float = 1.0) -> Ramp:
    """Give a ramp that runs straight from `low` at one point to `high` at the other."""
    (x0, y0), (x1, y1) = start, end
    length = (x1 - x0) ** 2 + (y1 - y0) ** 2

    def value(x: float, y: float) -> float:
        share = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length
        return low + (high - low) * min(1.0, max(0.0, share))

    return value


def glow(centre: Point, r: float, low: float = 0.0, high: float = 1.0) -> Ramp:
    """Give a ramp that falls from `high` in the centre to `low` at the radius and beyond."""

    def value(x: float, y: float) -> float:
        return high + (low - high) * min(1.0, math.dist((x, y), centre) / r)

    return value


def dots(bounds: Bounds, pitch: int, ramp: Ramp) -> Form:
    """Make round dots on a lattice at 45 degrees; a ramp value of 1 is the full tone."""
    return [outline for point in _lattice(bounds, pitch) for outline in _dot(point, pitch, ramp)]


def _lattice(bounds: Bounds, pitch: int) -> Iterator[Point]:
    left, top, right, bottom = bounds
    half = pitch // 2
    for row in range(math.floor(top / half) - 1, math.ceil(bottom / half) + 2):
        shift = half * (row % 2)
        for column in range(math.floor(left / pitch) - 1, math.ceil(right / pitch) + 2):
            yield (column * pitch + shift, row * half)


def _dot(point: Point, pitch: int, ramp: Ramp) -> Form:
    share = min(1.0, ramp(*point))
    if share <= 0.02:
        return []
    radius = round(pitch * 0.5 * math.sqrt(share) / _RADIUS_STEP) * _RADIUS_STEP
    return disc(*point, radius) if radius >= 1 else []
