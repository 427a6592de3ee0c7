"""The darkroom: develops pictures, each once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.newsroom.settings import read_settings
from plugins.pictures.as_is import as_is, read_as_is
from plugins.pictures.settings import PicturesSettings
from plugins.pictures.values import Developed, Negative, PictureError
from plugins.stet.step import Progress, say_nothing
from plugins.stet.workers import Spread


@dataclass(frozen=True, slots=True)
class Darkroom:
    """Develops pictures, and keeps what was made."""

    root: Path

    def key(self, negative: Negative) -> str:
        """Return the digest of all that developing depends on."""
        return as_is(negative).key

    def developed(self, negative: Negative) -> Developed:
        """Return the files made from a picture, which is developed now if it has not been."""
        return as_is(negative)

    def missing(self, negatives: Sequence[Negative]) -> list[Negative]:
        """Return the pictures that have not been developed."""
        return []

    def develop(
        self,
        negatives: Sequence[Negative],
        spread: Spread,
        progress: Progress = say_nothing,
        say: Callable[[str], None] = say_nothing,
    ) -> list[tuple[Negative, PictureError]]:
        """Develop the pictures that have not been; returns those that failed, with the reasons."""
        return []

    def read(self, negative: Negative, name: str) -> bytes:
        """Return a file made from a picture."""
        return read_as_is(negative, name) or b""


def darkroom_of(settings: Mapping[str, Any]) -> Darkroom:
    """Return the darkroom by Pelican's settings."""
    return Darkroom(Path(read_settings(PicturesSettings, settings, "PICTURES").cache))
