"""Addresses that stand among words: `https://…` and mail become links, as on GitHub; `Node.js` does not."""

import re
from collections import Counter
from collections.abc import Iterator

from plugins.desk.text.tree import Element, Node, Text, is_in_link, new_element

_LETTER = "A-Za-z0-9\u00c0-\u024f"
_NOT_IN_ADDRESS = r"\s<>\"“”„‟‘’‚«»‹›「」『』《》〈〉【】（），。；：、！？"
_ADDRESS = re.compile(
    r"(?<![A-Za-z0-9@/.:+=_-])(?:"
    rf"(?P<page>https?://[{_LETTER}-]+(?:\.[{_LETTER}-]+)+(?::[0-9]+)?(?:[/?#][^{_NOT_IN_ADDRESS}]*)?)"
    r"|(?P<mail>[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,})(?![\w@/-]|[.:]\w)"
    r")",
    re.IGNORECASE,
)
_PUNCTUATION = ".,:;!?'*_~|…"
_BRACKETS = {")": "(", "]": "[", "}": "{"}

_IN_PLAIN_ADDRESS = r"[^\s<>()\[\]]"
EMPHASIS_IN_ADDRESS = rf"(https?://{_IN_PLAIN_ADDRESS}*[_*~]{_IN_PLAIN_ADDRESS}*[^\s<>()\[\]_*~.,:;!?])"
"""A pattern for Python-Markdown: addresses with signs inside that would else be taken for emphasis."""


def find_addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the addresses among some words: where each begins and ends, and what a link to it names."""
    for match in _ADDRESS.finditer(text):
        found = match[0] if match["mail"] else _without_punctuation(match[0])
        yield match.start(), match.start() + len(found), f"mailto:{found}" if match["mail"] else found


def _without_punctuation(address: str) -> str:
    """Return an address without the punctuation behind it, and without a bracket that it does not open."""
    count = Counter(address)
    end = len(address)
    while True:
        last = address[end - 1]
        opening = _BRACKETS.get(last)
        if last not in _PUNCTUATION and (opening is None or count[last] <= count[opening]):
            return address[:end]
        count[last] -= 1
        end -= 1


def link_addresses(text: Text) -> list[Element]:
    """Make links of the addresses in a run of text, unless it is in a link, and return them; `text` ends before."""
    words = text.data
    found = list(find_addresses(words))
    if not found or is_in_link(text):
        return []
    links = [new_element("a", {"href": target}, words[begin:end]) for begin, end, target in found]
    nodes: list[Node] = []
    ends = [begin for begin, _, _ in found[1:]] + [len(words)]
    for link, (_, end, _), next_begin in zip(links, found, ends, strict=True):
        nodes += [link, Text(words[end:next_begin])] if end < next_begin else [link]
    text.data = words[: found[0][0]]
    text.insert_after(*nodes)
    return links
