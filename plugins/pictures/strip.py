"""Picture files without anything that is no picture: place, device, people, times, comments, thumbnails, hidden data.

Pixels stay bit for bit, and so do colour profile, motion and orientation. The lists name parts that stay: one that
nobody has thought of goes too.
"""

import struct
import zlib
from collections.abc import Iterator

from plugins.pictures.picture_formats import ANEW, DAMAGED
from plugins.pictures.strip_avif import avif_without_metadata
from plugins.pictures.upright import stored_orientation
from plugins.pictures.values import PictureError

_EOI, _SOS = 0xD9, 0xDA
_OF_PIXELS = {0x01, *range(0xC0, 0xE0)}
_JFIF, _ICC, _ADOBE = (0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe")
_JFIF_LENGTH = _ADOBE_LENGTH = 12
"""Bytes of their bodies that say something of the pixels."""
_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD9)}
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT".split()
)
_WEBP_KEPT = frozenset({b"VP8X", b"ICCP", b"ANIM", b"ANMF", b"ALPH", b"VP8 ", b"VP8L"})
_WEBP_FRAME_KEPT = frozenset({b"ALPH", b"VP8 ", b"VP8L"})
_HAS_EXIF, _HAS_XMP = 0x08, 0x04
_GIF_REPEATS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_GIF_REPEATS_LENGTH, _GIF_TIMING_LENGTH = 18, 7
"""Bytes of the blocks that say how often and how long pictures are shown; more of them is no part of the format."""


def without_metadata(data: bytes, picture_format: str) -> bytes:
    """Return a picture file, of another format than SVG, without its metadata. Raises PictureError if it is damaged."""
    try:
        match picture_format:
            case "jpeg":
                return _jpeg(data)
            case "png":
                return _png(data)
            case "webp":
                return _webp(data)
            case "gif":
                return _gif(data)
            case "avif":
                return avif_without_metadata(data)
    except (IndexError, struct.error):
        raise PictureError(DAMAGED, ANEW) from None
    raise ValueError(picture_format)


def _orientation(data: bytes) -> bytes:
    """Return EXIF that tells the orientation of a picture and nothing else; empty for one that is upright."""
    orientation = stored_orientation(data)
    if orientation == 1:
        return b""
    one_short = struct.pack(">HHLHH", 0x0112, 3, 1, orientation, 0)
    return b"MM\0*" + struct.pack(">LH", 8, 1) + one_short + bytes(4)


def _jpeg(data: bytes) -> bytes:
    kept = [b"\xff\xd8"]
    exif = _orientation(data)
    for mark, segment in _segments(data):
        if exif and mark != _JFIF[0]:
            kept.append(_segment(0xE1, b"Exif\0\0" + exif))
            exif = b""
        body = segment[4:]
        if (mark, body[:5]) == _JFIF:
            kept.append(_segment(mark, body[:_JFIF_LENGTH] + b"\0\0"))  # without its thumbnail
        elif (mark, body[:5]) == _ADOBE:
            kept.append(_segment(mark, body[:_ADOBE_LENGTH]))
        elif mark in _OF_PIXELS or (mark, body[:12]) == _ICC:
            kept.append(segment)
    return b"".join(kept)


def _segment(mark: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, mark, len(body) + 2) + body


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the parts of a JPEG behind its first mark: each one's mark, and its bytes; the last one is the end."""
    at, has_pixels = 2, False
    while True:
        while data[at : at + 1] not in (b"\xff", b"") or data[at + 1 : at + 2] == b"\xff":
            at += 1  # fill bytes may stand before a mark
        is_over = has_pixels and at + 1 >= len(data)  # some programs forget the end
        mark = _EOI if is_over else data[at + 1]
        if mark == _EOI:
            yield mark, b"\xff\xd9"
            return
        end = at + 2 if mark in _WITHOUT_LENGTH else at + 2 + struct.unpack_from(">H", data, at + 2)[0]
        if mark == _SOS:
            end, has_pixels = _end_of_scan(data, end), True
        yield mark, data[at:end]
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    """Return the place of the first mark behind coded pixels; marks for a new start belong to them."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        if data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7:
            at += 2
        elif data[at + 1] == 0xFF:
            at += 1
        else:
            return at
    return len(data)


def _png(data: bytes) -> bytes:
    kept = [_PNG_START]
    exif = _orientation(data)
    at, kind = len(_PNG_START), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">L4s", data, at)
        body = data[at + 8 : at + 8 + length]
        if kind == b"iCCP":
            body = b"profile\0" + body.partition(b"\0")[2]  # its name is anybody's
        if kind == b"IDAT" and exif:
            kept.append(_png_chunk(b"eXIf", exif))
            exif = b""
        if kind in _PNG_KEPT:
            kept.append(_png_chunk(kind, body))
        at += 12 + length
    return b"".join(kept)


def _png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body))


def _webp(data: bytes) -> bytes:
    end = 8 + int.from_bytes(data[4:8], "little")
    kept = [(kind, body) for kind, body in _chunks(data[12:end]) if kind in _WEBP_KEPT]
    exif = _orientation(data) if kept[0][0] == b"VP8X" else b""
    flags = _HAS_EXIF if exif else 0
    cleaned = [(kind, _webp_body(kind, body, flags)) for kind, body in kept]
    chunks = b"".join(_webp_chunk(*each) for each in [*cleaned, *([(b"EXIF", exif)] if exif else [])])
    return b"RIFF" + struct.pack("<L", 4 + len(chunks)) + b"WEBP" + chunks


def _webp_body(kind: bytes, body: bytes, flags: int) -> bytes:
    if kind == b"VP8X":
        return bytes([(body[0] & ~(_HAS_EXIF | _HAS_XMP)) | flags]) + body[1:]
    if kind == b"ANMF":
        frame = (_webp_chunk(*each) for each in _chunks(body[16:]) if each[0] in _WEBP_FRAME_KEPT)
        return body[:16] + b"".join(frame)
    return body


def _webp_chunk(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<L", len(body)) + body + bytes(len(body) % 2)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        kind, length = struct.unpack_from("<4sL", data, at)
        yield kind, data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _gif(data: bytes) -> bytes:
    at = 13 + _colours(data[10])
    kept = [data[:at]]
    while True:
        start, kind = at, data[at] if at < len(data) else 0x3B  # some programs forget the end
        if kind == 0x3B:
            return b"".join([*kept, b"\x3b"])
        if kind == 0x2C:
            at = _end_of_blocks(data, at + 10 + _colours(data[at + 9]) + 1)
        elif kind == 0x21:
            at = _end_of_blocks(data, at + 2)
        else:
            raise IndexError
        if kind == 0x2C:
            kept.append(data[start:at])
        elif data[start + 1] == 0xF9:
            kept += [data[start : start + _GIF_TIMING_LENGTH], b"\0"]
        elif data[start + 1] == 0xFF and data[start + 3 : start + 14] in _GIF_REPEATS:
            kept += [data[start : start + _GIF_REPEATS_LENGTH], b"\0"]


def _colours(flags: int) -> int:
    """Return the bytes of a table of colours."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _end_of_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1
