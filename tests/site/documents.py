"""Pages of a built site as parsed documents, and what they refer to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from selectolax.lexbor import LexborHTMLParser, LexborNode

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Document:
    """One page, parsed as a browser parses it."""

    path: str
    html: str

    @property
    def root(self) -> Element:
        return _parsed(self.html)

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(element.get("id", "") for element in self.root.iter())

    def all(self, name: str) -> list[Element]:
        return list(self.root.iter(name))

    def with_class(self, name: str) -> list[Element]:
        return [element for element in self.root.iter() if name in element.get("class", "").split()]


@lru_cache(maxsize=1000)
def _parsed(html: str) -> Element:
    """Parse a page, once for all tests that look at it."""
    root = LexborHTMLParser(html).root
    assert root is not None
    return _element(root)


def _element(node: LexborNode, space: str = "") -> Element:
    """Return a node as the standard library has elements, without comments; drawings are in the name space of SVG."""
    inner = SVG if node.tag == "svg" else space
    made = Element(f"{inner}{node.tag}", {name: value or "" for name, value in node.attributes.items()})
    last, child = None, node.child
    while child is not None:
        if child.tag == "-text":
            text = child.text_content or ""
            if last is None:
                made.text = (made.text or "") + text
            else:
                last.tail = (last.tail or "") + text
        elif child.tag[0] not in "-_!":
            last = _element(child, "" if node.tag == "foreignObject" else inner)
            made.append(last)
        child = child.next
    return made


@dataclass(frozen=True)
class Reference:
    """One URL that a page names, and where."""

    page: str
    url: str
    loads: bool
    """Whether a browser fetches it by itself."""


def documents(site: Path) -> dict[str, Document]:
    """Return every page of `site` by its path below it."""
    return {
        str(path.relative_to(site)): Document(path=str(path.relative_to(site)), html=path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def references(document: Document) -> Iterator[Reference]:
    """Yield every address in `document`: links, pictures, icons, forms, scripts."""
    for element in document.root.iter():
        for name in ("href", "src", "action", "poster", "data"):
            if url := element.get(name):
                loads = (name != "href" and name != "action") or _is_loaded_link(element)
                yield Reference(page=document.path, url=url, loads=loads)
        for candidate in filter(None, element.get("srcset", "").split(",")):
            yield Reference(page=document.path, url=candidate.split()[0], loads=True)


def _is_loaded_link(element: Element) -> bool:
    return element.tag == "link" and bool(
        {"icon", "stylesheet", "preload", "apple-touch-icon"} & set(element.get("rel", "").split())
    )


def target(page: str, url: str) -> tuple[str, str] | None:
    """Return the file and the fragment that `url` on `page` means, or None for another host or program."""
    parts = urlsplit(url)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    file = page if not path else path.removeprefix("/") + ("index.html" if path.endswith("/") else "")
    return file, unquote(parts.fragment)
