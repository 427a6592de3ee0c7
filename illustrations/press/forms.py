"""Forms to print: outlines in pixels, made, moved and joined (`form + form`) without drawing anything."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Outline: TypeAlias = list[Point]
Form: TypeAlias = list[Outline]


def poly(*points: Point) -> Form:
    """Make a polygon."""
    return [list(points)]


def rect(x: float, y: float, width: float, height: float, r: float = 0) -> Form:
    """Make a rectangle from its top left corner; `r` rounds the corners."""
    right, bottom = x + width, y + height
    if not r:
        return poly((x, y), (right, y), (right, bottom), (x, bottom))
    corners = (
        (right - r, y + r, -90),
        (right - r, bottom - r, 0),
        (x + r, bottom - r, 90),
        (x + r, y + r, 180),
    )
    return [[point for cx, cy, start in corners for point in _arc(cx, cy, r, r, start, start + 90)]]


def disc(x: float, y: float, r: float) -> Form:
    """Make a circle from its centre."""
    return oval(x, y, r, r)


def oval(x: float, y: float, rx: float, ry: float) -> Form:
    """Make an ellipse from its centre."""
    return [_arc(x, y, rx, ry, 0, 360)]


def wedge(x: float, y: float, r: float, start: float, end: float) -> Form:
    """Make a slice of a circle; degrees run clockwise from three o'clock."""
    return [[(x, y), *_arc(x, y, r, r, start, end)]]


def bow(x: float, y: float, r: float, start: float, end: float) -> Form:
    """Make the part of a circle that a straight line cuts off between two angles."""
    return [_arc(x, y, r, r, start, end)]


def band(x: float, y: float, r: float, width: float, start: float = 0, end: float = 360) -> Form:
    """Make a ring, or a part of one, `width` wide inwards from `r`."""
    inner = r - width
    return [_arc(x, y, r, r, start, end) + _arc(x, y, inner, inner, start, end)[::-1]]


def burst(x: float, y: float, outer: float, inner: float, points: int, turn: float = 0) -> Form:
    """Make a star of so many points."""
    steps = range(points * 2)
    radii = (outer, inner)
    return [[_polar(x, y, radii[n % 2], turn - 90 + n * 180 / points) for n in steps]]


def stroke(points: Sequence[Point], width: float, square: bool = False) -> Form:
    """Make a line of a width through the points, with round ends and joints, or square ends."""
    form: Form = []
    for (x0, y0), (x1, y1) in pairwise(points):
        length = math.hypot(x1 - x0, y1 - y0) or 1.0
        dx, dy = (y1 - y0) / length * width / 2, (x0 - x1) / length * width / 2
        form.append([(x0 + dx, y0 + dy), (x1 + dx, y1 + dy), (x1 - dx, y1 - dy), (x0 - dx, y0 - dy)])
    joints = points[1:-1] if square else points
    return form + [outline for x, y in joints for outline in disc(x, y, width / 2)]


def curve(*points: Point, steps: int = 14) -> Outline:
    """Run a smooth (Catmull-Rom) line through the points; give it to `stroke`, or use it as an outline."""
    padded = [points[0], *points, points[-1]]
    line = [_catmull(padded[n : n + 4], step / steps) for n in range(len(points) - 1) for step in range(steps)]
    return [*line, points[-1]]


def blob(*points: Point) -> Form:
    """Make a closed smooth form through the points."""
    around = [points[-1], *points, points[0], points[1]]
    return [[_catmull(around[n : n + 4], step / 14) for n in range(len(points)) for step in range(14)]]


def moved(form: Form, dx: float, dy: float) -> Form:
    """Shift a form."""
    return _mapped(form, lambda x, y: (x + dx, y + dy))


def turned(form: Form, degrees: float, about: Point) -> Form:
    """Turn a form clockwise about a point."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    ax, ay = about
    return _mapped(form, lambda x, y: (ax + (x - ax) * cos - (y - ay) * sin, ay + (x - ax) * sin + (y - ay) * cos))


def scaled(form: Form, factor: float, about: Point = (0, 0)) -> Form:
    """Enlarge or reduce a form from a point."""
    ax, ay = about
    return _mapped(form, lambda x, y: (ax + (x - ax) * factor, ay + (y - ay) * factor))


def joined(forms: Iterable[Form]) -> Form:
    """Join many forms into one."""
    return [outline for form in forms for outline in form]


def _mapped(form: Form, change: Callable[[float, float], Point]) -> Form:
    return [[change(x, y) for x, y in outline] for outline in form]


def _polar(x: float, y: float, r: float, degrees: float) -> Point:
    return (x + r * math.cos(math.radians(degrees)), y + r * math.sin(math.radians(degrees)))


def _arc(x: float, y: float, rx: float, ry: float, start: float, end: float) -> Outline:
    steps = max(6, round(abs(end - start) / 3))
    angles = (math.radians(start + (end - start) * n / steps) for n in range(steps + 1))
    return [(x + rx * math.cos(angle), y + ry * math.sin(angle)) for angle in angles]


def _catmull(four: Sequence[Point], t: float) -> Point:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = four
    a, b = -t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3
    c, d = t + 4 * t**2 - 3 * t**3, t**3 - t**2
    return ((a * x0 + b * x1 + c * x2 + d * x3) / 2, (a * y0 + b * y1 + c * y2 + d * y3) / 2)
