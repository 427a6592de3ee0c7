"""Values of what the walk over the tree of a text has found."""

from dataclasses import dataclass, field
from typing import Literal

from plugins.desk.text.tree import Element, Node, Text
from plugins.newsroom.embeds.embed_table import EMBED_TABLE, EmbedTable
from plugins.newsroom.urls import UNKNOWN_SITE, OwnSite


@dataclass(frozen=True, slots=True, eq=False)
class TextProblem:
    """Something wrong in a text: its kind, the value that was found, and the node that it was found at."""

    kind: str
    value: str
    node: Node | None = None
    at: str | int | None = None
    """The attribute of an element, or the position in a run of text."""


@dataclass(frozen=True, slots=True, eq=False)
class TextReference:
    """A link, a picture, or a file of audio or video."""

    kind: Literal["link", "picture", "media", "player", "player captions", "player transcript"]
    """Of a player with where the words of what is to be heard are, if the text has them."""
    target: str
    """As written, `../x.md#part`, `{filename}/articles/…`, `https://…`; of an address of our own, without its host."""
    element: Element
    attribute: str
    written: str

    @property
    def asks_for_file(self) -> bool:
        """True of a link that readers save the file by."""
        return self.kind == "link" and "download" in self.element.attrs


@dataclass(frozen=True, slots=True, eq=False)
class TextMark:
    """A `[dont-miss]` mark."""

    target: str | None
    is_alone: bool
    """True if it is a paragraph of its own."""
    is_inside: bool
    """True if it stands inside a list, a quotation, a table or HTML of the author's own."""
    node: Text
    at: int


@dataclass(slots=True)
class Inspection:
    """All that the walk has found, and the tree that it has left."""

    root: Element
    has_raw_html: bool = True
    """False if the HTML is Markdown's own, whose balance and kinds of elements are known."""
    references: list[TextReference] = field(default_factory=list)
    marks: list[TextMark] = field(default_factory=list)
    problems: list[TextProblem] = field(default_factory=list)
    ids: dict[str, None] = field(default_factory=dict)
    named_tags: str = ""
    """Pattern of the tags that are shown as words."""
    may_hold_leftovers: bool = False
    own_site: OwnSite = UNKNOWN_SITE
    forms: list[Element] = field(default_factory=list)
    """Blocks that are forms, such as a box, and no paragraphs."""
    embeds: EmbedTable = EMBED_TABLE
    tables: dict[Element, tuple[TextReference, str]] = field(default_factory=dict)
    """Blocks that stand for tables of data: the link to the rows of each, and the form that its author asks for."""
    level: int = 1
    """Of the heading that the walk has met last."""
    met: list[TextProblem] = field(default_factory=list)
    """The problems before the first of them was taken back, if one was."""

    def say(self, kind: str, value: str, node: Node | None = None, at: str | int | None = None) -> None:
        self.problems.append(TextProblem(kind, value, node, at))

    def forget(self, kind: str, node: Node) -> None:
        """Take back the problems of a kind at a node, which turns out to be right where it is."""
        self.met = self.met or [*self.problems]
        self.problems[:] = [each for each in self.problems if each.kind != kind or each.node is not node]
