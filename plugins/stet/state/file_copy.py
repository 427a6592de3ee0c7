"""Copies of files that are outputs as they are, of any size: in blocks, with the digests of what was copied."""

import hashlib
import sys
from pathlib import Path
from typing import BinaryIO, NamedTuple

_BLOCK = 1 << 20
_FICLONE = 0x40049409
"""Number of the request to share blocks, `ioctl_ficlone(2)`."""


class CopiedContent(NamedTuple):
    """Content of a file that was copied: its SHA-256, its BLAKE2b, and its size in bytes."""

    sha256: bytes
    blake2b: bytes
    bytes: int


def copy_file(source: Path, place: Path, digest_size: int) -> CopiedContent:
    """Copy `source` to a new file `place`, and return the content that is there then.

    On Linux, and where the file system lets files share blocks (Btrfs, XFS), the copy takes no room of its own.
    `digest_size` is the length of the BLAKE2b, in bytes. Raises OSError.
    """
    with source.open("rb") as reader, place.open("x+b") as writer:
        is_there = _shares_blocks(reader, writer)
        return _copy_in_blocks(writer if is_there else reader, None if is_there else writer, digest_size)


def _shares_blocks(reader: BinaryIO, writer: BinaryIO) -> bool:
    """Have the system make `writer` share all blocks of `reader`; tell whether it did."""
    if sys.platform != "linux":
        return False
    from fcntl import ioctl

    try:
        ioctl(writer.fileno(), _FICLONE, reader.fileno())
    except OSError:  # between two file systems, or on one that cannot
        return False
    return True


def _copy_in_blocks(reader: BinaryIO, writer: BinaryIO | None, digest_size: int) -> CopiedContent:
    """Read all of `reader`, and write it to a `writer`."""
    sha256, blake2b, size = hashlib.sha256(), hashlib.blake2b(digest_size=digest_size), 0
    while block := reader.read(_BLOCK):
        sha256.update(block)
        blake2b.update(block)
        size += len(block)
        if writer:
            writer.write(block)
    return CopiedContent(sha256.digest(), blake2b.digest(), size)
