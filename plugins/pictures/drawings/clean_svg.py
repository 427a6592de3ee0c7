"""Cleaning of drawings in SVG: the same drawing without anything that runs, loads, or tells of its author.

A new file is written of the elements and attributes that draw. What cannot be left out without another drawing, such as
a photograph that stands in another file, is refused.
"""

import base64
import binascii
import html
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote
from xml.etree import ElementTree

from plugins.newsroom.problems import shortened
from plugins.pictures.drawings.read_svg import SVG, read_svg, refuse_svg, svg_href, svg_name, svg_size
from plugins.pictures.drawings.svg_styles import cleaned_style
from plugins.pictures.drawings.svg_words import ANIMATIONS, ATTRIBUTES, ELEMENTS
from plugins.pictures.picture_formats import check_pixels, format_of, open_picture
from plugins.pictures.strip import without_metadata
from plugins.pictures.upright import stored_orientation
from plugins.pictures.values import Crop

_XML = {f"{{http://www.w3.org/XML/1998/namespace}}{name}": f"xml:{name}" for name in ("space", "lang")}
_MOST_CHOICES = 20
"""Of one `switch`; programs write two."""
_EMBEDDED = re.compile(r"\s*data:image/(?:png|jpe?g|gif|webp|avif)\s*;\s*base64\s*,(.*)", re.DOTALL | re.IGNORECASE)

_REFERENCE = re.compile(r"""#([^\s()"'<>{},;]+)""")
_SELECTOR_END = re.compile(r"[.:>+~\[*#]")
_NAMING, _NAMING_END = ("begin", "end"), re.compile(r"[\s;.+]+")
"""Attributes that name ids without `#`: `begin="bar.click"`; those for screen readers do too."""
_FRAMES = frozenset({"div", "span", "p", "br", "body"})
_PAINTED = re.compile(r"(?:^|;)\s*(?:background|border|box-shadow|outline)", re.IGNORECASE)


def clean_svg(data: bytes, crop: Crop | None = None) -> bytes:
    """Return the drawing, or a part of it, with the elements and attributes that draw.

    Raises PictureError where others draw too.
    """
    root = read_svg(data)
    used = _used_ids(root)
    if crop is None:
        return "".join(_written(root, used, {"xmlns": SVG})).encode()
    width, height = svg_size(data)
    left, top, across, down = (percent * side / 100 for percent, side in zip(crop, (width, height) * 2, strict=True))
    frame = f'viewBox="{left:g} {top:g} {across:g} {down:g}" width="{across:g}" height="{down:g}"'
    whole = "".join(_written(root, used, {"width": str(width), "height": str(height)}))
    return f'<svg xmlns="{SVG}" {frame}>{whole}</svg>'.encode()


def _used_ids(root: ElementTree.Element) -> set[str]:
    """Return the ids that something refers to; in all others programs write the names of layers."""
    used: set[str] = set()
    for element in root.iter():
        styles = element.itertext() if svg_name(element) == "style" else ()
        for text in (*element.attrib.values(), *styles):
            for found in _REFERENCE.findall(text) if "#" in text else ():
                used |= {unquote(found), _SELECTOR_END.split(found)[0]}
        for key, value in element.items():
            if key in _NAMING or key.startswith("aria-"):
                used.update(_NAMING_END.split(value))
    return used


def _written(element: ElementTree.Element, used: set[str], more: Mapping[str, str] | None = None) -> Iterator[str]:
    """Yield the markup of an element that draws, with all that is in it; it gets `more` attributes."""
    name = "g" if svg_name(element) == "a" else svg_name(element)
    attributes = dict(_attributes(element, name))
    if attributes.get("id") not in used:
        attributes.pop("id", None)
    attributes = {**(more or {}), **attributes, **(more or {})}
    written = "".join(f' {key}="{_quoted(value)}"' for key, value in attributes.items())
    yield f"<{name}{written}>"
    if name == "style":  # of all its parts browsers read the text
        style = "".join((element.text or "", *(child.tail or "" for child in element)))
        yield f"{_escaped(cleaned_style(style, _clean_embedded))}</style>"
        return
    yield _escaped(element.text or "")
    for child in element:
        if _is_drawn(child, element):
            yield from _written(child, used)
        yield _escaped(child.tail or "")
    yield f"</{name}>"


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


def _quoted(value: str) -> str:
    """Return a value as it stands between straight quotes; XML takes a line break there for a space."""
    return _escaped(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def _is_drawn(element: ElementTree.Element, parent: ElementTree.Element) -> bool:
    name = svg_name(element)
    if name == "foreignObject":
        if not _is_empty(element) and (svg_name(parent) != "switch" or not _says_no_more(element, parent)):
            remedy = "export it with its text as SVG (draw.io: Text, without Word Wrap and Formatted Text), or as PNG"
            refuse_svg("holds HTML (foreignObject), which may run", remedy)
        return False
    if name in ANIMATIONS:
        moved = element.get("attributeName", "").rpartition(":")[2].strip().lower()
        return moved not in {"href", "style"} and not moved.startswith("on")
    return name in ELEMENTS or name == "a"


def _is_empty(element: ElementTree.Element) -> bool:
    """Tell whether HTML has neither words nor anything to see: Figma writes such for a blurred background."""
    frames = list(element.iter())[1:]
    has_frames = all(frame.tag.rpartition("}")[2] in _FRAMES for frame in frames)
    return has_frames and not _words(element) and not any(_PAINTED.search(f.get("style", "")) for f in frames)


def _says_no_more(element: ElementTree.Element, switch: ElementTree.Element) -> bool:
    """Tell whether the alternatives to HTML, drawn in its place, have the same words."""
    others = [_words(other) for other in switch[:_MOST_CHOICES] if svg_name(other) in ELEMENTS]
    return len(others) > 0 and _words(element) in {"", *others}


def _words(element: ElementTree.Element) -> str:
    return "".join("".join(element.itertext()).split())


def _attributes(element: ElementTree.Element, name: str) -> Iterator[tuple[str, str]]:
    for key, value in element.items():
        if key in _XML:
            yield _XML[key], value
        elif key in ATTRIBUTES or key.startswith("aria-"):
            is_words = key in {"id", "class"} or key.startswith("aria-")
            yield key, value if is_words else cleaned_style(value, _clean_embedded)
    href = svg_href(element)
    if not href or svg_name(element) == "a":
        return
    if href.startswith("#"):
        yield "href", href
    elif name in {"image", "feImage"} and _EMBEDDED.match(href):
        yield "href", _clean_embedded(href)
    else:
        what = f"shows a part of another file ({shortened(href.split(',')[0], 40)!r}), which browsers do not load"
        refuse_svg(what, "embed that file in the drawing, and export it anew")


def _clean_embedded(address: str) -> str:
    """Return a picture that is written as an address, without its metadata. Raises PictureError."""
    match = _EMBEDDED.match(address)
    try:
        data = base64.b64decode(re.sub(r"\s+", "", match[1] if match else ""), validate=True)
    except (binascii.Error, ValueError):
        data = b""
    picture_format = format_of(data)
    if picture_format is None:
        remedy = "embed it as PNG or JPEG, and export the drawing anew"
        refuse_svg("holds a picture that is damaged, or no picture", remedy)
    check_pixels(open_picture(data), picture_format)
    if stored_orientation(data) != 1:
        remedy = "turn the photograph upright, save it, and embed it anew"
        refuse_svg("holds a photograph that lies on its side", remedy)
    clean = without_metadata(data, picture_format)
    return f"data:image/{picture_format};base64,{base64.b64encode(clean).decode('ascii')}"
