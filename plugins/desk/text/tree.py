"""The tree of a text's HTML; the one module that knows the parser.

It reads HTML by the algorithm of browsers (WHATWG), so that what is checked is what readers get, and writes it
balanced.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import turbohtml
from turbohtml import Element as Element
from turbohtml import Node as Node
from turbohtml import Text as Text
from turbohtml import TokenType

_BEHIND = "\ufdda"
"""A noncharacter, which no text holds."""
NO_CHARACTER = re.compile(
    r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|fd[de][0-9a-f]|fff[ef])(?![0-9a-f])"
    r"|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]|649[7-9][0-9]|6500[0-7]|6553[45])(?![0-9]));?",
    re.IGNORECASE,
)
"""A reference to a control, which feeds cannot hold, or to a noncharacter, which means something to the kit."""
REPLACEMENT = "\ufffd"
"""Stands where no character can."""


@dataclass(slots=True)
class TagCount:
    """The tags of some HTML, by name, and all that browsers show nothing of."""

    starts: Counter[str] = field(default_factory=Counter)
    ends: Counter[str] = field(default_factory=Counter)
    instructions: list[str] = field(default_factory=list)
    """`<?php … ?>`, `<!DOCTYPE html>`, `</ x>`: a browser takes them for comments."""
    open_comment: str = ""
    """A comment that goes on to the end."""
    unfinished: str = ""
    """A tag that goes on to the end: `<b title="…`."""


def parse(html: str, *, has_raw_html: bool = True) -> Element:
    """Return an element that holds the nodes of `html`.

    Of HTML that Markdown alone has made, `is_closed` and `starts_tag` need not be known, which is quicker.
    """
    if "&#" in html:
        html = NO_CHARACTER.sub(REPLACEMENT, html)
    return turbohtml.parse_fragment(html, positions=False, source_locations=has_raw_html)


def ends_in_text(html: str) -> bool:
    """Tell whether words behind `html` would be words: no comment or attribute goes on to its end."""
    return bool(parse(html + _BEHIND, has_raw_html=False).text.endswith(_BEHIND))


def new_element(tag: str, attributes: dict[str, str] | None = None, *children: Node | str) -> Element:
    """Return an element that stands nowhere yet."""
    return Element(
        tag, dict(attributes or {}), [Text(child) if isinstance(child, str) else child for child in children]
    )


def attributes_of(element: Element) -> dict[str, str]:
    """Return the attributes of an element as texts; the parser has lists for classes."""
    return {name: " ".join(value) if isinstance(value, list) else value or "" for name, value in element.attrs.items()}


def elements(root: Element) -> Iterator[Element]:
    """Yield the elements below `root` in the order of the document, as they are now: the tree may be changed."""
    yield from [node for node in root.descendants if isinstance(node, Element)]


def drop_empty_paragraphs(root: Element) -> None:
    """Drop the paragraphs that are left where Markdown had written one round a block of HTML."""
    for element in elements(root):
        if element.tag == "p" and not element.text.strip() and not list(elements(element)):
            element.extract()


def is_html(element: Element) -> bool:
    """Tell whether an element is one of HTML itself, not of SVG or MathML."""
    return element.namespace == turbohtml.Namespace.HTML


def is_in_link(node: Node) -> bool:
    """Tell whether a node stands in a link, somewhere."""
    return any(isinstance(around, Element) and around.tag == "a" for around in node.ancestors)


def starts_tag(element: Element) -> bool:
    """Tell whether an element has a start tag in the source, and was not made by the parser."""
    return element.source_location is not None


def is_closed(element: Element) -> bool:
    """Tell whether an element has an end tag in the source."""
    location = element.source_location
    return location is not None and location.end_tag is not None


def count_tags(html: str) -> TagCount:
    """Return how often each tag stands in `html`, and what else stands there that is no text."""
    count = TagCount()
    end = 0
    for token in turbohtml.tokenize(html, resolve_references=False, capture_source=True):
        source = token.source or ""
        end += len(source or token.data or "")
        if token.type == TokenType.START_TAG:
            count.starts[token.tag or ""] += 1
        elif token.type == TokenType.END_TAG:
            count.ends[token.tag or ""] += 1
        elif source.startswith("<!--") and not source.endswith(("-->", "--!>")):
            count.open_comment = source
        elif source.startswith("<") and not source.startswith("<!--"):
            count.instructions.append(source)
    count.unfinished = html[end:] if html.startswith("<", end) else ""
    return count
