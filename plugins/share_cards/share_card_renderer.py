"""The engine's renderer that draws share cards, each once: the pictures' cache keeps them from build to build."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.pictures.as_is import read_as_is
from plugins.pictures.darkroom import Darkroom
from plugins.share_cards.card_cache import CardCache
from plugins.share_cards.card_values import CardPicture, ShareCard
from plugins.share_cards.fonts import FontSet
from plugins.stet.facts import digest_of

if TYPE_CHECKING:
    from plugins.share_cards.set_type import Typesetter

_LIBRARIES = ("freetype2", "raqm", "harfbuzz", "fribidi", "libjpeg_turbo")


class ShareCardRenderer:
    """Draws cards with a set of fonts; `fonts` are their files by name."""

    def __init__(self, darkroom: Darkroom, fonts: Mapping[str, Path]) -> None:
        self._darkroom = darkroom
        self._cache = CardCache(darkroom.root / "cards")
        self._fonts = fonts

    def version(self, template: str) -> bytes:
        """Return a constant: the model holds all that a card shows, and other code drops all state."""
        return b"share card"

    def prepare(self, templates: Iterable[str]) -> None:
        """Remove cards that have been of no use for long; a worker opens the fonts that it needs."""
        self._cache.collect()

    def render(self, model: ShareCard) -> bytes:
        """Return the card from the cache, or drawn."""
        key = hashlib.sha256(digest_of(model) + self._drawn_with).hexdigest()
        kept = self._cache.read(key)
        if kept is not None:
            return kept
        card = self._draw(model)
        self._cache.keep(key, card)
        return card

    def _draw(self, model: ShareCard) -> bytes:
        from plugins.share_cards.lay_out import lay_out  # here, as is all that draws: most builds draw no card
        from plugins.share_cards.paint import paint

        return paint(lay_out(model, self._type), self._photograph(model.picture), self._type)

    def _photograph(self, picture: CardPicture | None) -> bytes | None:
        if picture is None:
            return None
        whole = read_as_is(picture.negative, picture.name)
        return self._darkroom.read(picture.negative, picture.name) if whole is None else whole

    @cached_property
    def _type(self) -> "Typesetter":
        from plugins.share_cards.set_type import Typesetter

        return Typesetter(FontSet(self._fonts))

    @cached_property
    def _drawn_with(self) -> bytes:
        """A digest of the code and the libraries that draw: another one may draw other pixels."""
        from PIL import features  # here, for most builds draw no card

        code = b"".join(file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py")))
        versions = [str(features.version(name)) for name in _LIBRARIES]
        return hashlib.sha256(code + " ".join(versions).encode()).digest()
