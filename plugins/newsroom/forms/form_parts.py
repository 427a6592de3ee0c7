"""Parts of pages that forms of a text become: each a class with a `kind`, by which templates choose the component."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from plugins.newsroom.markup import Html
from plugins.newsroom.moments import Moment

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


@dataclass(frozen=True, slots=True, kw_only=True)
class PullQuote:
    """Words of the text, or of somebody, set large."""

    kind: ClassVar[str] = "pull_quote"
    html: Html
    attribution_html: Html
    """Words that say who is quoted, with the dash before them; may be empty."""
    repeats_text: bool
    """True if the same words stand in the text, so that nobody need hear them twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineStep:
    """One step of a timeline."""

    date_html: Html
    """May be empty."""
    html: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A list of what happened when."""

    kind: ClassVar[str] = "timeline"
    title_html: Html
    """`Timeline`, where its author gave none."""
    name: str
    """The title as plain text."""
    before_html: Html
    steps: tuple[TimelineStep, ...]
    after_html: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class BigNumber:
    """A number set large, and what it counts."""

    kind: ClassVar[str] = "big_number"
    value_html: Html
    html: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Words of one speaker in an interview."""

    speaker_html: Html
    """May be empty."""
    html: Html
    is_question: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """Questions and answers."""

    kind: ClassVar[str] = "interview"
    title_html: Html
    """May be empty."""
    name: str
    """The title as plain text."""
    before_html: Html
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateNote:
    """A note in the text that something was added or changed."""

    kind: ClassVar[str] = "update_note"
    label: str
    """`Update`."""
    date: Moment | None
    title_html: Html
    """May be empty."""
    html: Html


FormPart = TextBox | PullQuote | Timeline | BigNumber | Interview | UpdateNote
