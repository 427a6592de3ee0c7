"""Reading of drawings in SVG: how large they are, and their elements.

Whatever would grow while it is read, or be drawn without end, is refused before it costs time or memory.
"""

import re
from typing import NoReturn
from xml.etree import ElementTree
from xml.parsers import expat

from plugins.pictures.picture_formats import DAMAGED
from plugins.pictures.values import PictureError

SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_HREFS = ("href", f"{{{_XLINK}}}href")
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54}
_LONGEST_NUMBER = 50
_LONGEST_SIDE = 1_000_000
"""Pixels, of a map drawn in metres; numbers beyond mean nothing to browsers."""
_MOST_BYTES = 20_000_000
_MOST_ATTRIBUTES = 1_000_000
"""By the memory that reading takes, measured: below 400 MB."""
_DEEPEST = 200
_MOST_DRAWN = 200_000
"""Elements, each counted as often as `use` repeats it: a drawing that repeats itself without end stops browsers."""
_MOST_ENTITIES, _LONGEST_ENTITY, _MOST_REFERENCES = 100, 1000, 5000
"""Entities as Illustrator writes them, and nothing that grows when it is read."""
_GROWS = "declares entities that load or grow"


def looks_like_svg(data: bytes) -> bool:
    """Tell whether a file begins as a drawing does: with markup, and its root within reach."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \r\n\t")
    has_root = re.search(rb"<(?:\w+:)?svg[\s/>]", start.replace(b"\0", b"")) is not None
    return start.startswith(b"<") and has_root and re.match(rb"<(?:!doctype )?html\b", start, re.IGNORECASE) is None


def svg_size(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels, as browsers show a drawing. Raises PictureError if it is none, or hostile."""
    root = read_svg(data)
    box = [float(number) for number in re.findall(_NUMBER, root.get("viewBox", ""))]
    box_width, box_height = box[2:4] if len(box) == 4 else (0.0, 0.0)
    width, height = _pixels(root.get("width")), _pixels(root.get("height"))
    if not width and not height:
        width, height = box_width, box_height
    elif box_width and box_height:
        width = width or height * box_width / box_height
        height = height or width * box_height / box_width
    if not (1 <= width <= _LONGEST_SIDE and 1 <= height <= _LONGEST_SIDE):
        remedy = 'give its first element a width and a height, as in <svg width="640" height="360" …>'
        raise PictureError("does not say how large it is (width and height, or viewBox)", remedy)
    return round(width), round(height)


def read_svg(data: bytes) -> ElementTree.Element:
    """Return the root of a drawing that browsers can show in time. Raises PictureError of any other."""
    _check_count(data)
    _check_declarations(data)
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, LookupError, ValueError):
        raise _damaged() from None
    if svg_name(root) != "svg":
        raise _damaged()
    _check_repeats(root)
    return root


def svg_name(element: ElementTree.Element) -> str:
    """Return the name of an element of SVG, also of one that forgot to say so; empty for any other."""
    space, _, name = element.tag.rpartition("}")
    return name if space in {"", f"{{{SVG}"} else ""


def svg_href(element: ElementTree.Element) -> str:
    """Return the address that an element refers to; empty where there is none."""
    return next((element.attrib[name].strip() for name in _HREFS if name in element.attrib), "")


def refuse_svg(what: str, remedy: str = "export it anew as plain SVG") -> NoReturn:
    """Raise PictureError."""
    raise PictureError(what, remedy)


def _damaged() -> PictureError:
    return PictureError(DAMAGED, "export it anew as SVG")


def _check_count(data: bytes) -> None:
    """Refuse what takes too much memory, before it is read: signs stand for the elements and attributes to come."""
    if len(data) > _MOST_BYTES:
        refuse_svg(f"has {len(data) / 1_000_000:.0f} MB, which readers would load whole", "export it as PNG or JPEG")
    if data.count(b"<") > 2 * _MOST_DRAWN or data.count(b"=") > _MOST_ATTRIBUTES:
        refuse_svg("has far too many parts", "make it simpler, or export it as PNG")


class _RootReachedError(Exception):
    pass


def _check_declarations(data: bytes) -> None:
    """Refuse entities and values that grow or load, before anything is expanded."""
    values: list[str] = []

    def declared(_: str, is_parameter: bool, value: str | None, *__: str | None) -> None:
        if is_parameter or value is None or "&" in value or len(value) > _LONGEST_ENTITY:
            refuse_svg(_GROWS)
        values.append(value)

    def defaulted(_: str, name: str, __: str, value: str | None, ___: bool) -> None:
        if value is not None and not name.startswith("xmlns"):  # each element would have it
            refuse_svg(_GROWS)

    def reached(*_: object) -> NoReturn:
        raise _RootReachedError

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = declared
    parser.AttlistDeclHandler = defaulted
    parser.StartElementHandler = reached
    try:
        parser.Parse(data, True)
    except _RootReachedError:
        pass
    except (expat.ExpatError, LookupError, ValueError):
        raise _damaged() from None
    if len(values) > _MOST_ENTITIES or (values and data.count(b"&") > _MOST_REFERENCES):
        refuse_svg(_GROWS)


def _check_repeats(root: ElementTree.Element) -> None:
    """Refuse a drawing that is nested too deeply, or that `use` repeats without end."""
    by_id = {element.get("id"): element for element in root.iter()}
    weights: dict[ElementTree.Element, int] = {}

    def weight(element: ElementTree.Element, depth: int) -> int:
        if depth > _DEEPEST:
            refuse_svg("is nested far too deeply")
        if element not in weights:
            weights[element] = 0  # a ring is drawn by nobody
            used = by_id.get(svg_href(element)[1:]) if svg_name(element) == "use" else None
            children = [*element, *([used] if used is not None else [])]
            weights[element] = min(1 + sum(weight(child, depth + 1) for child in children), _MOST_DRAWN + 1)
        return weights[element]

    if weight(root, 0) > _MOST_DRAWN:
        refuse_svg("repeats its parts far too often")


def _pixels(length: str | None) -> float:
    """Return an SVG length in pixels; 0 where it depends on its surroundings or is not given."""
    text = (length or "").strip()
    match = re.fullmatch(rf"({_NUMBER})\s*([a-z]*)", text) if len(text) < _LONGEST_NUMBER else None
    return float(match[1]) * _PIXELS.get(match[2], 0.0) if match else 0.0
