"""Slugs: the part of an address that names one thing, made of a-z, 0-9 and hyphens."""

import re

from unidecode import unidecode

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def slugify(text: str) -> str:
    """Return a slug for `text`; other scripts are transliterated. Empty if nothing in it can be read aloud.

    `+` and `#` behind a word are words themselves: C, C++ and C# have three addresses.
    """
    plain = re.sub(r"['’`]", "", unidecode(text)).lower()
    plain = re.sub(r"(?<=[a-z0-9])\++", lambda signs: "-plus" * len(signs[0]) + "-", plain)
    plain = re.sub(r"(?<=[a-z0-9])#(?![a-z0-9])", "-sharp-", plain)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def is_slug(text: str) -> bool:
    """Tell whether `text` is a slug already."""
    return _SLUG.fullmatch(text) is not None
