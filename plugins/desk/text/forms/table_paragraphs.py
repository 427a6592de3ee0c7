"""Paragraphs that ask for a table: a link to a file of rows, alone, with a class: `[Rates](rates.csv){: .table }`.

`.bars`, `.columns` and `.lines` ask for a chart as well. `![Rates](rates.csv)` asks for a table too, though other
readers show a broken picture.
"""

import re

from plugins.desk.text.findings import Inspection, TextReference
from plugins.desk.text.link_targets import file_and_suffix
from plugins.desk.text.tree import Element, Node, Text, attributes_of, new_element
from plugins.newsroom.charts.chart_values import CHART_FORMS

TABLE_FORMS = ("table", *CHART_FORMS)
"""Classes of such links."""
_ROWS = re.compile(r"\.(?:csv|tsv)$", re.IGNORECASE)
_BAR = re.compile("[|\uff5c]")


def names_rows(target: str) -> bool:
    """Tell whether a target is the name of a file of rows."""
    return _ROWS.search(file_and_suffix(target)[0]) is not None


def link_of_table(image: Element) -> Element | None:
    """Return the link that a picture stands for whose file is one of rows; None for all others."""
    attributes = attributes_of(image)
    source = attributes.pop("src", "")
    if not names_rows(source):
        return None
    asked = asked_form(attributes.get("class", ""))
    kept = {name: value for name, value in attributes.items() if name in ("id", "title", "lang", "dir")}
    words = attributes.get("alt", "").strip()
    return new_element("a", {"href": source, "class": asked or "table", **kept}, *([words] if words else []))


def asked_form(classes: str) -> str:
    """Return the form that some classes ask for: a chart rather than its table; empty if they ask for none."""
    return next((name for name in reversed(TABLE_FORMS) if name in classes.split()), "")


def make_tables(found: Inspection) -> None:
    """Put tables into the places of the paragraphs that ask for them, and find links that do so in vain."""
    for reference in found.references:
        link = reference.element
        if reference.kind != "link" or link.tag != "a":
            continue
        around = link.parent
        alone = around if isinstance(around, Element) and around.tag == "p" and _is_alone(link, around) else None
        form = asked_form(attributes_of(link).get("class", ""))
        if alone is not None and not form:
            form = asked_form(attributes_of(alone).get("class", ""))
        if not form:
            continue
        if not names_rows(reference.target):
            found.say("table of another file", reference.target, link, "href")
        elif alone is None or alone.parent is not found.root:
            found.say("table inside", reference.target, link, "href")
        elif not link.text.strip():
            found.say("unnamed table", reference.target, link, "href")
        else:
            _make_table(found, alone, reference, form)


def _is_alone(link: Element, paragraph: Element) -> bool:
    return all(node is link or _is_blank(node) for node in paragraph.children)


def _is_blank(node: Node) -> bool:
    return isinstance(node, Text) and not node.data.strip()


def _make_table(found: Inspection, paragraph: Element, reference: TextReference, form: str) -> None:
    link = reference.element
    notes = [note.strip() for note in _BAR.split(str(link.attrs.get("title") or "")) if note.strip()]
    attributes = {name: value for node in (link, paragraph) for name, value in attributes_of(node).items()}
    kept = {name: attributes[name] for name in ("id",) if name in attributes}
    name = new_element("p", {}, *list(link.children))
    block = new_element("div", kept, name, *(new_element("p", {}, note) for note in notes))
    paragraph.replace_with(block)
    found.tables[block] = (reference, form)
