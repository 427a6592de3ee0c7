"""Hashes of the style and script elements of pages, which a content security policy has to name.

Structured data needs none: a browser does not run it.
"""

import json
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from plugins.press.disk_cache import NO_CACHE, ThemeCache, cached_text, entry_key
from plugins.press.render import TemplateRenderer
from plugins.press.styles import minifier


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineHashes:
    """SHA-256 in base64 of every such element, each once, sorted."""

    styles: tuple[str, ...]
    scripts: tuple[str, ...]


def inline_hashes(renderer: TemplateRenderer, templates: Iterable[str], cache: ThemeCache = NO_CACHE) -> InlineHashes:
    """Return the hashes of the elements that pages of these templates may have."""
    names = sorted(set(templates))
    key = entry_key("inline", minifier(), *map(renderer.fingerprint, names))
    found = json.loads(cached_text(cache, key, lambda: json.dumps(_read(renderer, names))))
    return InlineHashes(styles=tuple(found["styles"]), scripts=tuple(found["scripts"]))


def _read(renderer: TemplateRenderer, templates: Iterable[str]) -> dict[str, list[str]]:
    themes = list(map(renderer.theme, templates))
    return {
        "styles": _hashes(theme.css for theme in themes),
        "scripts": _hashes(theme.script for theme in themes if theme.script),
    }


def _hashes(texts: Iterable[str]) -> list[str]:
    return sorted({b64encode(sha256(text.encode()).digest()).decode() for text in texts})
