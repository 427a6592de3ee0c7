"""The web manifest: name, icons and colours for browsers that put a publication beside programs.

https://www.w3.org/TR/appmanifest/
"""

import json
from collections.abc import Sequence
from typing import NamedTuple

from plugins.newsroom.language.language_tags import text_direction

MANIFEST_URL = "/site.webmanifest"


class ManifestIcon(NamedTuple):
    """An icon in the manifest."""

    url: str
    side: int
    purpose: str


def web_manifest(
    *, name: str, short_name: str, lang: str, prefix: str, paper: str, icons: Sequence[ManifestIcon]
) -> str:
    """Return the manifest as JSON; `prefix` is the path that the site lives under."""
    home = f"{prefix}/"
    value = {
        "id": home,
        "name": name,
        "short_name": short_name or name,
        "lang": lang,
        "dir": text_direction(lang),
        "start_url": home,
        "scope": home,
        "display": "minimal-ui",
        "background_color": paper,
        "theme_color": paper,
        "icons": [
            {"src": icon.url, "sizes": f"{icon.side}x{icon.side}", "type": "image/png", "purpose": icon.purpose}
            for icon in icons
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
