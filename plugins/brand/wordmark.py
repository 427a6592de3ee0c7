"""The wordmark: the name of the publication as a drawing that stands in the page, or in type.

A drawing in the page has its colours from attributes: the pages' security policy lets no style into them.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from markupsafe import Markup, escape

from plugins.brand.colours import contrast
from plugins.newsroom.brand import NameLength
from plugins.newsroom.markup import Html
from plugins.pictures.drawings.clean_svg import clean_svg
from plugins.pictures.drawings.read_svg import read_svg, svg_name
from plugins.pictures.drawings.svg_words import ATTRIBUTES
from plugins.pictures.values import PictureError

_SHORT, _MIDDLE = 10, 20
_XLINK = "{http://www.w3.org/1999/xlink}href"
_OF_ROOT = frozenset({"id", "class", "width", "height", "version", "role", "x", "y", "tabindex"})
"""Attributes of the outermost element that the page sets itself, or that mean nothing there."""
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"[.#]?[\w-]+")
_HREF = re.compile(r"#(.+)")
_IN_VALUE = re.compile(r"url\(\s*[\"']?#([^()\"']+)[\"']?\s*\)")
_COLOUR = re.compile(r"#(?:[0-9a-f]{3}){1,2}")
_PAINTS = ("fill", "stroke", "stop-color")
_NAMED = {"black": "#000000", "white": "#ffffff"}
_HARDLY_SEEN = 1.5
"""Contrast below which a colour of a wordmark is told. Judgement of this project: names are exempt by WCAG."""
_AS_ATTRIBUTES = "export it with its styles as attributes (Illustrator: Styling, Presentation Attributes)"

Styles = list[tuple[str, Mapping[str, str]]]
"""Selectors of one name, each with what it sets."""


def name_length(name: str) -> NameLength:
    """Return the class of a name by its letters."""
    count = sum(_width(character) for character in name)
    if count <= _SHORT:
        return "short"
    return "middle" if count <= _MIDDLE else "long"


def _width(character: str) -> int:
    if unicodedata.category(character).startswith(("M", "C")):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def check_drawing(data: bytes) -> None:
    """Refuse a drawing that does more than draw. Raises PictureError."""
    for element in read_svg(data).iter():
        if svg_name(element) == "script" or any(name.lower().startswith("on") for name in element.attrib):
            raise PictureError("holds a script", "export it as plain SVG")


def wordmark_svg(data: bytes, name: str, prefix: str) -> Html:
    """Return the drawing in `data` as an element of the page, with `prefix` before its ids. Raises PictureError."""
    check_drawing(data)
    root = read_svg(clean_svg(data))
    if not root.get("viewBox"):
        raise PictureError(
            "has no viewBox, so that it cannot change its size", 'add one: <svg viewBox="0 0 640 120" …>'
        )
    styles = _styles(root)
    outer = {key: value for key, value in _attributes(root, styles, prefix).items() if key not in _OF_ROOT}
    head = {"class": "wordmark", "role": "img", "aria-label": name} | outer
    children = "".join(part for child in root for part in _written(child, styles, prefix))
    return Markup(f"<svg{_said(head)}>{children}</svg>")


def has_ids(drawing: Html) -> bool:
    """Tell whether parts of a drawing have ids, which may stand once on a page."""
    return ' id="' in drawing


def hardly_seen(drawing: Html, papers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each colour of a drawing that is lost on one of the papers, with the name of that paper's page."""
    painted = {
        _NAMED.get(value.lower(), value.lower())
        for key, value in re.findall(r' ([\w-]+)="([^"]*)"', drawing)
        if key in _PAINTS
    }
    for colour in sorted(painted):
        if _COLOUR.fullmatch(colour):
            whole = colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])
            yield from ((colour, page) for page, paper in papers.items() if contrast(whole, paper) < _HARDLY_SEEN)


def _written(element: Element, styles: Styles, prefix: str) -> Iterator[str]:
    name = svg_name(element)
    if name in {"style", "title", "desc"}:
        return
    children = "".join(part for child in element for part in _written(child, styles, prefix))
    words = escape(element.text or "") if name in {"text", "tspan", "textPath"} else ""
    start = f"<{name}{_said(_attributes(element, styles, prefix))}"
    yield f"{start}>{words}{children}</{name}>" if words or children else f"{start}/>"
    if element.tail and element.tail.strip():
        yield escape(element.tail)


def _said(attributes: Mapping[str, str]) -> str:
    return "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())


def _attributes(element: Element, styles: Styles, prefix: str) -> dict[str, str]:
    """Return the attributes of an element, those of its styles among them, its ids and references prefixed."""
    found = {
        "href" if key == _XLINK else key: value
        for key, value in element.items()
        if not key.startswith("{http://www.w3.org/XML")
    }
    own = _declared(found.pop("style", ""))
    names = {svg_name(element), *(f".{each}" for each in found.pop("class", "").split()), f"#{found.get('id')}"}
    for selector, declared in styles:
        if selector in names:
            found |= declared
    found |= own
    if "id" in found:
        found["id"] = f"{prefix}{found['id']}"
    return {key: _prefixed(key, value, prefix) for key, value in found.items()}


def _prefixed(key: str, value: str, prefix: str) -> str:
    if key == "href":
        return _HREF.sub(rf"#{prefix}\1", value)
    return _IN_VALUE.sub(rf"url(#{prefix}\1)", value)


def _styles(root: Element) -> Styles:
    """Return the rules of a drawing's style elements, the weakest first.

    Raises PictureError for those that attributes cannot say.
    """
    text = "".join(element.text or "" for element in root.iter() if svg_name(element) == "style")
    if "@" in text or _RULE.sub("", text).strip():
        raise PictureError("has styles that cannot stand in a page", _AS_ATTRIBUTES)
    found: Styles = []
    for selectors, declarations in _RULE.findall(text):
        for selector in map(str.strip, selectors.split(",")):
            if not _SELECTOR.fullmatch(selector):
                raise PictureError(f"has a style that cannot stand in a page ({selector[:40]!r})", _AS_ATTRIBUTES)
            found.append((selector, _declared(declarations)))
    return sorted(found, key=lambda rule: " .#".index(rule[0][0] if rule[0][0] in ".#" else " "))


def _declared(style: str) -> dict[str, str]:
    """Return what CSS declares, as far as attributes can say it."""
    pairs = (part.partition(":") for part in style.split(";"))
    found = {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs}
    return {name: value for name, value in found.items() if name in ATTRIBUTES and value}
