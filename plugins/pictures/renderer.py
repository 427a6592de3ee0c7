"""The engine's renderer that writes developed pictures."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from plugins.pictures.darkroom import Darkroom
from plugins.pictures.values import Negative

PICTURE = "picture"
"""Name of the renderer, and of the kind of files."""


class PrintFile(NamedTuple):
    """The model of a file made from a picture."""

    negative: Negative
    name: str
    """Among the prints."""
    key: str
    """Stands for all that the file depends on."""


@dataclass(frozen=True, slots=True)
class PictureRenderer:
    """Reads developed pictures from the cache; one that is gone from there is developed again."""

    darkroom: Darkroom

    def version(self, template: str) -> bytes:
        """Return a constant: the key in a file's model says how it is developed."""
        return b"picture"

    def prepare(self, templates: Iterable[str]) -> None:
        """Do nothing: there are no templates."""

    def render(self, model: PrintFile) -> bytes:
        return self.darkroom.read(model.negative, model.name)
