"""Cost of developing pictures, said in words before it is spent."""

from collections.abc import Sequence

from plugins.pictures.values import Negative

_WORTH_SAYING = 20.0
"""Seconds from which somebody who waits wants to know beforehand."""

_SECONDS = 0.1
"""CPU time of a picture, whatever its size …"""
_SECONDS_BY_PIXEL = {"jpeg": 0.01e-6, "gif": 0.03e-6, "png": 0.06e-6, "webp": 0.05e-6, "avif": 0.05e-6}
"""… of each pixel that is decoded …"""
_SECONDS_BY_PRINTED_PIXEL = 0.11e-6
"""… and of each that is resized and encoded: measured with photographs, by `make bench-pictures`."""

_SECONDS_OF_RATIOS = 0.15
"""CPU time of the three ratios, beside the sizes."""

_PRINTED_PIXELS = 7_000_000
"""Of all rungs of a large picture together."""

_PRINTED_SHARE = 2.5
"""Pixels of all rungs of a smaller one, in those of its widest."""


def cost_in_words(tasks: Sequence[Sequence[Negative]], processes: int, kept: str) -> list[str]:
    """Return a line on the time that pictures will take on so many processors; none for a short one.

    `kept` is the folder that keeps them.
    """
    seconds = sum(_seconds(negative) for task in tasks for negative in task) / processes
    if seconds < _WORTH_SAYING:
        return []
    processors = "1 processor" if processes == 1 else f"{processes} processors"
    what = f"{len(tasks):,} pictures to develop, about {_duration(seconds)} on {processors}"
    return [f"{what}; those that are done are kept in {kept}, so a run that was stopped goes on from there"]


def _seconds(negative: Negative) -> float:
    """Return the CPU time that a picture takes, about."""
    source = negative.source
    if negative.purpose != "sizes" or source.format == "svg" or source.is_animated:
        return _SECONDS_OF_RATIOS if negative.purpose == "ratios" else 0.0
    pixels = source.width * source.height
    printed = min(pixels * _PRINTED_SHARE, _PRINTED_PIXELS)
    return _SECONDS + pixels * _SECONDS_BY_PIXEL.get(source.format, 0.0) + printed * _SECONDS_BY_PRINTED_PIXEL


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{round(seconds, -1):.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 120 else f"{minutes / 60:.1f} h"
