"""Inventory of the content folder: its texts, pictures and files to open, with their status."""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import Any

from plugins.attachments.attachment_types import ATTACHMENT_TYPES, AttachmentType, is_attachment
from plugins.attachments.attachment_values import AttachmentError, SourceAttachment
from plugins.desk.files.copies import copies_among
from plugins.desk.files.picture_files import is_picture
from plugins.desk.files.strays import OTHERS_FOLDERS, UNFINISHED_MOVE, is_open, is_suspicious
from plugins.desk.text.link_targets import is_text_name
from plugins.pictures.paths import uniform_path
from plugins.pictures.values import PictureError, SourcePicture
from plugins.stet.state.signatures import scan

KINDS = ("articles", "pages", "authors", "categories", "tags", "sponsors", "promos")
"""The folders of texts; `KINDS` of the schema has the keys of their files."""

_BYTES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Inventory:
    """The files of a content folder."""

    files: Mapping[str, os.stat_result]
    """All of them by path below the folder, in order of path within each top folder; no copies of texts."""
    has_strays: bool
    """True if there may be stray files."""
    attachments: frozenset[str] = frozenset()
    """Paths of the files to open."""
    misnamed: tuple[str, ...] = ()
    """Paths that are not in UTF-8, of files that are not among the others."""


def take_inventory(root: Path, types: Mapping[str, AttachmentType] = ATTACHMENT_TYPES) -> Inventory:
    """Look at every file of the content folder `root`; empty where there is none. `types`: of files to open."""
    if not root.is_dir():
        return Inventory({}, True)
    files: dict[str, os.stat_result] = {}
    attachments: dict[str, os.stat_result] = {}
    has_strays = False
    for entry in sorted(root.iterdir()):
        has_strays = has_strays or entry.name == UNFINISHED_MOVE
        if not is_open(entry.name) or (entry.name in OTHERS_FOLDERS and entry.is_dir()):
            continue  # those folders are other plugins'
        if not entry.is_dir():
            if is_picture(entry.name) and entry.is_file():
                files[entry.name] = entry.stat()
            elif is_attachment(entry.name, types) and entry.is_file():
                attachments[entry.name] = entry.stat()
            has_strays = has_strays or is_suspicious(entry.name, KINDS)
            continue
        linked: list[str] = []
        for path, status in scan(root / entry.name, is_open, linked):
            name = f"{entry.name}/{path}"
            if not (S_ISREG(status.st_mode) or S_ISLNK(status.st_mode)):
                continue  # reading a pipe or a device would never end
            if (entry.name in KINDS and is_text_name(name)) or is_picture(name):
                files[name] = status
            elif is_attachment(name, types):
                attachments[name] = status
            else:
                has_strays = has_strays or is_suspicious(name, KINDS)
        has_strays = has_strays or bool(linked)
        for name, status in _behind_links(root, [f"{entry.name}/{path}" for path in linked]):
            if is_picture(name):
                files[name] = status
            elif is_attachment(name, types):
                attachments[name] = status
    misnamed = tuple(path for path in (*files, *attachments) if not _is_utf_8(path))
    for path in misnamed:
        files.pop(path, None)
        attachments.pop(path, None)
    copies = copies_among(files)
    for path in copies:
        del files[path]
    return Inventory({**files, **attachments}, has_strays or bool(copies), frozenset(attachments), misnamed)


def _is_utf_8(path: str) -> bool:
    """Tell whether a path can be written: of others, Python has signs in it that stand for bytes (`os.fsdecode`)."""
    return path.isascii() or not _BYTES.search(path)


def has_file(root: Path, path: str) -> bool:
    """Tell whether there is a file at a path in the folder; a link may hold anything, also what is no path at all."""
    inside = os.path.normpath(path)
    return not inside.startswith("..") and os.path.isfile(root / inside)  # noqa: PTH113 - Path raises for some names


def pictures_by_key(
    inventory: Inventory, light: Callable[[str], Sequence[Any]]
) -> dict[str, SourcePicture | PictureError]:
    """Return the pictures by key (`uniform_path`); of two with one key that one whose path it is.

    `light` returns the value that was kept of a file.
    """
    found = {}
    for path in filter(is_picture, inventory.files):
        key = uniform_path(path)
        if key == path or key not in inventory.files:
            found[key] = _picture(light(path))
    return found


def attachments_by_key(
    inventory: Inventory, light: Callable[[str], Sequence[Any]]
) -> dict[str, SourceAttachment | AttachmentError]:
    """Return the files to open as `pictures_by_key` does the pictures."""
    found = {}
    for path in sorted(inventory.attachments):
        key = uniform_path(path)
        if key == path or key not in inventory.files:
            kept = light(path)
            found[key] = AttachmentError(*kept) if len(kept) == 2 else SourceAttachment.kept(tuple(kept))
    return found


def _picture(light: Sequence[Any]) -> SourcePicture | PictureError:
    return PictureError(*light) if len(light) == 2 else SourcePicture._make(light)


def _behind_links(root: Path, linked: list[str]) -> Iterator[tuple[str, os.stat_result]]:
    """Yield the files behind links to folders, each folder once: a link may lead to where it stands."""
    seen = set()
    for link in linked:
        folder = (root / link).resolve()
        if folder in seen:
            continue
        seen.add(folder)
        deeper: list[str] = []
        for path, status in scan(folder, is_open, deeper):
            if S_ISREG(status.st_mode):
                yield f"{link}/{path}", status
        linked += [f"{link}/{path}" for path in deeper]
