"""Writes and renames that a crash of the machine does not lose."""

import os
from pathlib import Path

from plugins.publish.site.copying import naming


def sync_folder(folder: Path) -> None:
    """Make the entries of a folder durable: without it a crash of the machine could lose a rename."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_durably(path: Path, text: str) -> None:
    """Write a whole text file, or leave the one before."""
    temporary = path.with_name(f"{path.name}.partial")
    with naming(path), temporary.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    sync_folder(path.parent)
