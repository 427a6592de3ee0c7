"""Lines of a headline: the largest size at which it fits its box, and lines of even length.

Widths are in ems, so that one measure serves for all sizes.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from plugins.share_cards.line_breaks import Piece, characters

_LONELY = 0.3
"""Part of a line's width below which a last line is lonely. Judgement of this project, as its weight."""
_LONELY_WEIGHT = 2.0
_PAUSE_WEIGHT = 0.06
_PAUSES = frozenset(",;:.!?—–，、；：。！？،؛؟")
"""Punctuation after which readers pause: a line ends well there."""

Measure = Callable[[str], float]
"""Width of a text in ems."""


class Setting(NamedTuple):
    """A box that a text is set into."""

    width: float
    height: float
    sizes: Sequence[int]
    """To be tried, the largest first, in pixels."""
    leading: float
    """From baseline to baseline, in ems."""
    depth: float
    """Height of a single line, in ems."""
    most: int = 9
    """Lines, at most."""


class Fitted(NamedTuple):
    """Lines, and the size that they fit at."""

    size: int
    lines: tuple[str, ...]


def fit_lines(pieces: Sequence[Piece], measure: Measure, box: Setting) -> Fitted:
    """Return the lines at the largest size; at the smallest one, words are split and what is too much is cut."""
    for size in box.sizes:
        width = box.width / size
        if all(measure(piece.text) <= width for piece in pieces):
            lines = _balanced(pieces, measure, width)
            if len(lines) <= _room(box, size):
                return Fitted(size, tuple(lines))
    size = box.sizes[-1]
    width, room = box.width / size, _room(box, size)
    lines = _balanced([part for piece in pieces for part in _split(piece, measure, width)], measure, width)
    if len(lines) > room:
        lines = [*lines[: room - 1], shortened_to(" ".join(lines[room - 1 :]), measure, width)]
    return Fitted(size, tuple(lines))


def shortened_to(text: str, measure: Measure, width: float) -> str:
    """Return as much of a text as fits a line, with an ellipsis if that is not all."""
    if measure(text) <= width:
        return text
    kept = list(characters(text))
    while kept and measure("".join(kept).rstrip(" ,.;:、，。؛،") + "…") > width:
        kept.pop()
    return "".join(kept).rstrip(" ,.;:、，。؛،") + "…"


def _room(box: Setting, size: int) -> int:
    """Return the number of lines of this size that the box holds."""
    return max(1, min(box.most, 1 + int((box.height / size - box.depth) / box.leading + 1e-9)))


def _split(piece: Piece, measure: Measure, width: float) -> list[Piece]:
    """Return the piece in parts that each fit a line."""
    parts, part = [], ""
    for character in characters(piece.text):
        if part and measure(part + character) > width:
            parts.append(Piece(part, ""))
            part = ""
        part += character
    return [*parts, Piece(part, piece.gap)]


def _balanced(pieces: Sequence[Piece], measure: Measure, width: float) -> list[str]:
    """Return as few lines as there can be, as even as they can be; each piece fits the width."""
    widths = [measure(piece.text) for piece in pieces]
    gaps = [measure(piece.gap) if piece.gap else 0.0 for piece in pieces]
    ends = _best_ends(widths, gaps, [piece.text[-1:] in _PAUSES for piece in pieces], width)
    starts = [0, *ends]
    return ["".join(piece.text + piece.gap for piece in pieces[a:b]).strip() for a, b in pairwise(starts)]


def _best_ends(widths: Sequence[float], gaps: Sequence[float], pauses: Sequence[bool], width: float) -> list[int]:
    """Return the ends of the lines: the fewest, then those with the least sum of squared rests, less some at pauses."""
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(widths) + 1):
        options = []
        line = -gaps[end - 1]
        for start in range(end - 1, -1, -1):
            line += widths[start] + gaps[start]
            if line > width and start < end - 1:
                break
            lines, cost, _ = best[start]
            is_lonely = end == len(widths) and start > 0 and line < _LONELY * width
            rest = (1 - line / width) ** 2 + (_LONELY_WEIGHT if is_lonely else 0)
            rest -= _PAUSE_WEIGHT if pauses[end - 1] else 0
            options.append((lines + 1, cost + rest, start))
        best.append(min(options))
    ends = []
    position = len(widths)
    while position:
        ends.append(position)
        position = best[position][2]
    return ends[::-1]
