"""Words that hosts send, as plain text: without tags, invisible signs, and what is too long for a card."""

import re
import unicodedata
from html import unescape

import turbohtml
from turbohtml import Element, Node, Text

_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_SPACE = re.compile(r"[ \t\n\r\u00a0\u2028\u2029]+")
_BREAKS = frozenset({"br", "p", "div", "li"})
_SILENT = frozenset({"script", "style", "template", "iframe", "object", "svg"})
_SENTENCE_END = "….,;:!?-–— "


def plain(words: object, most: int) -> str:
    """Return words of a host as one line of at most `most` characters; what is no text is none."""
    if not isinstance(words, str):
        return ""
    text = unicodedata.normalize("NFC", unescape(words))
    text = _SPACE.sub(" ", _UNSEEN.sub("", text)).strip()
    if len(text) <= most:
        return text
    whole, _, _ = text[: most - 1].rpartition(" ")
    return f"{(whole or text[: most - 1]).rstrip(_SENTENCE_END)}…"


def post_of(html: object) -> tuple[str, str]:
    """Return the words of the post in the markup that a host sends for one, and those of the last link in it.

    Both are empty where there is no quotation with a paragraph: a player has no words.
    """
    if not isinstance(html, str):
        return "", ""
    tree = turbohtml.parse_fragment(html)
    quotation = next((each for each in _elements(tree) if each.tag == "blockquote"), None)
    if quotation is None:
        return "", ""
    paragraph = next((each for each in _elements(quotation) if each.tag == "p"), None)
    links = [each for each in _elements(quotation) if each.tag == "a"]
    return (_words(paragraph) if paragraph else ""), (_words(links[-1]) if links else "")


def words_of_html(html: object) -> str:
    """Return the words of markup, as they stand in it."""
    return _words(turbohtml.parse_fragment(html)) if isinstance(html, str) else ""


def attribute_of(html: object, name: str) -> str:
    """Return the first value that an attribute has in markup; empty without one."""
    if not isinstance(html, str):
        return ""
    values = (each.attrs.get(name) for each in _elements(turbohtml.parse_fragment(html)))
    return next((value for value in values if isinstance(value, str)), "")


def _elements(node: Node) -> list[Element]:
    return [each for each in node.descendants if isinstance(each, Element)]


def _words(element: Element) -> str:
    pieces = []
    for each in element.descendants:
        if isinstance(each, Text):
            pieces.append("" if isinstance(each.parent, Element) and each.parent.tag in _SILENT else each.data)
        elif isinstance(each, Element) and each.tag in _BREAKS:
            pieces.append(" ")
    return "".join(pieces)
