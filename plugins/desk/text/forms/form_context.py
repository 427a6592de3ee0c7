"""Means by which forms are recognised in one text: all that was found in it, and how its parts become HTML."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from plugins.desk.text.findings import Inspection, TextReference
from plugins.desk.text.tree import Element, Node, Text
from plugins.desk.text.typography import Typography
from plugins.newsroom.markup import Html


@dataclass(frozen=True)
class FormContext:
    """Knows one text in the language `lang`; what is wrong with a form is said to `found`."""

    found: Inspection
    typography: Typography
    lang: str

    def html(self, element: Element) -> Html:
        """Return an element as it is published, with its slots."""
        return self.typography.set_block(element.html)

    def blocks(self, elements: Iterable[Element]) -> Html:
        """Return elements as they are published, one a line."""
        return Markup("\n").join(map(self.html, elements))

    def inner_html(self, nodes: Iterable[Node]) -> Html:
        """Return nodes without the element around them, as a line is published."""
        written = "".join(node.html for node in nodes)
        return self.typography.set_block(written.strip())

    def reference(self, element: Element) -> TextReference | None:
        """Return the first reference of an element: where a link leads, which picture is shown."""
        return self._references.get(element)

    @cached_property
    def _references(self) -> dict[Node, TextReference]:
        return {reference.element: reference for reference in reversed(self.found.references)}

    @property
    def words(self) -> str:
        """The words of the text, one space between any two, without the forms that are read already."""
        return " ".join(self.found.root.text.split())


def is_blank(node: Node) -> bool:
    """Tell whether a node is nothing but space."""
    return isinstance(node, Text) and not node.data.strip()
