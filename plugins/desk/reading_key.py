"""The key of all settings that the reading of files depends on: under another one, every file is read again."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zoneinfo import TZPATH

from plugins.stet.facts import digest_of


def draws_with_fonts_of_kit(settings: Mapping[str, Any]) -> bool:
    """Tell whether share cards are drawn with the fonts of the kit alone."""
    cards = settings.get("SHARE_CARDS")
    return "plugins.share_cards" in settings.get("PLUGINS", ()) and not (isinstance(cards, dict) and cards.get("fonts"))


def reading_key(settings: Mapping[str, Any], around: tuple[Any, ...]) -> bytes:
    """Return the key that files are kept under: `around` and what it cannot hold; an unknown zone has no rules."""
    root = os.path.relpath(settings["PATH"]) if settings.get("PATH") else ""
    zone = settings.get("TIMEZONE")
    return digest_of((root, zone_rules(zone) if isinstance(zone, str) else b"", around))


def zone_rules(name: str) -> bytes:
    """Return a time zone's compiled rules on this machine; nothing where they come from a package with a version."""
    files = (Path(place, name) for place in TZPATH)
    return next((file.read_bytes() for file in files if file.is_file()), b"")
