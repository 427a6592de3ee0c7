"""AVIF files without their metadata: overwritten where it stands, since all else is found by its place in the file.

Boxes are those of ISO/IEC 14496-12 (files) and 23008-12 (items).
"""

import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_KEPT = frozenset({b"ftyp", b"meta", b"mdat", b"moov", b"moof", b"sidx", b"styp"})
_NESTED = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts"})
_TIMED = frozenset({b"mvhd", b"tkhd", b"mdhd"})
_NOTHING = b"none"
"""A kind of items that no reader knows, and so passes over."""
_UNUSED = frozenset({b"udta", b"uuid", b"free", b"skip", b"cprt"})
_OF_ITEMS = frozenset({b"hdlr", b"pitm", b"iinf", b"iloc", b"iprp", b"iref", b"idat", b"grpl", b"dinf"})
_PROPERTIES = frozenset(
    b"ispe pixi av1C colr auxC clap irot imir pasp a1op a1lx lsel clli mdcv cclv amve ndwt reve grid".split()
)
_HANDLER_NAME = 24
"""Place of a handler's name in its box."""
_PICTURES = frozenset({b"av01", b"grid", b"iovl", b"tmap"})
"""Kinds of items that are pictures, or put together of some."""


class _Box(NamedTuple):
    kind: bytes
    start: int
    """Of its body."""
    end: int


def avif_without_metadata(data: bytes) -> bytes:
    """Return the file with its metadata overwritten by zeros. Raises struct.error or IndexError if it is damaged."""
    out = bytearray(data)
    boxes = list(_boxes(data, 0, len(data)))
    moves = any(box.kind in (b"moov", b"moof") for box in boxes)
    for box in boxes:
        if box.kind not in _KEPT or (box.kind == b"mdat" and not moves):  # the pictures in it are put back
            _clear(out, box.start, box.end)
    for box in boxes:
        if box.kind == b"meta":
            _clear_items(data, out, box)
        elif box.kind == b"moov":
            _clear_movie(data, out, box)
    return bytes(out[: max((box.end for box in boxes), default=0)])


def _boxes(data: bytes, start: int, end: int) -> Iterator[_Box]:
    while start + 8 <= end:
        size, kind = struct.unpack_from(">L4s", data, start)
        head = 8
        if size == 1:
            size, head = struct.unpack_from(">Q", data, start + 8)[0], 16
        if size == 0:
            size = end - start
        if size < head or start + size > end:
            return
        yield _Box(kind, start + head, start + size)
        start += size


def _clear(out: bytearray, start: int, end: int) -> None:
    end = min(end, len(out))
    if start < end:
        out[start:end] = bytes(end - start)


def _clear_movie(data: bytes, out: bytearray, parent: _Box) -> None:
    """Clear the times and the notes of a moving picture."""
    for box in _boxes(data, parent.start, parent.end):
        if box.kind in _NESTED:
            _clear_movie(data, out, box)
        elif box.kind == b"meta":
            _clear_items(data, out, box)
        elif box.kind in _TIMED:
            size = 16 if data[box.start] == 1 else 8
            _clear(out, box.start + 4, box.start + 4 + size)
        elif box.kind in _UNUSED:
            _clear(out, box.start, box.end)


def _clear_items(data: bytes, out: bytearray, meta: _Box) -> None:
    """Clear all but the items that are pictures, and no thumbnails."""
    boxes = {box.kind: box for box in _boxes(data, meta.start + 4, meta.end)}
    for box in _boxes(data, meta.start + 4, meta.end):
        if box.kind not in _OF_ITEMS or box != boxes[box.kind]:
            _clear(out, box.start, box.end)
    if b"hdlr" in boxes:
        _clear(out, boxes[b"hdlr"].start + _HANDLER_NAME, boxes[b"hdlr"].end)
    if b"iprp" in boxes:
        _clear_properties(data, out, boxes[b"iprp"])
    if b"iinf" not in boxes or b"iloc" not in boxes:
        return
    unwanted = set()
    for item, kind_at, end in _items(data, boxes[b"iinf"]):
        _clear(out, kind_at + 4, end)  # its name
        if data[kind_at : kind_at + 4] not in _PICTURES:
            unwanted.add(item)
            out[kind_at : kind_at + 4] = _NOTHING  # an Exif item without Exif is a fault to some readers
    if b"iref" in boxes:
        unwanted |= _thumbnails(data, boxes[b"iref"])
    inside = boxes[b"idat"].start if b"idat" in boxes else 0
    parts: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    for item, method, extents in _places(data, boxes[b"iloc"]):
        starts = inside if method == 1 else 0
        parts[item in unwanted] += [(starts + offset, starts + offset + length) for offset, length in extents]
    for start, end in _merged(parts[False]):
        out[start:end] = data[start:end]
    for start, end in _merged(parts[True]):  # afterwards: a damaged file may say that it is both
        _clear(out, start, end)


def _clear_properties(data: bytes, out: bytearray, parent: _Box) -> None:
    for container in _boxes(data, parent.start, parent.end):
        if container.kind == b"ipco":
            for box in _boxes(data, container.start, container.end):
                if box.kind not in _PROPERTIES:
                    _clear(out, box.start, box.end)


def _merged(parts: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield parts of a file so that none overlaps another: a hostile file names the same one a thousand times."""
    reached = 0
    for start, end in sorted(parts):
        if end > reached:
            yield max(start, reached), end
            reached = end


def _items(data: bytes, box: _Box) -> Iterator[tuple[int, int, int]]:
    """Yield of each item its number, the place at which its kind stands, and the end of what is said of it."""
    count_size = 2 if data[box.start] == 0 else 4
    for entry in _boxes(data, box.start + 4 + count_size, box.end):
        is_short = data[entry.start] < 3
        at = entry.start + 4
        item = struct.unpack_from(">H" if is_short else ">L", data, at)[0]
        at += (2 if is_short else 4) + 2
        if at + 4 <= entry.end:
            yield item, at, entry.end


def _thumbnails(data: bytes, box: _Box) -> set[int]:
    """Return the items that are small versions of others."""
    form = ">H" if data[box.start] == 0 else ">L"
    entries = _boxes(data, box.start + 4, box.end)
    return {struct.unpack_from(form, data, entry.start)[0] for entry in entries if entry.kind == b"thmb"}


def _places(data: bytes, box: _Box) -> Iterator[tuple[int, int, Sequence[tuple[int, int]]]]:
    """Yield of each item its number, the way its place is meant (1: in the box `idat`), and its parts."""
    version, sizes = data[box.start], struct.unpack_from(">H", data, box.start + 4)[0]
    offset_size, length_size, base_size, index_size = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    at = box.start + 6

    def number(size: int) -> int:
        nonlocal at
        if at + size > box.end:
            raise IndexError
        at += size
        return int.from_bytes(data[at - size : at])

    for _ in range(number(2 if version < 2 else 4)):
        item = number(2 if version < 2 else 4)
        method = number(2) & 15 if version in (1, 2) else 0
        number(2)
        base = number(base_size)
        extents = []
        count = number(2)
        if count > 1 and offset_size + length_size == 0:  # as many as it likes, in no bytes
            raise IndexError
        for _ in range(count):
            number(index_size if version in (1, 2) else 0)
            offset = number(offset_size)
            extents.append((base + offset, number(length_size)))
        yield item, method, extents
