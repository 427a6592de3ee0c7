"""What a release consists of: the path, SHA-256 and size of each file. Knows files, not targets."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.publish.errors import PublishError

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFile:
    """One file's content: `sha256` in hexadecimal, `bytes` its size."""

    sha256: str
    bytes: int
    kind: str = field(default="", compare=False)
    """What the build calls files of its kind (`article`, `home`, `feed`, `file`); empty where nobody said."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """All files of a release, by their path below its root (`2023/11/x/index.html`), in order of path."""

    files: Mapping[str, PublishedFile]

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the whole release: equal content, equal digest."""
        return hashlib.sha256(to_json(self).encode()).hexdigest()

    @property
    def pages(self) -> int:
        """Return how many HTML files there are."""
        return sum(path.endswith(".html") for path in self.files)

    @property
    def bytes(self) -> int:
        """Return the size of all files together."""
        return sum(file.bytes for file in self.files.values())


def to_json(manifest: Manifest) -> str:
    """Return the manifest as JSON, one file a line, the same text for the same content."""
    lines = (
        f'{json.dumps(path)}: {{"bytes": {file.bytes}, "sha256": "{file.sha256}"}}'
        for path, file in sorted(manifest.files.items())
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def from_json(text: str) -> Manifest:
    """Return the manifest that `text` holds; raises ValueError when it holds none."""
    entries = json.loads(text)
    try:
        files = {
            str(path): PublishedFile(sha256=str(entry["sha256"]), bytes=int(entry["bytes"]))
            for path, entry in sorted(entries.items())
        }
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"no manifest: {error!r}") from error
    return Manifest(files)


def describe_folder(folder: Path) -> Manifest:
    """Return the manifest of what lies in `folder`, read file by file."""
    return Manifest(
        {path: PublishedFile(sha256=hash_file(folder / path), bytes=size) for path, size in sizes_in(folder).items()}
    )


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sizes_in(folder: Path) -> dict[str, int]:
    """Return the size of every file below `folder`; a release holds plain files only."""
    sizes = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise PublishError(f"{path} is not a plain file; a release holds plain files and folders only")
        if path.is_file():
            sizes[_name(path.relative_to(folder))] = path.stat().st_size
    return sizes


def _name(path: Path) -> str:
    """Return a path as releases have it; PublishError if its bytes are no text, which no address could be made of."""
    name = path.as_posix()
    if not name.isascii():
        try:
            name.encode()
        except UnicodeEncodeError:
            raise PublishError(f"the name of {name!a} is not UTF-8; rename the file") from None
    return name
