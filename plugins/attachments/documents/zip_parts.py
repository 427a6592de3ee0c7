"""Parts of documents that are ZIP archives: read with a limit, and replaced while all others stay as they are."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import IO

_LOCAL_HEAD = struct.Struct("<4s2B4HL2L2H")
_BLOCK = 1 << 20
_HAS_DESCRIPTOR = 0x08
_DATE = (1980, 1, 1, 0, 0, 0)
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
"""Exceptions of archives that are damaged, encrypted or made to harm."""


def read_part(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Return at most `most` bytes of a part; nothing if there is none. Whatever a part claims, no more is unpacked."""
    try:
        with archive.open(name) as part:
            return part.read(most)
    except KeyError:
        return b""


def write_with(source: Path, place: Path, parts: Mapping[str, bytes]) -> None:
    """Copy an archive with other content for some of its parts; parts that it lacks are not added.

    Other parts are copied as they are packed, so that nothing large is unpacked and each machine writes the same.
    """
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(place, "w") as written, source.open("rb") as packed:
        for part in archive.infolist():
            if part.filename in parts:
                new = zipfile.ZipInfo(part.filename, _DATE)
                new.create_system, new.external_attr = part.create_system, part.external_attr
                written.writestr(new, parts[part.filename], zipfile.ZIP_STORED)
            else:
                _copy_packed(part, packed, written)


def _copy_packed(part: zipfile.ZipInfo, packed: IO[bytes], written: zipfile.ZipFile) -> None:
    """Copy a part without unpacking it."""
    packed.seek(part.header_offset)
    head = _LOCAL_HEAD.unpack(packed.read(_LOCAL_HEAD.size))
    if head[0] != b"PK\x03\x04":
        raise zipfile.BadZipFile(f"no part at {part.header_offset}")
    packed.seek(head[10] + head[11], 1)
    target = written.fp
    assert target is not None
    part.flag_bits &= ~_HAS_DESCRIPTOR
    part.header_offset = target.tell()
    target.write(part.FileHeader())
    left = part.compress_size
    while left:
        block = packed.read(min(left, _BLOCK))
        if not block:
            raise zipfile.BadZipFile(f"{part.filename} is cut off")
        target.write(block)
        left -= len(block)
    written.filelist.append(part)
    written.NameToInfo[part.filename] = part
    written.start_dir = target.tell()  # where the next part, or the list of all, begins
    written._didModify = True  # type: ignore[attr-defined]  # else the list is not written
