"""Boxes: quotations whose first line is a mark, such as `> [!FACTS] In numbers`, as GitHub and Obsidian have them.

Other readers show a quotation that begins with the mark.
"""

import re

from markupsafe import Markup

from plugins.desk.text.forms.form_context import FormContext, is_blank
from plugins.desk.text.forms.marks import FORM_OF_MARK
from plugins.desk.text.forms.text_form import TextForm
from plugins.desk.text.tree import Element, Node, Text
from plugins.newsroom.markup import Html

_MARK = re.compile(r"\s*\[!\s*([^\]\[\n]{1,40}?)\s*\](?:[+-](?=\s|$))?\s*")
"""`[!FACTS]`; a sign behind it is Obsidian's, for boxes that fold."""


def read_box(quotation: Element, context: FormContext) -> TextForm | None:
    """Return the box that a quotation is."""
    found = mark_of(quotation)
    if found is None:
        return None
    text, match = found
    form = FORM_OF_MARK.get(match[1].upper())
    if form is None:
        return None
    text.data = text.data[match.end() :]
    context.found.forget("callout", text)
    first, *rest = [node for node in quotation.children if not is_blank(node)]
    title = context.inner_html(first.children) if isinstance(first, Element) else Markup()
    return TextForm(form=form, title=title, parts=tuple(_blocks(rest, context)))


def mark_of(quotation: Element) -> tuple[Text, re.Match[str]] | None:
    """Return the mark that a quotation begins with, and the text that it stands in."""
    paragraph = next((node for node in quotation.children if not is_blank(node)), None)
    if not isinstance(paragraph, Element) or paragraph.tag != "p":
        return None
    text = next(iter(paragraph.children), None)
    match = _MARK.match(text.data) if isinstance(text, Text) else None
    return (text, match) if isinstance(text, Text) and match else None


def _blocks(nodes: list[Node], context: FormContext) -> list[Html]:
    return [context.html(node) for node in nodes if isinstance(node, Element)]
