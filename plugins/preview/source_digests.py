"""Digests of all code that a build process runs, so that any change of it shows."""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from plugins.stet.code_digest import code_digest

PLUGINS = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class SourceDigests:
    """Digests of the code that a build process was started with."""

    plugins: bytes
    """Digest of the kit's plugins and of installed packages; after a change nothing of earlier builds holds."""
    settings: bytes
    """Digest of the settings files and of modules that they import, which a process imports only once."""


def digest_sources(imported: Iterable[str] = ()) -> SourceDigests:
    """Return the digests of the present code; `imported` are files that the settings import."""
    digest = blake2b(digest_size=16)
    settings = (entry.path for entry in os.scandir() if entry.name.endswith(".py"))
    for path in sorted({*settings, *imported}):
        content = b""
        with suppress(OSError):
            content = Path(path).read_bytes()
        digest.update(f"{path}\0{len(content)}\0".encode() + content)
    return SourceDigests(code_digest([PLUGINS]), digest.digest())
