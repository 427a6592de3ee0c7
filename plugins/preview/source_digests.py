"""Digests of all code that a build process runs, so that any change of it shows."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from plugins.stet.code_digest import code_digest

PLUGINS = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class SourceDigests:
    """Digests of the code that a build process was started with."""

    plugins: bytes
    """Digest of the kit's plugins and of installed packages: with another one nothing of earlier builds holds."""
    settings: bytes
    """Digest of settings files and the modules that they import, which a process imports once."""


def digest_sources(imported: Iterable[str] = ()) -> SourceDigests:
    """Return the digests of the present code; `imported` are files that the settings import."""
    return SourceDigests(code_digest([PLUGINS]), _settings(imported))


def _settings(imported: Iterable[str]) -> bytes:
    digest = blake2b(digest_size=16)
    settings = (entry.path for entry in os.scandir() if entry.name.endswith(".py"))
    for path in sorted({*settings, *imported}):
        content = _content(Path(path))
        digest.update(f"{path}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.digest()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
