"""Copies of texts that sync tools, file managers and editors leave beside the original, known by their names."""

import re
from collections.abc import Callable, Collection, Iterator
from pathlib import PurePosixPath

from plugins.desk.text.link_targets import is_text_name

_WORD = "copy|kopie|copie|copia|cópia|kopia|副本|拷贝|コピー"
_NAMES = (
    r"(?P<name>.+?) \((?:[1-9]\d?|[^()]*\bconflict(?:ed)?\b[^()]*)\)",  # browsers, Drive; Dropbox, Nextcloud
    rf"(?P<name>.+?) \((?:{_WORD})\)",
    r"(?P<name>.+?) (?:[2-9]|[1-9]\d)",  # iCloud
    rf"(?P<name>.+?) (?:- )?(?:{_WORD})(?: \d{{1,2}}| \(\d{{1,2}}\))?",  # macOS, Windows
    rf"(?:{_WORD})(?: \(\d{{1,2}}\))? (?:of|von|de|di) (?P<name>.+)",
    r"(?P<name>.+?)\s?の?的?(?:副本|コピー)(?:\s?\d{1,2})?",
    r"(?P<name>.+)\.sync-conflict-[\w-]+",  # Syncthing
    r"(?P<name>.+)_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+",  # git mergetool
)
"""Patterns of whole names without suffix; compiled when one is needed, which in most builds none is."""
_HINTS = (
    "conflict",
    "copy",
    "kopi",
    "copi",
    "cópia",
    "副本",
    "拷贝",
    "コピー",
    "_backup_",
    "_base_",
    "_local_",
    "_remote_",
)
_MERGED = re.compile("_[BLR][AEO][A-Z]+_")
_NUMBER = r" \(?\d\d?\)?(?:[./]|$)"
"""One of these is in the name of every copy; names in which none is are not looked at closely."""
_BACKUPS = ("~", ".orig", ".bak", ".backup", ".old", ".rej")


def original_of(path: str, is_there: Callable[[str], bool]) -> str | None:
    """Return the path of the text that the one at `path` is a copy of, by its own name or that of a folder around it.

    `is_there` tells whether there is a text at a path.
    """
    if path.isascii() and not (" " in path or "sync-conflict" in path or _MERGED.search(path)):  # so for nearly all
        return None
    lower = path.lower()
    if not any(hint in lower for hint in _HINTS) and not re.search(_NUMBER, path):
        return None
    parts = path.split("/")
    for place, part in enumerate(parts):
        suffix = PurePosixPath(part).suffix if place == len(parts) - 1 else ""
        for name in _originals(part.removesuffix(suffix)):
            original = "/".join([*parts[:place], name + suffix, *parts[place + 1 :]])
            if is_there(original):
                return original
    return None


def copies_among(paths: Collection[str]) -> list[str]:
    """Return the texts at `paths` that are copies of others; pictures are left alone."""
    return [path for path in paths if original_of(path, paths.__contains__) is not None and is_text_name(path)]


def backup_of(name: str) -> str | None:
    """Return the name of the file that an editor has kept an old state of under `name`."""
    found = next((suffix for suffix in _BACKUPS if name.endswith(suffix)), "")
    return name.removesuffix(found) or None if found else None


def _originals(stem: str) -> Iterator[str]:
    for pattern in _NAMES:
        match = re.fullmatch(pattern, stem, re.IGNORECASE)
        if match:
            yield match["name"]
