"""Places and parts of pictures as authors write them: a focal point, `40% 20%`, and a crop, `10% 0% 80% 60%`."""

import re
import unicodedata
from typing import Annotated, Any

from pydantic import BeforeValidator

from plugins.newsroom.front_matter.mistakes import mistake, shown
from plugins.newsroom.front_matter.types import InWords

_ACROSS = {"left": 0, "right": 100}
_DOWN = {"top": 0, "bottom": 100}
"""InWords of CSS for places; `center` may stand beside them, or alone."""
_FOCUS_REMEDY = "write percent from the left and from the top, as 40% 20%"
_CROP_REMEDY = "write left, top, width and height in percent, as 10% 0% 80% 60%"

_SEPARATORS = re.compile(r"[\s,;/]+")
_SHARE, _IN_ONE = re.compile(r"0?\.\d+"), re.compile(r"[01](?:\.0*)?|0?\.\d+")


def _focus(value: Any) -> Any:
    words = value.lower().split() if isinstance(value, str) else []
    across, down = ([word for word in words if word in side] for side in (_ACROSS, _DOWN))
    is_place = len(across) < 2 and len(down) < 2 and len(across) + len(down) + words.count("center") == len(words)
    if words and is_place and len(words) <= 2:
        return _ACROSS[across[0]] if across else 50, _DOWN[down[0]] if down else 50
    numbers = _percents(value)
    if numbers is None or len(numbers) != 2:
        raise mistake(f"{shown(value)} is no place in a picture", _FOCUS_REMEDY)
    return tuple(numbers)


def _crop(value: Any) -> Any:
    numbers = _percents(value)
    if numbers is None or len(numbers) != 4:
        raise mistake(f"{shown(value)} is no part of a picture", _CROP_REMEDY)
    left, top, width, height = numbers
    if width < 1 or height < 1:
        raise mistake(f"{shown(value)} leaves nothing of the picture", _CROP_REMEDY)
    if left + width > 100 or top + height > 100:
        raise mistake(f"{shown(value)} leads out of the picture", "left and width, top and height make 100% at most")
    return tuple(numbers)


def _percents(value: Any) -> list[int] | None:
    """Return numbers from 0 to 100, written with or without `%`, as text or as a list; None for anything else.

    Shares of one, as other systems have them (`0.4 0.2`), and the signs of Chinese keyboards are understood.
    """
    parts = _SEPARATORS.split(_plain(value)) if isinstance(value, str) else value
    if not isinstance(parts, list | tuple):
        return None
    if any(_SHARE.fullmatch(str(part)) for part in parts) and all(_IN_ONE.fullmatch(str(part)) for part in parts):
        return [round(float(part) * 100) for part in parts]
    matches = [re.fullmatch(r"(\d{1,3})(?:\.\d+)?%?", str(part)) for part in parts]
    numbers = [int(match[1]) for match in matches if match and int(match[1]) <= 100]
    return numbers if len(numbers) == len(parts) else None


def _plain(value: str) -> str:
    """Return a text with signs of ASCII, and each `%` behind its number."""
    return re.sub(r"\s*%\s*", "% ", unicodedata.normalize("NFKC", value).replace("、", ",")).strip()


Focus = Annotated[tuple[int, int], BeforeValidator(_focus), InWords("place in a picture, in percent")]
"""Percent from the left and from the top."""
CropArea = Annotated[tuple[int, int, int, int], BeforeValidator(_crop), InWords("part of a picture, in percent")]
"""Left, top, width and height in percent."""
