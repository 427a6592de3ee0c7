"""The maker of a picture, as cameras and picture desks write it into the file.

In this order: the credit line, the creator, the copyright notice; of each first XMP, then IPTC, which cuts names at 32
bytes, then EXIF.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from plugins.newsroom.problems import shortened
from plugins.pictures.picture_formats import exif_of

if TYPE_CHECKING:  # most builds meet no new picture
    from PIL.ImageFile import ImageFile

_LONGEST = 100
"""Characters of a credit; more are terms of use."""
_FIELDS = (
    # XMP, IPTC, EXIF, PNG
    ("{http://ns.adobe.com/photoshop/1.0/}Credit", (2, 110), None, None),
    ("{http://purl.org/dc/elements/1.1/}creator", (2, 80), 0x013B, "Author"),
    ("{http://purl.org/dc/elements/1.1/}rights", (2, 116), 0x8298, "Copyright"),
)
_ITEMS = "*/{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
_MOST_XMP = 1_000_000
"""Bytes of XMP that are read: photographs have some thousand, edits of years some hundred thousand."""
_JOINERS = "\u200c\u200d"
"""Characters without width that words of some languages need."""
_NOBODY = frozenset(
    {"", "unknown", "none", "n/a", "na", "default", "user", "owner", "admin", "camera", "picasa", "samsung"}
)
"""Artists of cameras that nobody has told a name."""


def credit_of(image: "ImageFile") -> str:
    """Return the maker that a picture, which has been decoded, names; empty where it names none."""
    xmp, iptc, exif = _xmp(image), _iptc(image), exif_of(image)
    for xmp_name, iptc_number, exif_tag, png_key in _FIELDS:
        found = (
            xmp.get(xmp_name, ()),
            _decoded(iptc, iptc_number),
            _texts(exif.get(exif_tag) if exif_tag else None),
            _texts(image.info.get(png_key) if png_key else None),
        )
        for texts in found:
            if credit := _cleaned(texts):
                return credit
    return ""


def _cleaned(texts: Iterable[str]) -> str:
    """Return names as one line without characters that nobody sees; empty where they name nobody."""
    plain = (
        "".join(c if c in _JOINERS or unicodedata.category(c)[0] != "C" else " " for c in text.replace(";", ", "))
        for text in texts
    )
    names = dict.fromkeys(" ".join(text.split()).strip(" ,") for text in plain)
    known = [name for name in names if name.casefold() not in _NOBODY and re.search(r"\w", name)]
    return shortened(", ".join(known), _LONGEST)


def _texts(value: object) -> list[str]:
    if isinstance(value, bytes):
        value = _text(value)
    return [value] if isinstance(value, str) else []


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace").replace("\ufffd", "")


def _xmp(image: "ImageFile") -> Mapping[str, list[str]]:
    """Return the texts of the XMP fields, by name in full."""
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    data = packet.encode("utf-8", "replace") if isinstance(packet, str) else bytes(packet)
    if len(data) > _MOST_XMP or b"<!DOCTYPE" in data.replace(b"\0", b""):  # none has one, but one that is made to hurt
        return {}
    try:
        root = ElementTree.fromstring(data.strip(b"\0 \r\n\t"))
    except (ElementTree.ParseError, LookupError, ValueError):
        return {}
    names = {field[0] for field in _FIELDS}
    found: dict[str, list[str]] = {}
    for name, text in _xmp_values(root):
        if name in names:
            found.setdefault(name, []).append(text)
    return found


def _xmp_values(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Yield every field with each of its texts: a field is an attribute, or an element with a list of items in it."""
    for element in root.iter():
        yield from element.items()
        texts = [item.text for item in element.iterfind(_ITEMS)] or [element.text]
        yield from ((element.tag, text) for text in texts if text)


def _iptc(image: "ImageFile") -> Mapping[tuple[int, int], bytes | list[bytes]]:
    from PIL.IptcImagePlugin import getiptcinfo

    try:
        return getiptcinfo(image) or {}
    except (
        SyntaxError,
        OSError,
        ValueError,
        IndexError,
        KeyError,
        TypeError,
        AttributeError,
    ):  # whatever hostile bytes do
        return {}


def _decoded(iptc: Mapping[tuple[int, int], bytes | list[bytes]], number: tuple[int, int]) -> list[str]:
    """Return the texts of an IPTC field. Few programs say which encoding they wrote."""
    found = iptc.get(number, [])
    return [_text(value) for value in (found if isinstance(found, list) else [found])]
