"""Drawings in SVG: how large they are, and the same drawing without anything that runs, loads, or tells of its author.

A new file is written of the elements and attributes that draw. What cannot be left out without another drawing, such as
a photograph that stands in another file, is refused.
"""

import base64
import binascii
import html
import math
import re
from collections.abc import Iterator
from typing import NoReturn
from xml.etree import ElementTree
from xml.parsers import expat

from plugins.newsroom.problems import shortened
from plugins.pictures.picture_formats import DAMAGED, format_of, open_picture, orientation_of
from plugins.pictures.strip import without_metadata
from plugins.pictures.svg_styles import cleaned_style
from plugins.pictures.svg_words import ANIMATIONS, ATTRIBUTES, ELEMENTS
from plugins.pictures.values import PictureError

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_HREFS = ("href", f"{{{_XLINK}}}href")
_XML = {f"{{http://www.w3.org/XML/1998/namespace}}{name}": f"xml:{name}" for name in ("space", "lang")}
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54}
_EMBEDDED = re.compile(r"\s*data:image/(?:png|jpe?g|gif|webp|avif)\s*;\s*base64\s*,(.*)", re.DOTALL | re.IGNORECASE)
_DEEPEST = 200
_MOST_DRAWN = 200_000
"""Elements, each counted as often as `use` repeats it: a drawing that repeats itself without end stops browsers."""
_MOST_ENTITIES, _LONGEST_ENTITY, _MOST_REFERENCES = 100, 1000, 5000
"""Entities as Illustrator writes them, and nothing that grows when it is read."""


def looks_like_svg(data: bytes) -> bool:
    """Tell whether a file begins as a drawing does: with markup, and its root within reach."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \r\n\t")
    has_root = re.search(rb"<(?:\w+:)?svg[\s/>]", start.replace(b"\0", b"")) is not None
    return start.startswith(b"<") and has_root and re.match(rb"<(?:!doctype )?html\b", start, re.IGNORECASE) is None


def svg_size(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels, as browsers show a drawing. Raises PictureError if it is none, or hostile."""
    root = _root(data)
    _check_repeats(root)
    box = [float(number) for number in re.findall(_NUMBER, root.get("viewBox", ""))]
    box_width, box_height = box[2:4] if len(box) == 4 else (0.0, 0.0)
    width, height = _pixels(root.get("width")), _pixels(root.get("height"))
    if not width and not height:
        width, height = box_width, box_height
    elif box_width and box_height:
        width = width or height * box_width / box_height
        height = height or width * box_height / box_width
    if not (1 <= width < math.inf and 1 <= height < math.inf):
        remedy = 'give its first element a width and a height, as in <svg width="640" height="360" …>'
        raise PictureError("does not say how large it is (width and height, or viewBox)", remedy)
    return round(width), round(height)


def clean_svg(data: bytes) -> bytes:
    """Return the drawing with the elements and attributes that draw. Raises PictureError where others draw too."""
    root = _root(data)
    _check_repeats(root)
    return "".join(_written(root, is_root=True)).encode()


def _root(data: bytes) -> ElementTree.Element:
    _check_declarations(data)
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, LookupError, ValueError):
        raise _damaged() from None
    if _name(root) != "svg":
        raise _damaged()
    return root


def _damaged() -> PictureError:
    return PictureError(DAMAGED, "export it anew as SVG")


def _refuse(what: str, remedy: str) -> NoReturn:
    raise PictureError(what, remedy)


class _RootReachedError(Exception):
    pass


def _check_declarations(data: bytes) -> None:
    """Refuse entities that grow or load, before anything is expanded."""
    values: list[str] = []

    def declared(_: str, is_parameter: bool, value: str | None, *__: str | None) -> None:
        if is_parameter or value is None or "&" in value or len(value) > _LONGEST_ENTITY:
            _refuse("declares entities that load or grow", "export it anew as plain SVG")
        values.append(value)

    def reached(*_: object) -> NoReturn:
        raise _RootReachedError

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = declared
    parser.StartElementHandler = reached
    try:
        parser.Parse(data, True)
    except _RootReachedError:
        pass
    except (expat.ExpatError, LookupError, ValueError):
        raise _damaged() from None
    if len(values) > _MOST_ENTITIES or (values and data.count(b"&") > _MOST_REFERENCES):
        _refuse("declares entities that load or grow", "export it anew as plain SVG")


def _name(element: ElementTree.Element) -> str:
    """Return the name of an element of SVG, also of one that forgot to say so; empty for any other."""
    space, _, name = element.tag.rpartition("}")
    return name if space in {"", f"{{{_SVG}"} else ""


