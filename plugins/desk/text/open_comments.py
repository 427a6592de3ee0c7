"""Comments that Markdown takes for words, as they have no end or go on past an empty line: nobody is to read them."""

from bisect import bisect_right
from dataclasses import dataclass, field

from plugins.desk.text.allowed_html import OPAQUE
from plugins.desk.text.tree import Element, Node, Text, elements

_BEGIN, _END = "<!--", "-->"
_THINGS = OPAQUE | {"img"}
_CELLS = ("td", "th")
"""Elements that stay when they are empty: a table would lose its shape."""


@dataclass(slots=True)
class _Content:
    """Words outside code, with pictures and code between them."""

    words: str = ""
    texts: list[tuple[int, Text]] = field(default_factory=list)
    """Each run of text, and where it begins in the words; so are the things."""
    things: list[tuple[int, Element]] = field(default_factory=list)
    block_ends: list[int] = field(default_factory=list)


def hide_open_comments(root: Element) -> None:
    """Take out all words, pictures and code from `<!--` to `-->`, or to the end of the block where there is none."""
    content = _content(root)
    comments = _comments(content)
    begins = [begin for begin, _ in comments]
    for begin, text in content.texts:
        kept = _kept(content.words, begin, begin + len(text.data), comments, begins)
        if kept != text.data:
            text.data = kept
            if not kept:
                _drop(root, text)
    for begin, thing in content.things:
        number = bisect_right(begins, begin) - 1
        if number >= 0 and begins[number] < begin < comments[number][1]:
            _drop(root, thing)


def _content(root: Element) -> _Content:
    content, words, length = _Content(), [], 0
    for block in root.children:
        for node in (block, *(block.descendants if isinstance(block, Element) else ())):
            if isinstance(node, Element) and node.tag in _THINGS:
                content.things.append((length, node))
            elif isinstance(node, Text) and not _is_code(node):
                content.texts.append((length, node))
                words.append(node.data)
                length += len(node.data)
        content.block_ends.append(length)
    content.words = "".join(words)
    return content


def _is_code(text: Text) -> bool:
    return any(isinstance(around, Element) and around.tag in OPAQUE for around in text.ancestors)


def _comments(content: _Content) -> list[tuple[int, int]]:
    """Return where comments begin and end."""
    comments, has_end = [], True
    begin = content.words.find(_BEGIN)
    while begin >= 0:
        end = content.words.find(_END, begin + len(_BEGIN)) if has_end else -1
        has_end = end >= 0
        end = end + len(_END) if has_end else content.block_ends[bisect_right(content.block_ends, begin)]
        comments.append((begin, end))
        begin = content.words.find(_BEGIN, end)
    return comments


def _kept(words: str, begin: int, end: int, comments: list[tuple[int, int]], begins: list[int]) -> str:
    """Return the words from `begin` to `end` without the comments in them."""
    kept, number = [], max(bisect_right(begins, begin) - 1, 0)
    while number < len(comments) and comments[number][0] < end:
        kept.append(words[begin : max(comments[number][0], begin)])
        begin = max(begin, comments[number][1])
        number += 1
    return "".join((*kept, words[begin:end]))


def _drop(root: Element, node: Node) -> None:
    """Take out a node, and the elements around it that are empty without it."""
    while node is not root and not (isinstance(node, Element) and node.tag in _CELLS):
        around = node.parent
        node.extract()
        if (
            not isinstance(around, Element)
            or around.text.strip()
            or any(each.tag == "img" for each in elements(around))
        ):
            return
        node = around
