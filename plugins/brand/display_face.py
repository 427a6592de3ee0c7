"""The face of headlines: a font of the publication's own, sized so that headlines hardly move when it arrives."""

import io

_FAMILY = "_display"
"""The theme's stacks for headlines begin with it."""
_USUAL = 0.48
"""Height of an x by the size, of the serifs that readers see until the face is there: Georgia, Charter, Iowan."""
_LEAST, _MOST = 85, 115
"""Percent: a face is not made much larger or smaller than its makers meant it."""
_MEASURED = 1000
_NO_CHARACTER = "\U000ffffd"
"""Of those for private use: no font has it."""


def face_rule(data: bytes, url: str) -> str:
    """Return the `@font-face` rule of a font in WOFF2 at an address."""
    return (
        f'@font-face{{font-family:"{_FAMILY}";src:url("{url}") format("woff2");'
        # All weights, so that browsers embolden nothing: a font with axes takes those that it has.
        f"font-weight:1 999;font-display:swap;size-adjust:{size_percent(data)}%}}"
    )


def size_percent(data: bytes) -> int:
    """Return the percent of its size at which a face is as large to the eye as the usual ones; 100 without an x."""
    from PIL import ImageFont  # here, for few publications have a face of their own

    font = ImageFont.truetype(io.BytesIO(data), _MEASURED)
    box, nothing = font.getbbox("x", anchor="ls"), font.getbbox(_NO_CHARACTER, anchor="ls")
    height = (box[3] - box[1]) / _MEASURED
    return min(_MOST, max(_LEAST, round(100 * _USUAL / height))) if height and box != nothing else 100
