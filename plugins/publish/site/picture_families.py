"""Families of pictures: all files that were made from one picture, told by their names alone.

A release knows paths and digests, not the content folder; `plugins/pictures/paths.py` says how the names are made.
"""

import re
from collections.abc import Iterable, Mapping

_MADE = re.compile(r"(?P<name>(?:.*/)?pictures/[^/]+)-[^-/]+-(?P<content>[0-9a-f]{6})[0-9a-f]{6}\.[a-z0-9]+")
_NAMED = re.compile(r"(?P<name>pictures/[^/]+)-(?:[^-/]+-[0-9a-f]{12}|[0-9a-f]{8})\.[a-z0-9]+")
"""With the names that whole pictures had when they were published as they are."""


def is_in_shared_folder(path: str) -> bool:
    """Tell whether a file lies where a build puts all files that it makes of pictures, and those that texts link."""
    return path.startswith(("pictures/", "files/"))


def family_of(path: str) -> tuple[str, str] | None:
    """Return what all files made from a picture share: their name without size, and digits for the content.

    `path` may be an address too. None for all that was not made from a picture.
    """
    match = _MADE.fullmatch(path) if "pictures/" in path else None
    return (match["name"], match["content"]) if match else None


def picture_name(path: str) -> str | None:
    """Return the name of the picture that a file was made from, whatever its content was; None of other files."""
    match = _NAMED.fullmatch(path)
    return match["name"] if match else None


def grouped(paths: Iterable[str]) -> Mapping[str | tuple[str, str], list[str]]:
    """Return the paths by family, others by themselves; in the order in which the first of each comes."""
    groups: dict[str | tuple[str, str], list[str]] = {}
    for path in paths:
        groups.setdefault(family_of(path) or path, []).append(path)
    return groups
