"""What the build process is made of, told so that any change of it shows."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from plugins.stet.code_digest import world_of

PLUGINS = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Code:
    """Digests of code."""

    world: bytes
    """Of the plugins and of what is installed: what was built with another one is worth nothing."""
    settings: bytes
    """Of settings files and what they import, which a process imports once."""


def present_code(others: Iterable[str] = ()) -> Code:
    """Return the code that there is now: the kit's, and beside the settings files the files `others`."""
    return Code(world_of([PLUGINS]), _settings(others))


def _settings(others: Iterable[str]) -> bytes:
    digest = blake2b(digest_size=16)
    settings = (entry.path for entry in os.scandir() if entry.name.endswith(".py"))
    for path in sorted({*settings, *others}):
        content = _content(Path(path))
        digest.update(f"{path}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.digest()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
