"""The engine's renderer that draws share cards, each once: the pictures' cache keeps them from build to build."""

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.pictures.darkroom import Darkroom
from plugins.pictures.picture_cache import PictureCache
from plugins.pictures.values import Developed, Print
from plugins.share_cards.card_values import HEIGHT, WIDTH, CardPicture, ShareCard
from plugins.share_cards.fonts import FontSet
from plugins.stet.facts import digest_of

if TYPE_CHECKING:
    from plugins.share_cards.set_type import Typesetter

_NAME = "card.jpg"
_PACKAGES = ("pillow", "budoux")
_LIBRARIES = ("freetype2", "raqm", "harfbuzz", "fribidi", "libjpeg_turbo")


class ShareCardRenderer:
    """Draws cards with a set of fonts; `fonts` are their files by name."""

    def __init__(self, darkroom: Darkroom, fonts: Mapping[str, Path]) -> None:
        self._darkroom = darkroom
        self._cache = PictureCache(darkroom.root)
        self._fonts = fonts

    def version(self, template: str) -> bytes:
        """Return a constant: the model holds all that a card shows, and other code drops all state."""
        return b"share card"

    def prepare(self, templates: Iterable[str]) -> None:
        """Do nothing: a worker opens the fonts that it needs."""

    def render(self, model: ShareCard) -> bytes:
        """Return the card from the cache, or drawn."""
        key = hashlib.sha256(digest_of(model) + self._drawn_with).hexdigest()
        kept = self._cache.read(key, _NAME)
        if kept is not None:
            self._cache.touch([key])
            return kept
        card = self._draw(model)
        made = Developed(key, WIDTH, HEIGHT, tone=0, older=(Print(_NAME, WIDTH, HEIGHT, len(card)),))
        with suppress(OSError):  # a cache that cannot be written costs time, and no card
            self._cache.keep(made, {_NAME: card})
        return card

    def _draw(self, model: ShareCard) -> bytes:
        from plugins.share_cards.lay_out import lay_out  # here, as is all that draws: most builds draw no card
        from plugins.share_cards.paint import paint

        return paint(lay_out(model, self._type), self._photograph(model.picture), self._type)

    def _photograph(self, picture: CardPicture | None) -> bytes | None:
        return self._darkroom.read(picture.negative, picture.name) if picture else None

    @cached_property
    def _type(self) -> "Typesetter":
        from plugins.share_cards.set_type import Typesetter

        return Typesetter(FontSet(self._fonts))

    @cached_property
    def _drawn_with(self) -> bytes:
        """A digest of the code, the fonts and the libraries that draw: others may draw other pixels."""
        from importlib.metadata import version

        from PIL import features

        folder = Path(__file__).parent
        files = [*sorted(folder.glob("*.py")), folder.parent / "pictures" / "upright.py", *self._fonts.values()]
        versions = [*map(version, _PACKAGES), *(str(features.version(name)) for name in _LIBRARIES)]
        digests = [hashlib.sha256(file.read_bytes()).digest() for file in files]
        return hashlib.sha256(b"".join(digests) + " ".join(versions).encode()).digest()
