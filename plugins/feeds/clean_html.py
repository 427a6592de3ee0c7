"""HTML of ours for feed readers: what carries meaning in any program, and every address in full.

Looks, names and scripts of our pages mean nothing elsewhere; two entries in one window may not share a name either.
"""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

import turbohtml
from turbohtml import Element, Text

from plugins.newsroom.urls import on_host

KEPT: dict[str, tuple[str, ...]] = {
    "a": ("href", "hreflang", "rel"),
    "audio": ("controls", "preload", "src"),
    "blockquote": ("cite",),
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
    "th": ("abbr", "colspan", "rowspan", "scope"),
    "time": ("datetime",),
    "track": ("kind", "label", "src", "srclang"),
    "video": ("controls", "height", "poster", "preload", "src", "width"),
}
"""Attributes that are kept by element, beside those of `_EVERYWHERE`, and names that links of the same text need."""
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


def clean_html(html: str, *, site_url: str, page_url: str, name: str) -> str:
    """Return HTML without looks and scripts, every address absolute; `name` makes the names in it the article's own.

    A link to a place in the same text leads to that place: the names of these alone are kept, as
    `<name>-<name of before>`.
    """
    root = turbohtml.parse_fragment(html, positions=False)
    prefix = _NAME.sub("-", name).strip("-")
    elements = [node for node in root.descendants if isinstance(node, Element)]
    names = {_texts(each).get("id", "") for each in elements}
    linked = names & {_texts(each).get("href", "")[1:] for each in elements if each.tag == "a"} - {""}
    addresses = _Addresses(site_url, page_url, prefix, linked)
    for element in elements:
        if element.tag == "input":
            element.replace_with(Text("☑" if "checked" in element.attrs else "☐"))
        elif element.tag in _DROPPED or _is_choice(element):
            element.decompose()
        else:
            _keep(element, addresses)
    return str(root.inner_html)


def _is_choice(element: Element) -> bool:
    """Tell whether an element is a file among which browsers choose for a picture."""
    parent = element.parent
    return element.tag == "source" and not (isinstance(parent, Element) and parent.tag in _PLAYERS)


def _keep(element: Element, addresses: "_Addresses") -> None:
    """Leave an element the attributes that mean something anywhere, or only what is in it where it has none."""
    found = _texts(element)
    kept = {each: found[each] for each in (*KEPT.get(element.tag, ()), *_EVERYWHERE) if each in found}
    for each in _ADDRESSES:
        if each in kept:
            kept[each] = addresses.full(kept[each])
    if found.get("id") in addresses.linked:
        kept["id"] = f"{addresses.prefix}-{found['id']}"
    if element.tag in _UNWRAPPED and not kept:
        element.unwrap()
    else:
        _set(element, kept)


def _texts(element: Element) -> dict[str, str]:
    """Return the attributes of an element as texts; the parser has lists for classes."""
    return {each: " ".join(value) if isinstance(value, list) else value or "" for each, value in element.attrs.items()}


def _set(element: Element, kept: dict[str, str]) -> None:
    for each in [*element.attrs]:
        if each not in kept:
            del element.attrs[each]
    for each, value in kept.items():
        element.attrs[each] = value


class _Addresses(NamedTuple):
    """Everything by which an address in a text is made a full one."""

    site_url: str
    page_url: str
    prefix: str
    linked: set[str]
    """Names of places in the text that links in it lead to."""

    def full(self, address: str) -> str:
        """Return an address in full, or of a place in the same text as it is named there."""
        if address.startswith("#"):
            return f"#{self.prefix}-{address[1:]}" if address[1:] in self.linked else self.page_url + address
        if address.startswith("//"):
            return f"{urlsplit(self.site_url).scheme}:{address}"
        return on_host(self.site_url, address) if address.startswith("/") else address
