"""The markup of a picture in a text: the files among which browsers choose, and classes for its shape and its tone.

How wide a text is depends on the theme, which prints it as it is; `PICTURES["text_sizes"]` says so for all texts, since
HTML that is the same for pages and feeds cannot be the theme's. It matters to browsers that do not know `auto` only.
"""

import html
import re
from collections.abc import Iterable

from plugins.newsroom.forms.shown_picture import Candidate, Picture

_CLASS = re.compile(r'\sclass="([^"]*)"')
_WIDTH = re.compile(r'\swidth="(\d+)"')


def picture_markup(image: str, picture: Picture, text_sizes: str) -> str:
    """Return the tag `image` of a picture, in which address and sides stand, with all that browsers choose by."""
    image = _with_classes(image, _shape(picture) + ([f"tone-{picture.tone}"] if picture.modern else []))
    sizes = f' sizes="{html.escape(f"auto, {_own_width(image, picture) or text_sizes}")}"'
    if len(picture.older) > 1 or picture.modern:  # `auto` of a source counts where the image has it too
        image = image.replace(" src=", f"{_srcset(picture.older)}{sizes} src=", 1)
    if not picture.modern:
        return image
    return f'<picture><source type="image/avif"{_srcset(picture.modern)}{sizes}>{image}</picture>'


def _shape(picture: Picture) -> list[str]:
    """Return the class by which a theme lays out pictures side by side; `wide` is the shape of one without."""
    return [] if picture.shape == "wide" else [f"is-{picture.shape}"]


def _with_classes(image: str, names: list[str]) -> str:
    if not names:
        return image
    written = _CLASS.search(image)
    if written is None:
        return image.replace("<img", f'<img class="{" ".join(names)}"', 1)
    return f"{image[: written.end(1)]} {' '.join(names)}{image[written.end(1) :]}"


def _own_width(image: str, picture: Picture) -> str:
    """Return the width that the author has given the picture, for `sizes`; nothing if it has its own."""
    width = _WIDTH.search(image)
    return f"{width[1]}px" if width and int(width[1]) != picture.width else ""


def _srcset(candidates: Iterable[Candidate]) -> str:
    return f' srcset="{html.escape(", ".join(f"{one.url} {one.width}w" for one in candidates))}"'
