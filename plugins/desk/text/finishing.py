"""The last touches to the tree of a text: slots, figures, frames of tables; then its blocks."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from plugins.desk.text.allowed_html import HEADINGS, INLINE
from plugins.desk.text.findings import Inspection
from plugins.desk.text.forms.split_caption import BAR_AND_SPACE, split_caption
from plugins.desk.text.forms.table_paragraphs import make_tables
from plugins.desk.text.labels import TextLabels
from plugins.desk.text.link_targets import names_file
from plugins.desk.text.slots import file_slot, is_resolved, link_slot, original_slot, picture_slots, scaled_slots
from plugins.desk.text.tree import Element, Node, Text, attributes_of, elements, new_element
from plugins.newsroom.front_matter.slugs import slugify
from plugins.newsroom.language.language_tags import text_direction

_ALIGNED = re.compile(r"text-align:\s*(left|right|center);?")
_CELL_CLASSES = {"right": "table__end", "center": "table__middle"}
"""Classes of cells, by the alignment of their column; other cells begin at the left in any case."""
_TICKED = "☑"
_PIXELS = re.compile(r"([1-9][0-9]{0,4})(?:px)?")


def finish_tree(found: Inspection, labels: TextLabels, lang: str) -> None:
    """Leave slots for targets, make figures and table frames, and give headings their ids, and the rest its `labels`.

    The text is in `lang`; words in a language written the other way get its direction. What cannot be shown is added to
    the problems.
    """
    for reference in found.references:
        element, name, target = reference.element, reference.attribute, reference.target
        if reference.kind == "picture" and name == "src":
            _leave_picture_slots(found, element, target)
        elif name == "poster":
            element.attrs[name] = picture_slots(target)[0]
        elif is_resolved(target):
            slot = original_slot if reference.asks_for_file else link_slot
            element.attrs[name] = file_slot(target) if element.tag == "a" and names_file(target) else slot(target)
    make_tables(found)
    numbers = Counter[str]()
    for element in elements(found.root):
        if element.attrs.get("lang"):
            _direct(element, lang)
        if element.tag == "p":
            _make_figures(found, element)
        elif element.tag in ("td", "th"):
            _align(element)
        elif element.tag == "pre":
            element.attrs["tabindex"] = "0"  # it scrolls by itself, also by keyboard
        elif element.tag in HEADINGS and "id" not in element.attrs:
            _name(found, element, numbers)
        elif element.tag in ("a", "span"):
            _label(element, labels)
    _frame_tables(found.root, labels)


def _direct(element: Element, lang: str) -> None:
    """Give an element with a language of its own the direction of that, where what is around it runs the other way."""
    if "dir" in element.attrs:
        return
    around = element.parent
    while isinstance(around, Element) and "dir" not in around.attrs:
        around = around.parent
    own = text_direction(str(element.attrs["lang"]))
    if own != (around.attrs["dir"] if isinstance(around, Element) else text_direction(lang)):
        element.attrs["dir"] = own


def _name(found: Inspection, heading: Element, numbers: Counter[str]) -> None:
    """Give a heading an id of its own, made of its words: `the-numbers`, for a second one `the-numbers_1`."""
    notes = "".join(note.text for note in heading.select("sup"))
    words = slugify(heading.text.removesuffix(notes)) or "section"
    name = words
    while name in found.ids:
        numbers[words] += 1
        name = f"{words}_{numbers[words]}"
    heading.attrs["id"] = name
    found.ids[name] = None


def _leave_picture_slots(found: Inspection, image: Element, target: str) -> None:
    url, width, height = picture_slots(target)
    wanted = {name: _pixels(found, image, name) for name in ("width", "height")}
    if wanted["width"] and wanted["height"]:
        width, height = str(wanted["width"]), str(wanted["height"])
    elif size := wanted["width"] or wanted["height"]:
        width, height = scaled_slots(target, size, is_width=bool(wanted["width"]))
    for name, value in (("src", url), ("width", width), ("height", height), ("loading", "lazy"), ("decoding", "async")):
        image.attrs[name] = value


def _pixels(found: Inspection, image: Element, name: str) -> int | None:
    written = image.attrs.get(name)
    if written is None:
        return None
    match = _PIXELS.fullmatch(str(written))
    if match is None:
        found.say("size", str(written), image, name)
    return int(match[1]) if match else None


def _make_figures(found: Inspection, paragraph: Element) -> None:
    """Make a figure of a picture that has a paragraph for itself, a gallery of several; elsewhere captions are lost."""
    nodes = [node for node in paragraph.children if not _is_blank(node)]
    images = [node for node in nodes if isinstance(node, Element) and node.tag == "img"]
    if not images:
        return
    caption = _caption_of_all(nodes) if len(images) == len(nodes) - 1 > 1 else None
    if caption:
        nodes.pop()
    if len(images) < len(nodes):
        for image in images:
            if title := image.attrs.get("title"):
                found.say("lost caption", str(title), image, "title")
        return
    attributes = attributes_of(paragraph)
    if len(images) == 1:
        paragraph.replace_with(_figure(images[0], attributes))
        return
    attributes["class"] = f"gallery {attributes.get('class', '')}".rstrip()
    captions = [new_element("figcaption", {}, *list(caption.children))] if caption else []
    paragraph.replace_with(new_element("div", attributes, *map(_figure, images), *captions))


def _caption_of_all(nodes: list[Node]) -> Element | None:
    """Return the emphasised words below the pictures of a gallery."""
    last = nodes[-1]
    return last if isinstance(last, Element) and last.tag == "em" else None


def _is_blank(node: Node) -> bool:
    return (isinstance(node, Text) and not node.data.strip()) or (isinstance(node, Element) and node.tag == "br")


def _figure(image: Element, attributes: dict[str, str] | None = None) -> Element:
    title = str(image.attrs.get("title") or "")
    image.extract()
    figure = new_element("figure", attributes, image)
    if title.strip(BAR_AND_SPACE):
        del image.attrs["title"]
        figure.append(_caption(title))
    return figure


def _caption(title: str) -> Element:
    """Return the words under a picture: a caption, and behind the last bar the credit."""
    words, credit = split_caption(title)
    caption = new_element("figcaption", {}, *([f"{words} " if credit else words] if words else []))
    if credit:
        caption.append(new_element("span", {"class": "credit"}, credit))
    return caption


def _align(cell: Element) -> None:
    """Put a class in place of the style that Python-Markdown writes: a security policy lets no style of its own in."""
    style = cell.attrs.get("style")
    if style is None:
        return
    del cell.attrs["style"]
    aligned = _ALIGNED.fullmatch(str(style))
    if aligned and aligned[1] in _CELL_CLASSES:
        cell.attrs["class"] = _CELL_CLASSES[aligned[1]]


def _label(element: Element, labels: TextLabels) -> None:
    """Say in words what a sign of Markdown's own shows: the way back from a footnote, the box of a task."""
    classes = element.attrs.get("class") or ()
    if "footnote-backref" in classes:
        element.attrs["title"] = labels.back_to_text
    elif "task-box" in classes:
        element.attrs["aria-label"] = labels.task_done if element.text == _TICKED else labels.task_open


