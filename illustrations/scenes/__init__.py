"""The sample pictures, a module for each section: short functions that lay forms on a sheet."""

from __future__ import annotations

from press.scene import Scene
from scenes import advertising, authors, broadcast, ecommerce, martech, media, outdoor, pr, shops, social

_SECTIONS = (ecommerce, shops, social, pr, advertising, outdoor, media, broadcast, martech, authors)


def catalogue() -> dict[str, Scene]:
    """Give every scene by its file name below content/pictures (or below content, from `articles/` on)."""
    return {name: scene for section in _SECTIONS for name, scene in section.SCENES.items()}
