"""Parts of pages that forms of a text become: each a class with a `kind`, by which templates choose the component."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from plugins.newsroom.markup import Html

BoxLook = Literal["facts", "key", "note", "tip", "important", "warning", "caution"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox:
    """A box beside the run of the text: facts, key points, a note, a warning."""

    kind: ClassVar[str] = "box"
    look: BoxLook
    label: str
    """`Warning`; may be empty where there is a title."""
    title_html: Html
    """May be empty where there is a label."""
    name: str
    """Label and title as plain text, for those who only hear the page."""
    html: Html


FormPart = TextBox
