"""Families of files: all that were made from one picture, or one file to open, told by their names alone.

A release knows paths and digests, not the content folder; `plugins/pictures/paths.py` and
`plugins/attachments/attachment_paths.py` say how the names are made.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from glob import escape

_MADE = re.compile(r"(?P<name>(?:.*/)?pictures/[^/]+)-[^-/]+-(?P<content>[0-9a-f]{6})[0-9a-f]{6}\.[a-z0-9]+")
_NAMED = re.compile(r"(?P<name>pictures/[^/]+)-(?:[^-/]+-[0-9a-f]{12}|[0-9a-f]{8})\.[a-z0-9]+")
"""With the names that whole pictures had when they were published as they are."""
_OPENED = re.compile(r"(?P<place>(?:.*/)?files/)(?P<content>[0-9a-f]{6})[0-9a-f]{6}/(?P<name>[^/]+)")


def is_in_shared_folder(path: str) -> bool:
    """Tell whether a file lies where a build puts all files that it makes of pictures, and those that texts link."""
    return path.startswith(("pictures/", "files/"))


def family_of(path: str) -> tuple[str, str] | None:
    """Return what all files made from a picture share: their name without size, and digits for the content.

    Of a file to open the name is `files/report.pdf`. `path` may be an address too. None for all other files.
    """
    if "files/" in path and (opened := _OPENED.fullmatch(path)):
        return opened["place"] + opened["name"], opened["content"]
    match = _MADE.fullmatch(path) if "pictures/" in path else None
    return (match["name"], match["content"]) if match else None


def pattern_of(family: tuple[str, str]) -> str:
    """Return the pattern of the paths of a family, below the folder of a release."""
    return "*".join(map(escape, pieces_of(family)))


def pieces_of(family: tuple[str, str]) -> Sequence[str]:
    """Return the parts that all paths of a family share, in their order: anything may stand between two of them."""
    name, content = family
    folder, _, file = name.rpartition("/")
    is_opened = folder == "files" or folder.endswith("/files")
    return (f"{folder}/{content}", f"/{file}") if is_opened else (f"{name}-", f"-{content}", "")


def picture_name(path: str) -> str | None:
    """Return the name of the picture that a file was made from, whatever its content was; None of other files.

    Of a file to open it is `files/report.pdf`.
    """
    if opened := _OPENED.fullmatch(path):
        return opened["place"] + opened["name"]
    match = _NAMED.fullmatch(path)
    return match["name"] if match else None


def grouped(paths: Iterable[str]) -> Mapping[str | tuple[str, str], list[str]]:
    """Return the paths by family, others by themselves; in the order in which the first of each comes."""
    groups: dict[str | tuple[str, str], list[str]] = {}
    for path in paths:
        groups.setdefault(family_of(path) or path, []).append(path)
    return groups
