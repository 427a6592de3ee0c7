"""Parts of pages that forms of a text become: each a class with a `kind`, by which templates choose the component."""

from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

from plugins.newsroom.embeds.embed import Medium, Shape
from plugins.newsroom.forms.media_parts import Player
from plugins.newsroom.forms.shown_picture import Picture
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


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryPicture:
    """A picture of a gallery, and the room that it has."""

    picture: Picture
    caption_html: Html
    """With the credit; may be empty."""
    shape: int
    """Its width in percent of its height, as near as the theme has rules for."""
    is_whole: bool
    """True of one that is much wider or higher than any shape, and shown whole within it."""
    share: float
    """Part of the width that it has in its row, from 0 to 1."""
    phone_share: float
    """The same on a phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """Several pictures side by side and below each other."""

    kind: ClassVar[str] = "gallery"
    rows: tuple[tuple[tuple[GalleryPicture, ...], ...], ...]
    """Pictures of one row, in groups of those that stand side by side on a phone as well."""
    caption_html: Html
    """Of all; may be empty."""
    anchor_html: Html
    """An empty element with the name by which links lead to it; nothing where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedCard:
    """A video, a post or an episode on another site: a link to it, which can open in place."""

    kind: ClassVar[str] = "embed"
    site: str
    """Name of the site: `YouTube`."""
    medium: Medium
    shape: Shape
    """Shape of the frame: `wide` (16:9), `tall` (9:16), `post`, `low` (one row of a player), `high`."""
    url: str
    """Address on that site."""
    title_html: Html
    """`Video on YouTube` where nobody has named it."""
    is_titled: bool
    """False where the title only says what it is, and where."""
    text_html: Html
    """Words of a post; may be empty."""
    author_html: Html
    """May be empty."""
    day: str
    """ISO 8601 day on which it was posted; may be empty."""
    date: str
    """The same for readers: `24 November 2023`."""
    picture: Picture | None
    frame_url: str
    """Address of the publication's own page with the foreign frame; empty where the card is only a link."""
    frame_title: str
    """Name of the frame, for those who only hear the page."""


class TableColumn(NamedTuple):
    """A column of a table of data."""

    name: str
    is_number: bool
    is_long: bool
    """True if its cells hold sentences."""
    sorts_as_text: bool
    """False of numbers and dates, whose cells have a value."""


class TableCell(NamedTuple):
    """A cell of a table of data."""

    text: str
    """As its author wrote it."""
    value: str
    """Its number as scripts read it; empty where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawing of the numbers of a table."""

    form: Literal["bars", "columns", "lines"]
    svg_html: Html
    """Drawings that stand side by side in a row."""
    label: str
    """Words for those who do not see it."""
    legend: tuple[str, ...]
    """Names of its series, where they do not stand in the drawing."""
    subtitle: str
    """Name of its numbers, and their unit; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """A table from a file of rows, and perhaps a chart of it."""

    kind: ClassVar[str] = "data_table"
    anchor_html: Html
    """An empty element with the name by which links lead to it; nothing where it has none."""
    name_html: Html
    name: str
    """The same as plain text."""
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    """The first cell of each names it."""
    is_sortable: bool
    is_tall: bool
    """True if it scrolls in a frame of its own, as it would be much longer than a screen."""
    left_out: str
    """Words on rows that are in the file alone; may be empty."""
    notes: tuple[Html, ...]
    """Source and notes."""
    file_url: str
    file_words: str
    """Words of the link to the file, with its type and size."""
    chart: Chart | None


FormPart = (
    TextBox | DataTable | EmbedCard | Player | Gallery | PullQuote | Timeline | BigNumber | Interview | UpdateNote
)
