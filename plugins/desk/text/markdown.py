"""Markdown to HTML: a pure function of a text.

Marks between top-level blocks let `blocks.py` take the finished HTML apart again, after Typogrify; slots let `slots.py`
put in where links and pictures lead.
"""

import copy
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Comment, Element, SubElement

from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from plugins.desk.text.blocks import BLOCK_MARK, DONT_MISS_MARK, hide_marks
from plugins.desk.text.fast_markdown import GuardedMarkdown
from plugins.desk.text.scan import is_mark
from plugins.desk.text.slots import is_resolved, link_slot, picture_slots
from plugins.newsroom.front_matter.slugs import slugify

_HEADER_EXTENSIONS = ("markdown.extensions.meta", "meta", "full_yaml_metadata")
"""Extensions that would read front matter, which is gone from the text by now."""

_ID = re.compile(r"<[^<>]*?\sid=\"([^\"<>]+)\"")

_ESCAPED = re.compile(f"{STX}([0-9]+){ETX}")
"""A character that had a backslash before it, as Python-Markdown holds it until the end."""

_ALIGNED = re.compile(r"text-align: (left|right|center);")
_CELL_CLASSES = {"right": "table__end", "center": "table__middle"}
"""Classes of cells, by the alignment of their column; other cells begin at the left in any case."""

_BELOW_ALL = 2
"""Priority after Python-Markdown's own tree processors, but before it takes its escapes back (0)."""


class BodyReader:
    """Turns texts into HTML, with one Python-Markdown instance for all of them."""

    def __init__(self, markdown_settings: Mapping[str, Any]) -> None:
        """Set up Python-Markdown as Pelican's MARKDOWN setting says; headings get ids in any case."""
        settings = copy.deepcopy(dict(markdown_settings))
        configs = settings.get("extension_configs", {})
        names = [*settings.get("extensions", []), *configs]
        extensions = [name for name in dict.fromkeys(names) if name not in _HEADER_EXTENSIONS]
        if "markdown.extensions.toc" not in extensions:
            extensions.append("markdown.extensions.toc")
        configs.setdefault("markdown.extensions.toc", {}).setdefault("slugify", _heading_id)
        settings["extension_configs"] = {name: configs.get(name, {}) for name in extensions if isinstance(name, str)}
        settings["extensions"] = extensions
        self._markdown = GuardedMarkdown(**settings)
        self._markdown.treeprocessors.register(_DeskTreeprocessor(self._markdown), "desk", _BELOW_ALL)

    def read(self, text: str) -> str:
        """Return `text` as HTML with marks between its blocks, and slots for where its links and pictures lead."""
        self._markdown.reset()
        return str(self._markdown.convert(text))


def ids_in(html: str) -> frozenset[str]:
    """Return the ids in a text's HTML: of its headings, its footnotes and its author's own HTML."""
    return frozenset(_ID.findall(html))


def _heading_id(text: str, separator: str) -> str:
    return slugify(text).replace("-", separator) or "section"


class _DeskTreeprocessor(Treeprocessor):
    """Leaves slots for targets, makes figures and table frames, and puts marks between the blocks."""

    def run(self, root: Element) -> None:
        _leave_slots(root)
        for parent, position, element in list(_places(root, "p")):
            if _is_picture_alone(element):
                parent[position] = _figure(element)
        _align_cells(root)
        _frame_tables(root)
        _mark_blocks(root)
        stash = self.md.htmlStash
        stash.rawHtmlBlocks = [hide_marks(raw) if isinstance(raw, str) else raw for raw in stash.rawHtmlBlocks]


def _leave_slots(root: Element) -> None:
    for link in root.iter("a"):
        target = link.get("href", "")
        # A backslash escape is still Python-Markdown's own sign here, and no file is called that.
        link.set("href", link_slot(target) if target and STX not in target and is_resolved(target) else target)
    for image in root.iter("img"):
        source = _ESCAPED.sub(lambda escaped: "\\" + chr(int(escaped[1])), image.get("src") or "")
        url, width, height = picture_slots(source)
        image.attrib |= {"src": url, "width": width, "height": height, "loading": "lazy", "decoding": "async"}


def _places(root: Element, tag: str) -> Iterator[tuple[Element, int, Element]]:
    for parent in root.iter():
        for position, element in enumerate(parent):
            if element.tag == tag:
                yield parent, position, element


def _is_picture_alone(paragraph: Element) -> bool:
    if len(paragraph) != 1 or paragraph[0].tag != "img":
        return False
    return not (paragraph.text or "").strip() and not (paragraph[0].tail or "").strip()


def _figure(paragraph: Element) -> Element:
    image = paragraph[0]
    figure = Element("figure", paragraph.attrib)
    figure.tail = paragraph.tail
    title = image.attrib.pop("title", None)
    image.tail = None
    figure.append(image)
    if title:
        SubElement(figure, "figcaption").text = title
    return figure


def _align_cells(root: Element) -> None:
    """Put a class in place of the style that Python-Markdown writes: a security policy lets no style of its own in."""
    for cell in root.iter():
        aligned = _ALIGNED.fullmatch(cell.get("style", "")) if cell.tag in ("td", "th") else None
        if aligned:
            del cell.attrib["style"]
            if aligned[1] in _CELL_CLASSES:
                cell.set("class", _CELL_CLASSES[aligned[1]])


def _frame_tables(root: Element) -> None:
    """Put every table into a frame that scrolls by itself, also by keyboard, so that the page never does."""
    tables = list(_places(root, "table"))
    for number, (parent, position, table) in enumerate(tables, 1):
        label = "Table" if len(tables) == 1 else f"Table {number}"
        attributes = {"class": "table", "role": "region", "aria-label": label, "tabindex": "0"}
        frame = Element("div", attributes)
        frame.tail, table.tail = table.tail, None
        frame.append(table)
        parent[position] = frame


def _mark_blocks(root: Element) -> None:
    blocks = list(root)
    for block in blocks:
        root.remove(block)
    for block in blocks:
        is_dont_miss = _is_dont_miss(block)
        mark = DONT_MISS_MARK if is_dont_miss else BLOCK_MARK
        comment: Any = Comment(mark.removeprefix("<!--").removesuffix("-->"))
        comment.tail = "\n"
        root.extend([comment] if is_dont_miss else [comment, block])


def _is_dont_miss(block: Element) -> bool:
    return block.tag == "p" and not len(block) and is_mark(block.text or "")
