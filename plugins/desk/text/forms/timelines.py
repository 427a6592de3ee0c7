"""Timelines: boxes with a list whose items begin with a date, in bold or before a colon."""

import re
from collections.abc import Iterator, Sequence

from plugins.desk.text.forms.form_context import FormContext, is_blank
from plugins.desk.text.tree import Element, Text, attributes_of, new_element
from plugins.newsroom.markup import Html

_DATE = re.compile(r"\s*(?P<date>\d{1,2}[:.]\d{2}|[^:：\n]{1,40}?)\s*[:：](?:\s+|(?<=：))")
"""`2019: `, `March 2020: `, `14:30: `."""
_BEHIND_DATE = re.compile(r"\s*[:：,，–—-]?\s*")


def read_steps(blocks: Sequence[Element], mark: Text, context: FormContext) -> tuple[Html, ...]:
    """Return the parts of a timeline: before its list; then a date and the words of each step; then all behind."""
    place = next((number for number, block in enumerate(blocks) if block.tag in ("ul", "ol")), len(blocks))
    parts = [context.blocks(blocks[:place])]
    for item in _items(blocks[place : place + 1]):
        parts += _step(item, context)
    if len(parts) == 1:
        context.found.say("no steps", "[!TIMELINE]", mark)
    return (*parts, context.blocks(blocks[place + 1 :]))


def _items(lists: Sequence[Element]) -> Iterator[Element]:
    for each in lists:
        for node in each.children:
            if not is_blank(node):
                yield node if isinstance(node, Element) else new_element("li", {}, node)


def _step(item: Element, context: FormContext) -> tuple[Html, Html]:
    """Return the date of a step and its words."""
    line = next((node for node in item.children if not is_blank(node)), None)
    inside = list(line.children if isinstance(line, Element) and line.tag == "p" else item.children)
    first = next((node for node in inside if not is_blank(node)), None)
    date = context.inner_html(())
    if isinstance(first, Element) and first.tag in ("strong", "b"):
        date = context.inner_html(first.children).rstrip(":：")
        behind = next(iter(inside[inside.index(first) + 1 :]), None)
        first.extract()
        if isinstance(behind, Text):
            behind.data = behind.data[_BEHIND_DATE.match(behind.data).end() :]  # type: ignore[union-attr]  # it may be empty
    elif isinstance(first, Text) and (found := _DATE.match(first.data)):
        date = context.inner_html([Text(found["date"])])
        first.data = first.data[found.end() :]
    else:
        context.found.say("undated step", " ".join(item.text.split()), item)
    if item.attrs:  # an id, say
        return date, context.html(new_element("div", attributes_of(item), *item.children))
    return date, context.inner_html(item.children)
