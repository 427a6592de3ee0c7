"""The files that a look adds to the site, and the engine's renderer that makes them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from plugins.brand.brand_colours import Remark
from plugins.newsroom.brand import Brand
from plugins.newsroom.problems import Problem

BRAND_FILE = "brand file"
"""Name of the kind of files, and of its renderer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandFile:
    """A file of the look, with its place in the project and in the output."""

    path: str
    """In the output."""
    way: Literal["text", "drawing", "picture", "font", "icon"]
    source: str = ""
    """Path of the file that it is made of, relative to the project's folder."""
    digest: bytes = b""
    """Of that file."""
    text: str = ""
    """The whole of a file that is made of nothing else."""
    icon: "SiteIcon | None" = None
    """The icon that a file in pixels shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteIcon:
    """An icon in pixels: of the file's source, or else of a letter."""

    sides: tuple[int, ...]
    """Several for a file that holds the icon at each."""
    paper: str
    is_opaque: bool = False
    is_maskable: bool = False
    letter: str = ""
    ground: str = ""
    ink: str = ""
    lang: str = ""


class MadeBrand(NamedTuple):
    """A look, the files that it adds to the site, and what there is to say of it."""

    brand: Brand
    files: list[BrandFile]
    problems: list[Problem]
    """Of the files in the folder."""
    remarks: list[Remark]
    """Of the settings."""


class BrandFileRenderer:
    """Makes the files that a look adds to the site."""

    def version(self, template: str) -> bytes:
        """Return a constant: the model holds all that a file depends on, and other code drops all state."""
        return b"brand file"

    def prepare(self, templates: Iterable[str]) -> None:
        """Do nothing: there are no templates."""

    def render(self, model: BrandFile) -> bytes:
        """Return the file, cleaned of everything that readers need not have."""
        if model.icon:
            return _icon(model, model.icon)
        if model.way == "text":
            return model.text.encode()
        data = Path(model.source).read_bytes()
        return data if model.way == "font" else _cleaned(data, model.way)


def _icon(model: BrandFile, icon: SiteIcon) -> bytes:
    from plugins.brand.icon_pixels import IconPixels, LetterIcon  # here, for it loads Pillow and resvg

    if model.source:
        drawn: LetterIcon | bytes = Path(model.source).read_bytes()
    else:
        drawn = LetterIcon(letter=icon.letter, ground=icon.ground, ink=icon.ink, lang=icon.lang)
    pixels = IconPixels(drawn, icon.paper)
    if model.path.endswith(".ico"):
        return pixels.ico(icon.sides)
    return pixels.png(icon.sides[0], is_opaque=icon.is_opaque, is_maskable=icon.is_maskable)


def _cleaned(data: bytes, way: str) -> bytes:
    from plugins.pictures.drawings.clean_svg import clean_svg  # here, for most builds read no picture
    from plugins.pictures.picture_formats import format_of
    from plugins.pictures.strip import without_metadata

    match way:
        case "drawing":
            return clean_svg(data)
        case _:
            return without_metadata(data, format_of(data) or "png")