def _frame_tables(root: Element, labels: TextLabels) -> None:
    """Put every table into a frame that scrolls by itself, also by keyboard, so that the page never does."""
    tables = [element for element in elements(root) if element.tag == "table"]
    for number, table in enumerate(tables, 1):
        label = labels.table if len(tables) == 1 else labels.table_number.format(n=number)
        table.wrap(new_element("div", {"class": "table", "role": "region", "aria-label": label, "tabindex": "0"}))


def block_elements(nodes: Iterable[Node]) -> Iterator[Element]:
    """Yield the blocks among the nodes of a text, or of a part of it; words that stand in none get a paragraph."""
    loose: list[Node] = []
    for node in list(nodes):
        if isinstance(node, Element) and _is_block(node):
            yield from _paragraph(loose)
            loose = []
            yield node
        else:
            loose.append(node)
    yield from _paragraph(loose)


def _is_block(element: Element) -> bool:
    """Tell whether no paragraph may hold an element: a block, or a link or <b> around blocks."""
    return element.tag not in INLINE or any(inside.tag not in INLINE for inside in elements(element))


def _paragraph(nodes: list[Node]) -> Iterator[Element]:
    if not all(map(_is_blank, nodes)):
        paragraph = new_element("p", {}, *nodes)
        for node, strip in ((nodes[0], str.lstrip), (nodes[-1], str.rstrip)):
            if isinstance(node, Text):
                node.data = strip(node.data)
        yield paragraph
