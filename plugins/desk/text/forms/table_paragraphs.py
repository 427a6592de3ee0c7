"""Paragraphs that ask for a table: a link to a file of rows, alone, with a class: `[Rates](rates.csv){: .table }`.

`.bars`, `.columns` and `.lines` ask for a chart as well. `![Rates](rates.csv)` asks for a table too, though other
readers show a broken picture.
"""

import re
from collections.abc import Iterator

from plugins.desk.text.findings import Inspection, TextReference
from plugins.desk.text.link_targets import file_and_suffix
from plugins.desk.text.tree import Element, Text, attributes_of, new_element
from plugins.newsroom.charts.chart_values import CHART_FORMS

TABLE_FORMS = ("table", *CHART_FORMS)
"""Classes of such links."""
_ROWS = re.compile(r"\.(?:csv|tsv)$", re.IGNORECASE)
_BAR = re.compile("[|\uff5c]")
_CLASSES = re.compile(r"\s*(?:\{:?(?:\s*\.[\w-]+)+\s*\}\s*)?")
"""Classes behind a link with a space before them, which Markdown prints as they stand."""


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


def check_tables(found: Inspection) -> None:
    """Find links that ask for a table in vain, and take back what was said of those that do not."""
    for reference, paragraph, form in _asking(found):
        link = reference.element
        if not form:
            found.say("unknown table", reference.target, link, "href")
        elif not names_rows(reference.target):
            found.say("table of another file", reference.target, link, "href")
        elif paragraph is None:
            found.say("table inside", reference.target, link, "href")
        elif not link.text.strip():
            found.forget("empty link", link)
            found.say("unnamed table", reference.target, link, "href")
        else:
            for node in paragraph.children:
                found.forget("attribute list", node)


def make_tables(found: Inspection) -> None:
    """Put tables into the places of the paragraphs that ask for them."""
    for reference, paragraph, form in list(_asking(found)):
        if form and names_rows(reference.target) and paragraph is not None and reference.element.text.strip():
            _make_table(found, paragraph, reference, form)


def _asking(found: Inspection) -> Iterator[tuple[TextReference, Element | None, str]]:
    """Yield the links that ask for a table, each with its paragraph if it can stand there, and the form.

    The form is empty where a class is none that the kit knows.
    """
    for reference in found.references:
        link = reference.element
        if link.tag != "a" or not ("class" in link.attrs or names_rows(reference.target)):
            continue
        around = link.parent
        paragraph = around if isinstance(around, Element) and around.tag == "p" else None
        others = [node for node in paragraph.children if node is not link] if paragraph is not None else []
        behind = "".join(node.data if isinstance(node, Text) else "x" for node in others)
        if paragraph is not None and (_CLASSES.fullmatch(behind) is None or paragraph.parent is not found.root):
            paragraph = None
        classes = [attributes_of(link).get("class", "")]
        if paragraph is not None:
            classes += [attributes_of(paragraph).get("class", ""), behind.strip(" {:}\n").replace(".", " ")]
        form = next(filter(None, map(asked_form, classes)), "")
        if form or (paragraph is not None and names_rows(reference.target) and any(map(str.strip, classes))):
            yield reference, paragraph, form


def _make_table(found: Inspection, paragraph: Element, reference: TextReference, form: str) -> None:
    link = reference.element
    notes = [note.strip() for note in _BAR.split(str(link.attrs.get("title") or "")) if note.strip()]
    attributes = {name: value for node in (link, paragraph) for name, value in attributes_of(node).items()}
    kept = {name: attributes[name] for name in ("id",) if name in attributes}
    name = new_element("p", {}, *list(link.children))
    block = new_element("div", kept, name, *(new_element("p", {}, note) for note in notes))
    paragraph.replace_with(block)
    found.tables[block] = (reference, form)
