"""Digest of the code that a build is made with: any change of it shows."""

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path


def code_digest(folders: Iterable[Path]) -> bytes:
    """Return a digest of every Python file in the folders, of the installed packages by version, and of Python."""
    digest = blake2b(digest_size=16)
    for words in (sys.version, sys.platform, *installed_packages()):
        digest.update(f"{words}\0".encode())
    for folder in folders:
        for path in sorted(_python_files(os.fspath(folder))):
            with contextlib.suppress(FileNotFoundError):  # it has just gone, or is a link to nothing, as Emacs makes
                content = Path(path).read_bytes()
                digest.update(f"{os.path.relpath(path, folder)}\0{len(content)}\0".encode())
                digest.update(content)
    return digest.digest()


def installed_packages() -> list[str]:
    """Return names and versions of all installed packages, in order, as their folders are called."""
    places = {os.path.realpath(place) for place in sys.path if place.endswith(("site-packages", "dist-packages"))}
    folders = [Path(place) for place in places if Path(place).is_dir()]
    names = (path.name for folder in folders for path in folder.iterdir())
    return sorted(name for name in names if name.endswith((".dist-info", ".egg-info", ".pth", ".egg-link")))


def _python_files(folder: str) -> Iterator[str]:
    with contextlib.suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _python_files(entry.path)
            elif entry.name.endswith(".py"):
                yield entry.path
