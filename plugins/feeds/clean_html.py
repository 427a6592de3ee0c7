"""HTML of ours for feed readers: what carries meaning in any program, and every address in full.

Looks, names and scripts of our pages mean nothing elsewhere; two entries in one window may not share a name either.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

import turbohtml
from turbohtml import Element, Text

from plugins.feeds.feed_images import ImageWords, words_under
from plugins.newsroom.urls import on_host

KEPT: dict[str, tuple[str, ...]] = {
    "a": ("href", "hreflang", "rel"),
    "audio": ("controls", "preload", "src"),
    "blockquote": ("cite",),
    "col": ("span",),
    "colgroup": ("span",),
    "data": ("value",),
    "del": ("cite", "datetime"),
    "details": ("open",),
    "img": ("src", "width", "height", "alt", "title"),
    "ins": ("cite", "datetime"),
    "li": ("value",),
    "ol": ("reversed", "start", "type"),
    "q": ("cite",),
    "source": ("src", "type"),
    "td": ("colspan", "headers", "rowspan"),
    "th": ("abbr", "colspan", "headers", "rowspan", "scope"),
    "time": ("datetime",),
    "track": ("kind", "label", "src", "srclang"),
    "video": ("controls", "height", "poster", "preload", "src", "width"),
}
"""Attributes that are kept by element, beside those of `_EVERYWHERE`, and names that links and cells of the same text
need."""
_EVERYWHERE = ("lang", "dir", "title")
_ADDRESSES = ("cite", "href", "poster", "src")
_DROPPED = (
    "button",
    "form",
    "iframe",
    "link",
    "meta",
    "object",
    "script",
    "select",
    "style",
    "svg",
    "template",
)
"""Elements that go with all that is in them."""
_UNWRAPPED = ("picture", "span")
"""Elements that go, and leave what is in them; a `span` only where it says nothing of language."""
_PLAYERS = ("audio", "video")
_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class CleanHtml(NamedTuple):
    """HTML for feed readers, and the pictures that it shows, with the words under them."""

    html: str
    images: tuple[tuple[Element, ImageWords], ...]


def clean_html(html: str, *, site_url: str, page_url: str, name: str) -> CleanHtml:
    """Return HTML without looks and scripts, every address absolute; `name` makes the names in it the article's own.

    A link to a place in the same text leads to that place: the names of these alone are kept, with `-<name>` behind
    them. Some readers know footnotes by how their names begin (`#fn`, in NetNewsWire), so that is left to them.
    """
    root = turbohtml.parse_fragment(html, positions=False)
    elements = [node for node in root.descendants if isinstance(node, Element)]
    names = _names_needed(elements)
    addresses = _Addresses(site_url, page_url, "-" + _NAME.sub("-", name).strip("-"), names)
    images = [(each, words_under(each)) for each in elements if each.tag == "img"]
    for element in elements:
        if element.tag == "input":
            element.replace_with(Text("☑" if "checked" in element.attrs else "☐"))
        elif element.tag in _DROPPED or "hidden" in element.attrs or _is_choice(element):
            element.decompose()
        else:
            _keep(element, addresses)
    shown = set(root.select("img"))
    return CleanHtml(str(root.inner_html), tuple(each for each in images if each[0] in shown))


def fit(width: int, height: int, widest: int) -> tuple[int, int]:
    """Return the sides of a picture, in proportion, if its file is at most so wide."""
    return (width, height) if width <= widest else (widest, max(1, round(height * widest / width)))


def _names_needed(elements: Sequence[Element]) -> set[str]:
    """Return the names to which links and cells of a text lead within it."""
    names, wanted = set(), set()
    for each in elements:
        found = _texts(each)
        names.add(found.get("id", ""))
        if found.get("href", "").startswith("#"):
            wanted.add(unquote(found["href"][1:]))
        wanted.update(found.get("headers", "").split())
    return names & wanted - {""}


def _is_choice(element: Element) -> bool:
    """Tell whether an element is a file among which browsers choose for a picture."""
    parent = element.parent
    return element.tag == "source" and not (isinstance(parent, Element) and parent.tag in _PLAYERS)


def _keep(element: Element, addresses: "_Addresses") -> None:
    """Leave an element the attributes that mean something anywhere, or only what is in it where it has none."""
    found = _texts(element)
    if element.tag == "img":
        found |= _sides(found)
    kept = {each: found[each] for each in (*KEPT.get(element.tag, ()), *_EVERYWHERE) if each in found}
    for each in _ADDRESSES:
        if each in kept:
            kept[each] = addresses.full(kept[each])
    if "headers" in kept:
        kept["headers"] = " ".join(
            each + addresses.suffix for each in kept["headers"].split() if each in addresses.names
        )
    if found.get("id") in addresses.names:
        kept["id"] = found["id"] + addresses.suffix
    if element.tag in _UNWRAPPED and not kept:
        element.unwrap()
    else:
        _set(element, kept)


def _sides(image: Mapping[str, str]) -> dict[str, str]:
    """Return the sides of a picture in the file at `src`, whose width `srcset` tells beside those of others."""
    sides = [image.get(each, "") for each in ("width", "height")]
    for candidate in image.get("srcset", "").split(","):
        address, _, size = candidate.strip().partition(" ")
        if address == image.get("src") and all(each.isdecimal() for each in (size.removesuffix("w"), *sides)):
            width, height = fit(int(sides[0]), int(sides[1]), int(size.removesuffix("w")))
            return {"width": str(width), "height": str(height)}
    return {}


def _texts(element: Element) -> dict[str, str]:
    """Return the attributes of an element as texts; the parser has lists for classes."""
    return {each: " ".join(value) if isinstance(value, list) else value or "" for each, value in element.attrs.items()}


def _set(element: Element, kept: Mapping[str, str]) -> None:
    for each in [*element.attrs]:
        if each not in kept:
            del element.attrs[each]
    for each, value in kept.items():
        element.attrs[each] = value


class _Addresses(NamedTuple):
    """Everything by which an address in a text is made a full one."""

    site_url: str
    page_url: str
    suffix: str
    """Behind each name that is kept."""
    names: set[str]
    """Names of places in the text that something in it leads to."""

    def full(self, address: str) -> str:
        """Return an address in full, or of a place in the same text as it is named there."""
        if address.startswith("#"):
            return address + self.suffix if unquote(address[1:]) in self.names else self.page_url + address
        if address.startswith("//"):
            return f"{urlsplit(self.site_url).scheme}:{address}"
        if address.startswith("/"):
            return on_host(self.site_url, address)
        return address if _SCHEME.match(address) else urljoin(self.page_url, address)
