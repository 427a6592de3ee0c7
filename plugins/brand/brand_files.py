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
    way: Literal["text", "drawing", "picture", "phone icon", "font"]
    source: str = ""
    """Path of the file that it is made of, relative to the project's folder."""
    digest: bytes = b""
    """Of that file."""
    text: str = ""
    """The whole of a file that is made of nothing else."""


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
        if model.way == "text":
            return model.text.encode()
        data = Path(model.source).read_bytes()
        return data if model.way == "font" else _cleaned(data, model.way)


def _cleaned(data: bytes, way: str) -> bytes:
    from plugins.brand.icons import phone_icon  # here, as is all that reads pictures: most builds read none
    from plugins.pictures.drawings.clean_svg import clean_svg
    from plugins.pictures.picture_formats import format_of
    from plugins.pictures.strip import without_metadata

    match way:
        case "drawing":
            return clean_svg(data)
        case "phone icon":
            return phone_icon(data)
        case _:
            return without_metadata(data, format_of(data) or "png")
