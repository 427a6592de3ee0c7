"""Files of a release: path, SHA-256 and size of each, as a manifest of JSON holds them. Knows files, not targets."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.publish.errors import PublishError

CHUNK = 1 << 20

BY_OTHERS = "by others"
"""Kind of a file that lies in the output without being of the build: another Pelican plugin may have written it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFile:
    """Content of one file: `sha256` in hexadecimal, `bytes` its size."""

    sha256: str
    bytes: int
    kind: str = field(default="", compare=False)
    """Kind of output in the build (`article`, `home`, `feed`, `file`); empty where it is not known."""


def digest_of_files(files: Mapping[str, PublishedFile]) -> str:
    """Return the SHA-256 of a whole release: equal content, equal digest."""
    return hashlib.sha256(to_json(files).encode()).hexdigest()


def to_json(files: Mapping[str, PublishedFile]) -> str:
    """Return a manifest, one file a line, in order of path: the same text for the same content."""
    lines = (
        f'{json.dumps(path)}: {{"bytes": {file.bytes}, "sha256": "{file.sha256}"}}'
        for path, file in sorted(files.items())
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def from_json(text: str) -> dict[str, PublishedFile]:
    """Return the files in a manifest, in order of path. Raises ValueError where `text` is none."""
    entries = json.loads(text)
    try:
        return {
            str(path): PublishedFile(sha256=str(entry["sha256"]), bytes=int(entry["bytes"]))
            for path, entry in sorted(entries.items())
        }
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"no manifest: {error!r}") from error


def read_manifest(place: Path) -> dict[str, PublishedFile] | None:
    """Return the files in the manifest at a place; None where there is none, or it cannot be read."""
    try:
        return from_json(place.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def describe_folder(folder: Path) -> dict[str, PublishedFile]:
    """Return the files of a folder, in order of path; reads each."""
    sizes = sizes_in(folder)
    return {path: PublishedFile(sha256=hash_file(folder / path), bytes=size) for path, size in sizes.items()}


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sizes_in(folder: Path) -> dict[str, int]:
    """Return the size of every file in a folder. Raises PublishError for all but plain files with names in UTF-8."""
    sizes = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise PublishError(f"{path} is not a plain file; a release holds plain files and folders only")
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            try:
                name.encode()
            except UnicodeEncodeError:  # it could have no address
                raise PublishError(f"the name of {name!a} is not UTF-8; rename the file") from None
            sizes[name] = path.stat().st_size
    return sizes
