"""Names of those who are quoted: the last paragraph, or the last line, of a quotation that begins with a dash."""

import re
from collections.abc import Callable, Sequence

from plugins.desk.text.forms.form_context import is_blank
from plugins.desk.text.tree import Element, Node, Text, elements, new_element

_DASH = re.compile(r"[ \t]*(?:[—–―⸺]+|--+)(?![\d—–―-])")
_DASHED_LINE = re.compile(rf"(?:^|\n){_DASH.pattern}")
_LONGEST = 200
"""Characters of a name with all that belongs to it; what is longer is a paragraph. Judgement."""


def attribute_quotations(root: Element, is_box: Callable[[Element], bool]) -> None:
    """Make figures of the quotations below `root` that say whom they quote, but for those that are boxes."""
    for quotation in elements(root):
        if quotation.tag == "blockquote" and not is_box(quotation):
            attribution = take_attribution(quotation)
            if attribution:
                figure = new_element("figure", {"class": "part quotation"})
                quotation.wrap(figure)
                figure.append(new_element("figcaption", {}, *attribution))


def take_attribution(quotation: Element) -> Sequence[Node]:
    """Take the words that say who is quoted out of a quotation, and return them with their dash; nothing if none do.

    Lines of a dialogue begin with dashes too: of several none is a name.
    """
    blocks = [node for node in quotation.children if not is_blank(node)]
    last = blocks[-1] if blocks else None
    if not isinstance(last, Element) or last.tag != "p" or last.attrs or len(_dashed_lines(quotation)) != 1:
        return ()
    if _begins_with_dash(last.children):
        if len(blocks) == 1 or len(last.text) > _LONGEST:
            return ()
        last.extract()
        return list(last.children)
    return _take_last_line(last)


def _dashed_lines(quotation: Element) -> list[str]:
    found: list[str] = []
    for paragraph in elements(quotation):
        if paragraph.tag == "p":
            found += _DASHED_LINE.findall(_with_breaks(paragraph))
    return found


def _with_breaks(paragraph: Element) -> str:
    return "".join("\n" if isinstance(node, Element) and node.tag == "br" else node.text for node in paragraph.children)


def _begins_with_dash(nodes: Sequence[Node]) -> bool:
    return bool(nodes) and isinstance(nodes[0], Text) and _DASH.match(nodes[0].data) is not None


def _take_last_line(paragraph: Element) -> Sequence[Node]:
    nodes = list(paragraph.children)
    for place in range(len(nodes) - 1, -1, -1):
        node, tail = nodes[place], list[Node](nodes[place + 1 :])
        before, is_end = None, isinstance(node, Element) and node.tag == "br"
        if isinstance(node, Text) and "\n" in node.data.rstrip():
            before, _, line = node.data.rpartition("\n")
            tail.insert(0, Text(line))
        elif not is_end:
            continue
        if not _begins_with_dash(tail) or sum(len(each.text) for each in tail) > _LONGEST:
            return ()
        for each in tail:
            each.extract()
        if isinstance(node, Text) and before is not None:
            node.data = before.rstrip()
        _drop_last_break(paragraph)
        return tail
    return ()


def _drop_last_break(paragraph: Element) -> None:
    nodes = [node for node in paragraph.children if not is_blank(node)]
    if nodes and isinstance(nodes[-1], Element) and nodes[-1].tag == "br":
        nodes[-1].extract()