def _check_repeats(root: ElementTree.Element) -> None:
    """Refuse a drawing that is nested too deeply, or that `use` repeats without end."""
    by_id = {element.get("id"): element for element in root.iter()}
    weights: dict[ElementTree.Element, int] = {}

    def weight(element: ElementTree.Element, depth: int) -> int:
        if depth > _DEEPEST:
            _refuse("is nested far too deeply", "export it anew as plain SVG")
        if element not in weights:
            weights[element] = 0  # a ring is drawn by nobody
            used = by_id.get(_href(element)[1:]) if _name(element) == "use" else None
            children = [*element, *([used] if used is not None else [])]
            weights[element] = min(1 + sum(weight(child, depth + 1) for child in children), _MOST_DRAWN + 1)
        return weights[element]

    if weight(root, 0) > _MOST_DRAWN:
        _refuse("repeats its parts far too often", "export it anew as plain SVG")


def _href(element: ElementTree.Element) -> str:
    return next((element.attrib[name].strip() for name in _HREFS if name in element.attrib), "")


def _written(element: ElementTree.Element, *, is_root: bool = False) -> Iterator[str]:
    """Yield the markup of an element that draws, with all that is in it."""
    name = "g" if _name(element) == "a" else _name(element)
    attributes = dict(_attributes(element, name))
    if is_root:
        attributes = {"xmlns": _SVG, **attributes}
    written = "".join(f' {key}="{_quoted(value)}"' for key, value in attributes.items())
    yield f"<{name}{written}>"
    if name == "style":  # of all its parts browsers read the text
        style = "".join((element.text or "", *(child.tail or "" for child in element)))
        yield f"{_escaped(cleaned_style(style, _clean_embedded))}</style>"
        return
    yield _escaped(element.text or "")
    for child in element:
        if _is_drawn(child, element):
            yield from _written(child)
        yield _escaped(child.tail or "")
    yield f"</{name}>"


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


def _quoted(value: str) -> str:
    """Return a value as it stands between straight quotes; XML takes a line break there for a space."""
    return _escaped(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def _is_drawn(element: ElementTree.Element, parent: ElementTree.Element) -> bool:
    name = _name(element)
    if name == "foreignObject":
        if _name(parent) != "switch" or not _says_no_more(element, parent):
            remedy = "export it with its text as SVG (draw.io: Text, without Word Wrap and Formatted Text), or as PNG"
            _refuse("holds HTML (foreignObject), which may run", remedy)
        return False
    if name in ANIMATIONS:
        moved = element.get("attributeName", "").rpartition(":")[2].strip().lower()
        return moved not in {"href", "style"} and not moved.startswith("on")
    return name in ELEMENTS or name == "a"


def _says_no_more(element: ElementTree.Element, switch: ElementTree.Element) -> bool:
    """Tell whether the alternatives to HTML, drawn in its place, have the same words."""
    words = "".join("".join(element.itertext()).split())
    others = [other for other in switch if _name(other) in ELEMENTS]
    return len(others) > 0 and words in {"", *("".join("".join(other.itertext()).split()) for other in others)}


def _attributes(element: ElementTree.Element, name: str) -> Iterator[tuple[str, str]]:
    for key, value in element.items():
        if key in _XML:
            yield _XML[key], value
        elif key in ATTRIBUTES or key.startswith("aria-"):
            is_words = key in {"id", "class"} or key.startswith("aria-")
            yield key, value if is_words else cleaned_style(value, _clean_embedded)
    href = _href(element)
    if not href or _name(element) == "a":
        return
    if href.startswith("#"):
        yield "href", href
    elif name in {"image", "feImage"} and _EMBEDDED.match(href):
        yield "href", _clean_embedded(href)
    else:
        what = f"shows a part of another file ({shortened(href.split(',')[0], 40)!r}), which browsers do not load"
        _refuse(what, "embed that file in the drawing, and export it anew")


def _clean_embedded(address: str) -> str:
    """Return a picture that is written as an address, without its metadata. Raises PictureError."""
    match = _EMBEDDED.match(address)
    try:
        data = base64.b64decode(re.sub(r"\s+", "", match[1] if match else ""), validate=True)
    except (binascii.Error, ValueError):
        data = b""
    picture_format = format_of(data)
    if picture_format is None:
        _refuse(
            "holds a picture that is damaged, or no picture", "embed it as PNG or JPEG, and export the drawing anew"
        )
    if orientation_of(open_picture(data)) != 1:
        _refuse("holds a photograph that lies on its side", "turn the photograph upright, save it, and embed it anew")
    clean = without_metadata(data, picture_format)
    return f"data:image/{picture_format};base64,{base64.b64encode(clean).decode('ascii')}"


def _pixels(length: str | None) -> float:
    """Return an SVG length in pixels; 0 where it depends on its surroundings or is not given."""
    match = re.fullmatch(rf"\s*({_NUMBER})\s*([a-z]*)\s*", length or "")
    return float(match[1]) * _PIXELS.get(match[2], 0.0) if match else 0.0
