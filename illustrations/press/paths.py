"""Reads SVG path data into forms: every command but arcs and T, absolute and relative."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from press.forms import Form, Outline, Point

_TOKEN = re.compile(r"[MLHVCSQZmlhvcsqz]|-?(?:\d+\.?\d*|\.\d+)")
_NUMBERS_OF = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "Z": 0}
_CURVE_STEPS = 16


def path(data: str) -> Form:
    """Make a form of SVG path data, one outline for each M."""
    form: Form = []
    here, handle = (0.0, 0.0), (0.0, 0.0)
    for command, numbers in _commands(data):
        points = _points(command, numbers, here)
        if command in "Mm":
            form.append(points)
        elif points:
            if command in "Ss":
                points.insert(0, (2 * here[0] - handle[0], 2 * here[1] - handle[1]))
            form[-1] += _bezier([here, *points])
        elif form:
            points = form[-1][:1]
        here = points[-1]
        handle = points[-2] if len(points) > 2 else here
    return form


def is_counter(outline: Outline) -> bool:
    """Tell whether an outline runs anticlockwise, as the counters in the wordmark's letters do."""
    following = [*outline[1:], outline[0]]
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(outline, following, strict=True)) < 0


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Split path data; a command left out is the one before it, and L after M."""
    tokens = _TOKEN.findall(data)
    command = ""
    while tokens:
        if tokens[0].isalpha():
            command = tokens.pop(0)
        count = _NUMBERS_OF[command.upper()]
        yield command, [float(token) for token in tokens[:count]]
        del tokens[:count]
        command = {"M": "L", "m": "l"}.get(command, command)


def _points(command: str, numbers: list[float], here: Point) -> Outline:
    x, y = here if command.islower() else (0.0, 0.0)
    if command in "Hh":
        return [(x + numbers[0], here[1])]
    if command in "Vv":
        return [(here[0], y + numbers[0])]
    return [(x + dx, y + dy) for dx, dy in zip(numbers[::2], numbers[1::2], strict=True)]


def _bezier(points: Sequence[Point]) -> Outline:
    """Flatten a line, a quadratic or a cubic curve; the first point is left out."""
    steps = 1 if len(points) == 2 else _CURVE_STEPS
    return [_on_bezier(points, n / steps) for n in range(1, steps + 1)]


def _on_bezier(points: Sequence[Point], t: float) -> Point:
    while len(points) > 1:
        points = [(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t) for (x0, y0), (x1, y1) in pairwise(points)]
    return points[0]
