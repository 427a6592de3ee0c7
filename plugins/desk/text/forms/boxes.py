"""Boxes: quotations whose first line is a mark, such as `> [!FACTS] In numbers`, as GitHub and Obsidian have them.

Other readers show a quotation that begins with the mark.
"""

import re
from collections.abc import Sequence
from datetime import date

from plugins.desk.text.finishing import block_elements
from plugins.desk.text.forms.attributions import take_attribution
from plugins.desk.text.forms.form_context import FormContext, is_blank
from plugins.desk.text.forms.interviews import read_turns
from plugins.desk.text.forms.marks import FORM_OF_MARK
from plugins.desk.text.forms.text_form import NOTHING, TextForm
from plugins.desk.text.forms.timelines import read_steps
from plugins.desk.text.tree import Element, Node, Text, attributes_of, new_element
from plugins.newsroom.markup import Html

_MARK = re.compile(r"\s*\[!\s*([^\]\[\n]{1,40}?)\s*\](?:[+-](?=\s|$))?:?\s*")
"""`[!FACTS]`; a sign behind it is Obsidian's, for boxes that fold."""
_DAY = re.compile(r"\s*(?P<day>\d{4}-\d{2}-\d{2})(?:[ T]+|$)")
_QUOTES = " \n\"'“”‘’„«»‹›「」『』.,!?。"
_SAYS_ALL = frozenset(("note", "tip", "important", "warning", "caution", "update"))
"""Boxes whose words behind the mark are enough."""

_LEAST_REPEATED = 8
"""Characters of a pull quote that may be found in its text; a single word stands anywhere."""

Nodes = Sequence[Node]
Blocks = Sequence[Element]


def is_box(quotation: Element) -> bool:
    """Tell whether a quotation at the top of a text begins with the mark of a box."""
    found = _mark_of(quotation)
    return found is not None and found[1][1].upper() in FORM_OF_MARK


def read_box(quotation: Element, context: FormContext) -> TextForm | None:
    """Return the box that a quotation is."""
    found = _mark_of(quotation)
    form = FORM_OF_MARK.get(found[1][1].upper()) if found else None
    if found is None or form is None:
        return None
    text, match = found
    text.data = text.data[match.end() :]
    context.found.forget("callout", text)
    first, *rest = block_elements(quotation.children)
    title = list(first.children) if first.inner_html.strip() else []
    if not title and not rest:
        context.found.say("empty box", match[0].strip(), text)
    match form:
        case "pull":
            words = [first, *rest] if title else rest
            return _pull(words, context) if words else TextForm(form=form)
        case "number":
            return _number(title, rest, context)
        case "update":
            return _update(title, rest, context)
    if title and not rest:
        if form not in _SAYS_ALL:
            context.found.say("title only", match[0].strip(), text)
        title, rest = [], [new_element("p", {}, *title)]
    heading = context.inner_html(title)
    if form == "timeline":
        return TextForm(form=form, title=heading, parts=read_steps(rest, text, context) if rest else ())
    if form == "qa":
        parts, options = read_turns(rest, text, context) if rest else ((), ())
        return TextForm(form=form, title=heading, parts=parts, options=options)
    return TextForm(form=form, title=heading, parts=_parts(rest, context))


def _mark_of(quotation: Element) -> tuple[Text, re.Match[str]] | None:
    """Return the mark that a quotation begins with, and the text that it stands in."""
    paragraph = next((node for node in quotation.children if not is_blank(node)), None)
    if not isinstance(paragraph, Element) or paragraph.tag != "p" or quotation.attrs or paragraph.attrs:
        return None  # an id, say, would be nowhere
    text = next(iter(paragraph.children), None)
    match = _MARK.match(text.data) if isinstance(text, Text) else None
    return (text, match) if isinstance(text, Text) and match else None


def _parts(blocks: Blocks, context: FormContext) -> tuple[Html, ...]:
    return (context.blocks(blocks),) if blocks else ()


def _pull(blocks: Blocks, context: FormContext) -> TextForm:
    """Return a pull quote: its words, then those who said them."""
    quotation = new_element("blockquote", {}, *blocks)
    attribution = take_attribution(quotation)
    words = " ".join(quotation.text.split()).strip(_QUOTES)
    is_repeated = len(words) >= _LEAST_REPEATED and words in context.words and quotation.find("a") is None
    parts = (*_parts(list(block_elements(quotation.children)), context), context.inner_html(attribution))
    return TextForm(form="pull", parts=parts, options=(("repeats", "yes"),) if is_repeated else ())


def _number(title: Nodes, rest: Blocks, context: FormContext) -> TextForm:
    """Return a number, and what it counts; without a title the first line of the text is the number."""
    if not title and rest:
        first, *rest = rest
        title, behind = _first_line(first)
        rest = [new_element("p", attributes_of(first), *behind), *rest] if behind else rest
    if title and not rest:
        context.found.say("bare number", "".join(node.text for node in title).strip(), title[0])
    return TextForm(form="number", title=context.inner_html(title), parts=_parts(rest, context))


def _first_line(paragraph: Element) -> tuple[Nodes, Nodes]:
    """Return the nodes of the first line of a paragraph, and those behind."""
    nodes = list(paragraph.children)
    for place, node in enumerate(nodes):
        if isinstance(node, Text) and "\n" in node.data.strip():
            line, _, behind = node.data.partition("\n")
            return [*nodes[:place], Text(line)], [Text(behind), *nodes[place + 1 :]]
    return nodes, ()


def _update(title: Nodes, rest: Blocks, context: FormContext) -> TextForm:
    """Return an update note: the day that stands behind the mark is an option."""
    day, first = "", title[0] if title else None
    found = _DAY.match(first.data) if isinstance(first, Text) else None
    if isinstance(first, Text) and found:
        if _is_day(found["day"]):
            day, first.data = found["day"], first.data[found.end() :]
        else:
            context.found.say("no day", found["day"], first, 0)
    heading = context.inner_html(title)
    if day and not (heading or rest):
        context.found.say("title only", f"[!UPDATE] {day}", first)
    if heading and not rest:
        heading, rest = NOTHING, [new_element("p", {}, *title)]
    return TextForm(form="update", title=heading, parts=_parts(rest, context), options=(("date", day),) if day else ())


def _is_day(written: str) -> bool:
    try:
        return date.fromisoformat(written).year > 0
    except ValueError:
        return False
