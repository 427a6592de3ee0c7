"""Typography of a text's tree: paragraphs are set as wholes, and the edits go to the text nodes that they fall in."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from plugins.desk.text.allowed_html import BLOCKS, OPAQUE
from plugins.desk.text.tree import Element, Node, Text
from plugins.desk.text.typesetting.direction_marks import with_direction_marks
from plugins.desk.text.typesetting.quote_marks import QuoteMarks, dashes_of, quote_marks
from plugins.desk.text.typesetting.quotes import HOLE, Edit, apply_edits, typographic_edits

_LEFT_ALONE = OPAQUE | {"audio", "img", "video"}
_ANY_SIGN = re.compile(r"""["'«»]|--|\.(?:\.| \.)|[@#][A-Za-z0-9_]|[+−±$€£¥₪-][0-9]""")
"""A sign without which nothing is set, but for French spaces."""

Run = list[Text | str]
"""The text nodes of a paragraph, and in place of other nodes the text that they count as."""


@dataclass(slots=True)
class _Level:
    """An element whose children are being walked."""

    nodes: Iterator[Node]
    is_block: bool
    interrupted: tuple[Run, str] | None
    """The paragraph around an element of another language, and its language."""


def set_paragraphs(root: Element, lang: str, dashes: str, left_alone: str) -> None:
    """Set all text below `root` in place by the rules of `lang`, and parts with a `lang` of their own by those.

    `dashes` is Pelican's setting, `left_alone` a CSS selector of what is left alone beside code.
    """
    _Walk(lang, dashes, left_alone).over(root)


class _Walk:
    """A walk over a tree. Inline elements are as if they were not there; code is a `HOLE`."""

    def __init__(self, lang: str, dashes: str, left_alone: str) -> None:
        self._lang = lang
        self._dashes = dashes
        self._left_alone = left_alone
        self._run: Run = []
        self._levels: list[_Level] = []

    def over(self, root: Element) -> None:
        self._enter(root, self._lang, is_block=True)
        while self._levels:  # no recursion: HTML may be nested deeper than Python allows
            node = next(self._levels[-1].nodes, None)
            if node is None:
                self._leave(self._levels.pop())
            elif isinstance(node, Text):
                self._run.append(node)
            elif isinstance(node, Element):
                self._take(node)

    def _take(self, element: Element) -> None:
        """Enter an element, or put down what it counts as."""
        lang = str(element.attrs.get("lang") or self._lang)
        is_block = element.tag in BLOCKS
        if is_block:
            self._end_paragraph()
            if not _is_french(lang) and not _ANY_SIGN.search(element.text):
                return
        if self._is_left_alone(element) or _shows_its_address(element):
            self._run.append(HOLE)
        elif element.tag == "br":
            self._run.append("\n")
        elif not _is_footnote_number(element):
            self._enter(element, lang, is_block)

    def _is_left_alone(self, element: Element) -> bool:
        return element.tag in _LEFT_ALONE or element.matches(self._left_alone)

    def _enter(self, element: Element, lang: str, is_block: bool) -> None:
        """Begin with the children of an element; one of another language is a paragraph of its own."""
        interrupted = None
        if lang != self._lang:
            interrupted = (self._run, self._lang)
            self._run, self._lang = [], lang
        self._levels.append(_Level(iter(element.children), is_block, interrupted))

    def _leave(self, level: _Level) -> None:
        if level.is_block or level.interrupted:
            self._end_paragraph()
        if level.interrupted:
            self._run, self._lang = level.interrupted
            self._run.append(HOLE)

    def _end_paragraph(self) -> None:
        if self._run:
            run, self._run = self._run, []
            _set_run(run, quote_marks(self._lang), dashes_of(self._dashes, self._lang))
            for node in run:
                if isinstance(node, Text):
                    node.data = with_direction_marks(node.data, self._lang)


@cache
def _is_french(lang: str) -> bool:
    marks = quote_marks(lang)
    return marks is not None and marks.has_inner_space


def _shows_its_address(element: Element) -> bool:
    """Tell whether an element is a link that has its own address for words, as Markdown's `<https://…>`."""
    if element.tag != "a":
        return False
    words = element.text.strip()
    is_address = "/" in words or "@" in words
    return is_address and str(element.attrs.get("href") or "").endswith(words)


def _is_footnote_number(element: Element) -> bool:
    """Tell whether an element is the number of a footnote, which belongs to no word."""
    return element.tag == "sup" and str(element.attrs.get("id") or "").startswith("fnref")


def _set_run(run: Run, marks: QuoteMarks | None, dashes: Mapping[str, str]) -> None:
    """Set a paragraph; an edit that reaches over the end of a node is left out."""
    pieces = [piece.data if isinstance(piece, Text) else piece for piece in run]
    edits = typographic_edits("".join(pieces), marks, dashes)
    if not edits:
        return
    starts = [edit.start for edit in edits]
    start = 0
    for node, piece in zip(run, pieces, strict=True):
        end = start + len(piece)
        inside = edits[bisect_left(starts, start) : bisect_left(starts, end)]
        if inside and isinstance(node, Text):
            node.data = apply_edits(piece, [_moved(edit, -start) for edit in inside if edit.end <= end])
        start = end


def _moved(edit: Edit, distance: int) -> Edit:
    return Edit(edit.start + distance, edit.end + distance, edit.new)
