"""The ends of picture files, by their own tables of contents: a file that was cut off is told before it is decoded."""

from plugins.pictures.picture_formats import ANEW
from plugins.pictures.values import PictureError

_EMPTY = 512
"""Zeros at the end of a file that no format writes: the rest of a copy that broke off."""
_MOST_SCANS = 100
"""Passes of a JPEG: programs write about ten, and a file made to cost time has thousands."""
_BOXES = frozenset({b"ftyp", b"meta", b"mdat", b"moov", b"moof", b"sidx", b"styp", b"free", b"skip", b"uuid"})
_ENDS = {"jpeg": b"\xff\xd9", "png": b"IEND\xaeB`\x82", "gif": b"\x3b"}


def check_ending(data: bytes, picture_format: str) -> None:
    """Refuse a file whose end is missing, as far as its structure says. Raises PictureError."""
    whole = _length(data, picture_format)
    if whole > len(data):
        raise PictureError(f"is damaged: {_of(len(data), whole)} are there", ANEW)
    end = data[: whole or None].rstrip(b"\0")
    has_end = picture_format in _ENDS and end.endswith(_ENDS[picture_format])
    if len(data[: whole or None]) - len(end) >= _EMPTY and not has_end:
        raise PictureError(f"is damaged: {_of(len(end), len(data))} are there, the rest is empty", ANEW)
    if picture_format == "png" and _ENDS["png"] not in data:
        raise PictureError("is damaged: its end is missing", ANEW)
    if picture_format == "jpeg" and data.count(b"\xff\xda") > _MOST_SCANS:
        raise PictureError("is stored in far too many passes", ANEW)


def _length(data: bytes, picture_format: str) -> int:
    """Return the bytes that a file says it has; 0 where it does not say."""
    if picture_format == "webp":
        return int.from_bytes(data[4:8], "little") + 8
    return _end_of_boxes(data) if picture_format == "avif" else 0


def _end_of_boxes(data: bytes) -> int:
    at = 0
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if kind not in _BOXES:
            return at
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16])
        if size < 8:  # the last box may reach to the end of the file
            return len(data)
        at += size
    return at


def _of(some: int, every: int) -> str:
    if every >= 1_000_000:
        return f"{some / 1_000_000:.1f} of {every / 1_000_000:.1f} MB"
    return f"{some / 1000:.0f} of {every / 1000:.0f} KB" if every >= 10_000 else f"{some} of {every} bytes"
