"""Things that several pictures show: bubbles, phones, boxes, microphones, people from the chest up."""

from __future__ import annotations

from press.forms import Form, Point, band, disc, joined, moved, oval, poly, rect, scaled, stroke, turned
from press.paths import path
from press.sheet import COLOUR, INK, PAPER, Sheet


def bubble(x: float, y: float, width: float, height: float, tail: float, r: float = 48, drop: float = 64) -> Form:
    """Make a speech bubble; `tail` is where its tail leaves the lower edge, to the left if negative."""
    foot, side = x + abs(tail), 1 if tail > 0 else -1
    point = poly((foot, y + height - 4), (foot + side * 74, y + height - 4), (foot - side * 8, y + height + drop))
    return rect(x, y, width, height, r) + point


def box(sheet: Sheet, corner: Point, size: Point, lean: float = 0, tone: str = PAPER, tape: str = INK) -> None:
    """Print a taped parcel seen from the front, turned about its lower left corner."""
    (x, y), (width, height) = corner, size
    about = (x, y + height)
    sheet.fill(INK, turned(rect(x, y, width, height), lean, about))
    sheet.fill(tone, turned(rect(x + 9, y + 9, width - 18, height - 18), lean, about))
    middle = x + width * 0.5
    strip = poly(
        (middle - 15, y + 9),
        (middle + 15, y + 9),
        (middle + 15, y + 62),
        (middle, y + 52),
        (middle - 15, y + 62),
    )
    sheet.fill(tape, turned(strip, lean, about))
    sheet.fill(INK, turned(rect(x + 26, y + height - 44, width * 0.3, 10), lean, about))
    sheet.fill(INK, turned(rect(x + 26, y + height - 64, width * 0.2, 10), lean, about))


def microphone(sheet: Sheet, head: Point, foot: Point, r: float = 40, tone: str = PAPER) -> None:
    """Print a press microphone: a banded head, a grip, and a stand that runs to the foot."""
    x, y = head
    sheet.fill(INK, stroke([head, foot], 12))
    sheet.fill(INK, rect(x - r - 8, y - r * 1.5 - 8, 2 * r + 16, r * 3 + 16, r + 8))
    sheet.fill(tone, rect(x - r, y - r * 1.5, 2 * r, r * 3, r))
    bars = joined(rect(x - r, y - r + n * 20, 2 * r, 7) for n in range(round(r / 10)))
    sheet.fill(INK, bars, within=rect(x - r, y - r * 1.5, 2 * r, r * 1.7, r))
    sheet.fill(INK, rect(x - r, y + r * 0.2, 2 * r, 16))


def bust(x: float, y: float, r: float) -> Form:
    """Make the silhouette of a head and shoulders; the head's centre and radius given."""
    neck = rect(-0.38, 0.5, 0.76, 1)
    shoulders = path("M-2.1 3.4 C-2.1 1.5 -1 1.35 0 1.3 C1 1.35 2.1 1.5 2.1 3.4 Z")
    return moved(scaled(oval(0, 0, 0.88, 1.05) + neck + shoulders, r), x, y)


def note(x: float, y: float, size: float, lean: float = 0) -> Form:
    """Make a quaver; its head's centre given."""
    head = turned(oval(x, y, size, size * 0.72), -18, (x, y))
    stem = rect(x + size * 0.7, y - size * 3.4, size * 0.28, size * 3.4)
    flag = path(
        f"M{x + size * 0.7:.0f} {y - size * 3.4:.0f} C{x + size * 1.1:.0f} {y - size * 2.4:.0f} "
        f"{x + size * 2.2:.0f} {y - size * 2.4:.0f} {x + size * 1.8:.0f} {y - size * 1.1:.0f} "
        f"C{x + size * 1.8:.0f} {y - size * 1.8:.0f} {x + size * 1.2:.0f} {y - size * 2:.0f} "
        f"{x + size * 0.7:.0f} {y - size * 2.2:.0f} Z"
    )
    return turned(head + stem + flag, lean, (x, y))


def coin(sheet: Sheet, centre: Point, r: float, squeeze: float = 1.0, lean: float = 0, tone: str = PAPER) -> None:
    """Print a coin; `squeeze` narrows it as it turns in the air."""
    x, y = centre
    sheet.fill(INK, turned(oval(x, y, r * squeeze, r), lean, centre))
    sheet.fill(tone, turned(oval(x, y, (r - 9) * squeeze, r - 9), lean, centre))
    if squeeze > 0.5:
        sheet.fill(INK, turned(rect(x - 7 * squeeze, y - r * 0.42, 14 * squeeze, r * 0.84), lean, centre))


def wheel(sheet: Sheet, centre: Point, r: float, tone: str = PAPER) -> None:
    """Print a wheel with a tyre and a hub."""
    sheet.fill(INK, disc(*centre, r))
    sheet.fill(tone, disc(*centre, r * 0.58))
    sheet.fill(INK, disc(*centre, r * 0.2))


def rule_block(x: float, y: float, width: float, rows: int, pitch: float = 24, weight: float = 9) -> Form:
    """Make rows of lines that stand for text, the last one short."""
    return joined(rect(x, y + n * pitch, width * (0.6 if n == rows - 1 else 1), weight) for n in range(rows))


def hollow(x: float, y: float, r: float, width: float) -> Form:
    """Make a whole ring as two joined halves, so that it has no seam."""
    return band(x, y, r, width, 0, 181) + band(x, y, r, width, 180, 361)


def waves(sheet: Sheet, top: float) -> None:
    """Print a sea of overlapping ringed discs across a wide sheet; `top` is the first row's centre."""
    for row in range(3):
        for n in range(-1, 12):
            x, y = n * 120 + 60 * (row % 2), top + row * 42
            for r, tone in ((66, INK), (55, PAPER), (40, COLOUR), (16, PAPER)):
                sheet.fill(tone, disc(x, y, r))
