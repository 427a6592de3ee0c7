"""Hashes of the style and script elements of pages, which a content security policy has to name.

Structured data needs none: a browser does not run it.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from plugins.press.disk_cache import cached_text, entry_key
from plugins.press.render import TemplateRenderer
from plugins.press.styles import minifier

_DATA = re.compile(r"""url\(["']?data:([\w/+-]*)""", re.IGNORECASE)


def inline_hashes(renderers: Sequence[TemplateRenderer], templates: Iterable[str]) -> dict[str, list[str]]:
    """Return the hashes of the `styles` and `scripts` that pages of these templates may have, and `data_sources`.

    The renderers are those of all languages. A hash is the SHA-256 of an element in base64. Data sources are the
    directives of a policy under which styles hold pictures or fonts (`data:`). All are sorted, each once.
    """
    names = sorted(set(templates))
    several = [json.loads(_known(renderer, names)) for renderer in renderers]
    return {name: sorted({each for found in several for each in found[name]}) for name in several[0]}


def _known(renderer: TemplateRenderer, names: Sequence[str]) -> str:
    key = entry_key("inline blocks", minifier(), *map(renderer.fingerprint, names))
    return cached_text(renderer.store, key, lambda: json.dumps(_read(renderer, names)))


def _read(renderer: TemplateRenderer, templates: Iterable[str]) -> dict[str, list[str]]:
    themes = list(map(renderer.theme, templates))
    styles = [css for theme in themes for css in (theme.css, *theme.needed.values())]
    return {
        "styles": _hashes(styles),
        "scripts": _hashes(js for theme in themes for js in (theme.script, *theme.scripts.values()) if js),
        "data_sources": sorted({name for css in styles for name in _data_sources(css)}),
    }


def _data_sources(style: str) -> Iterator[str]:
    for match in _DATA.finditer(style):
        yield "font-src" if "font" in match[1].lower() else "img-src"


def _hashes(texts: Iterable[str]) -> list[str]:
    return sorted({b64encode(sha256(text.encode()).digest()).decode() for text in texts})
