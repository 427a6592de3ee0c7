"""Parts of pages, as components print them. Long because it has every part."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from plugins.newsroom.forms.form_parts import FormPart
from plugins.newsroom.forms.shown_picture import Picture
from plugins.newsroom.language.language_tags import Direction
from plugins.newsroom.markup import Colour, Html
from plugins.newsroom.moments import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link to a page of the publication."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink(Link):
    """A feed of the publication, for programs."""

    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageLink(Link):
    """A link to a page in another language, by the name of that in itself."""

    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLink:
    """A link to a category's front; a kicker, or an entry of the navigation."""

    text: str
    url: str
    colour: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """One author of an article."""

    name: str
    url: str
    role: str
    before: str = ""
    """Text between the name before it and this one: ` and `."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SponsorLabel:
    """The payer, named before the headline."""

    text: str
    name: str
    url: str
    disclosure_html: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionNote:
    """One correction under an article."""

    date: Moment
    text_html: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An article in a list."""

    url: str
    title: str
    title_html: Html
    summary: str
    summary_html: Html
    kicker: SectionLink
    bylines: tuple[Byline, ...]
    published: Moment
    picture: Picture | None
    lang: str
    """Empty if it is the publication's own language."""
    dir: Direction | Literal[""]
    """Empty if its text runs as the publication's does."""
    label: str
    """`Sponsored`, `Over`, `Retracted`, several of them, or nothing."""
    state: Literal["", "draft", "embargoed"]
    """Never anything but empty outside the preview."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A stretch of the body."""

    kind: ClassVar[str] = "prose"
    html: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class DontMiss:
    """The one-line reference to another article, inside the body."""

    kind: ClassVar[str] = "dont_miss"
    title_html: Html
    url: str
    lang: str
    dir: Direction | Literal[""]
    label: str
    """`Sponsored`, or nothing."""


BodyPart = Prose | DontMiss | FormPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A link to an article by its headline."""

    title_html: Html
    url: str
    lang: str
    dir: Direction | Literal[""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The articles just before and after this one in its category."""

    previous: Neighbour | None
    """The next older one."""
    next: Neighbour | None
    """The next newer one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """A numbered page of a front."""

    number: int
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """Links from one page of a front to others."""

    number: int
    count: int
    newer: str | None
    """URL of the page with newer articles."""
    older: str | None
    pages: tuple[PageLink | None, ...]
    """First, last and those around the current one; None for a gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A category on the home front."""

    section: SectionLink
    lead: Card
    rest: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLink:
    """A month of the archive."""

    name: str
    """`November`."""
    title: str
    """`November 2023`."""
    url: str
    count: str
    """Number of articles, as it is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A year of the archive, its months newest first."""

    year: int
    """As readers count it."""
    months: tuple[MonthLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The articles of one day."""

    date: Moment
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its explanation."""

    value: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyRow:
    """An article in a table for editors."""

    card: Card
    count: int | None
    """The number that it is listed for; None if its date says all."""
    note: str
    """Parts of the count, in words; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """A file in the agenda."""

    when: Moment | None
    """None if it has no date."""
    distance: str
    """The time from now to then: `in 3 days`."""
    what: str
    """The event, or nothing."""
    title: str
    lang: str
    url: str
    """Of its page as pages print it; empty if it has none."""
    path: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaSection:
    """A list of the agenda with its heading."""

    title: str
    rows: tuple[AgendaRow, ...]
    more: int
    """Number of further ones, which it has no room for."""
    is_urgent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryEntry:
    """A tag or an author in the list of all."""

    text: str
    url: str
    note: str
    """An author's role or a tag's summary; may be empty."""
    count: str
    """Number of articles, as it is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternExample:
    """One example of a component, rendered."""

    name: str
    html: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternParameter:
    """One parameter of a component."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One component with all its examples."""

    name: str
    description: str
    parameters: tuple[PatternParameter, ...]
    examples: tuple[PatternExample, ...]
