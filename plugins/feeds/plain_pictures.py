"""Pictures for feed readers: one plain `<img>` each, of a size that all of them show.

Pages let browsers choose among files by `<picture>`, `srcset` and `sizes`, which many readers drop with the picture.
"""

import re

_PICTURE = re.compile(r"<picture\b[^>]*>.*?(<img\b[^>]*>).*?</picture>", re.DOTALL)
_IMAGE = re.compile(r"<img\b[^>]*>")
_ATTRIBUTE = re.compile(r'\s(?P<name>[\w-]+)(?:="(?P<value>[^"]*)")?')
_KEPT = ("src", "width", "height", "alt", "title", "id", "lang", "dir")
"""Attributes that mean something beyond our pages, in the order in which they are written."""


def plain_pictures(markup: str) -> str:
    """Return HTML of ours in which every picture is one `<img>` with the size of the file that it shows."""
    if "<img" not in markup:
        return markup
    return _IMAGE.sub(_plain, _PICTURE.sub(r"\1", markup))


def fit(width: int, height: int, widest: int) -> tuple[int, int]:
    """Return the sides of a picture, in proportion, if its file is at most so wide."""
    return (width, height) if width <= widest else (widest, max(1, round(height * widest / width)))


def _plain(image: re.Match[str]) -> str:
    found = {each["name"]: each["value"] for each in _ATTRIBUTE.finditer(image[0])}
    widest = _width_of_file(found)
    if widest and all((found.get(side) or "").isdigit() for side in ("width", "height")):
        width, height = fit(int(found["width"]), int(found["height"]), widest)
        found |= {"width": str(width), "height": str(height)}
    kept = [f'{name}="{found[name]}"' for name in _KEPT if found.get(name) is not None]
    return f"<img {' '.join(kept)}>"


def _width_of_file(found: dict[str, str]) -> int | None:
    """Return the width of the file at `src`, which `srcset` lists with the others."""
    for candidate in (found.get("srcset") or "").split(","):
        address, _, size = candidate.strip().partition(" ")
        if address == found.get("src") and size.removesuffix("w").isdigit():
            return int(size.removesuffix("w"))
    return None
