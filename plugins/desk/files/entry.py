"""Entries: all that the desk needs to know of a file after reading; a build can hold those of 100,000 files."""

from datetime import datetime
from typing import Any, NamedTuple

from plugins.newsroom import urls
from plugins.newsroom.media_types import media_type
from plugins.newsroom.problems import Problem
from plugins.pictures.values import Crop

Spot = tuple[int, int]
"""A `Place` as a plain value; in line 0 the number of a reference of the text, whose place is found when asked for.

So an edit that moves links within the text leaves an entry as it is, and reading need not look for the places of all.
"""
MARK_SPOT: Spot = (0, -1)
"""The spot of the first `[dont-miss]` mark of the text."""


PLAYERS = ("player", "player captions", "player transcript")
"""Kinds of references to files that a player plays; of the last two the text has the words of what is to be heard."""
FILE_KINDS = ("attachment", "table", "bars", "columns", "lines", "media", "track", *PLAYERS)
"""Kinds of references to files that readers may open."""


class Ref(NamedTuple):
    """A reference to a file or an address, in the text or in the front matter."""

    place: Spot
    kind: str
    """`picture`, `original` (the file of one), `artwork` (of a podcast), `file` (a text), `attachment`, `address` (of
    the publication), `part` (of the text itself), `embed` (of another site), `media`, `track` (captions), one of
    `PLAYERS`, or `table`, `bars`, `columns`, `lines` (a file of rows)."""
    target: str
    """As written."""
    key: str
    """Path below the content folder, or address without query and fragment; of an embed its canonical address; empty
    for the file's own text."""
    fragment: str
    """The part behind `#`, with quoted characters decoded; empty if it names no part of a text."""


class DatedChange(NamedTuple):
    """A change of an article, with the time that its front matter gives."""

    place: Spot
    time: float
    done: str
    """`updated`, or `corrected`."""


class NamePlaces(NamedTuple):
    """The places of the names that an entry has from its file."""

    slug: Spot
    name: Spot
    category: Spot
    sponsor: Spot
    dont_miss: Spot
    authors: tuple[Spot, ...]
    tags: tuple[Spot, ...]
    related: tuple[Spot, ...]
    aliases: tuple[Spot, ...]
    id: Spot
    translation_of: Spot


class Entry(NamedTuple):
    """One text of the content folder."""

    kind: str
    """The folder below `content/` that it is in."""
    source: str
    """Its path below the content folder."""
    slug: str
    is_sound: bool
    """True if its front matter has no mistakes."""
    has_fields: bool
    """True if enough of the front matter is right for the keys to be used."""
    is_draft: bool
    public_from: float | None
    """In seconds since 1970; ALWAYS without a time of its own; None for a draft."""
    published: float | None
    """An article's date, in seconds since 1970; None of a draft that has none."""
    expires: float | None
    """When an article is over, in seconds since 1970."""
    retracted: float | None
    """From when on readers get the reason instead of the article, in seconds since 1970."""
    month: tuple[int, int] | None
    """Year and month of that, in the publication's zone."""
    name: str
    order: int
    """A category's or a page's."""
    category: str
    authors: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]
    """Name and slug of each; of a tag's own file, its own."""
    sponsor: str | None
    related: tuple[str, ...]
    dont_miss: str | None
    has_mark: bool
    has_summary: bool
    """True if its author wrote the summary of an article."""
    has_picture: bool
    """True if there is a lead picture."""
    has_credit: bool
    """True if it has a credit in the front matter."""
    picture_area: tuple[tuple[int, int] | None, Crop | None]
    """The focal point of it, or of a portrait, and the part for cards; None where it has none of its own."""
    aliases: tuple[str, ...]
    """Its former addresses, in normal form (`newsroom/addresses/address_forms.py`); its own may be among them."""
    feed_id: str | None
    """The address by which feed readers know an article, if its author says so."""
    lang: str
    """Language of an article, if it says so; else empty."""
    translation_of: str | None
    """The article that it is a translation of, as written."""
    refs: tuple[tuple[Any, ...], ...]
    """As `Ref`s."""
    changes: tuple[tuple[Any, ...], ...]
    """As `DatedChange`s."""
    places: tuple[Any, ...]
    """As `NamePlaces`."""
    problems: tuple[tuple[Any, ...], ...]
    """Mistakes of the file alone, as `Problem`s have them in `plain`."""

    @property
    def listed_part(self) -> tuple[Any, ...]:
        """The values that other files and lists depend on: no words, no links, no mistakes, no places in the file."""
        times = tuple(change[1:] for change in self.changes)
        name = self.name if self.kind != "articles" else ""
        return (
            *self._replace(refs=(), changes=times, places=(), problems=(), name=name, has_summary=False),
            (*self.pictures, *self.embed_links, *self.played),
            tuple(self.attachments),
        )

    @property
    def times(self) -> list[float]:
        """All times that its front matter gives, in seconds since 1970."""
        times = (self.public_from, self.published, self.expires, self.retracted)
        known = [time for time in times if time is not None]
        return known + [change[1] for change in self.changes]

    def is_over_at(self, seconds: float) -> bool:
        """Tell whether an article has expired by a time."""
        return self.expires is not None and self.expires <= seconds

    def is_retracted_at(self, seconds: float) -> bool:
        """Tell whether readers get the reason instead of an article at a time."""
        return self.retracted is not None and self.retracted <= seconds

    def has_ended_at(self, seconds: float) -> bool:
        """Tell whether an article is over or retracted at a time, so that no list leads to it."""
        return self.is_over_at(seconds) or self.is_retracted_at(seconds)

    @property
    def as_retracted(self) -> "Entry":
        """The entry without all that only its text and its choices need."""
        return self._replace(
            related=(),
            dont_miss=None,
            has_mark=False,
            has_picture=False,
            has_credit=False,
            picture_area=(None, None),
            refs=(),
            changes=(),
            places=self.at._replace(related=()),
        )

    @property
    def pictures(self) -> list[str]:
        """The pictures that it shows or links to, by path below the content folder."""
        return [ref[3] for ref in self.refs if ref[1] in ("picture", "original", "artwork")]

    @property
    def embeds(self) -> list[str]:
        """The embeds that it shows as cards, by canonical address."""
        return [ref[3] for ref in self.refs if ref[1] == "embed"]

    @property
    def embed_links(self) -> list[str]:
        """The addresses of these as written: they may name the second that a video begins at."""
        return [ref[2] for ref in self.refs if ref[1] == "embed"]

    @property
    def attachments(self) -> list[str]:
        """The files that it offers to open, or to play, by key."""
        return [ref[3] for ref in self.refs if ref[1] in FILE_KINDS]

    @property
    def played(self) -> list[str]:
        """The files that players play in it, by key."""
        return [ref[3] for ref in self.refs if ref[1] in PLAYERS]

    @property
    def audio(self) -> list[str]:
        """The files of audio that players play in it, by key."""
        return [key for key in self.played if media_type(key).startswith("audio/")]

    @property
    def at(self) -> NamePlaces:
        return NamePlaces._make(self.places)

    @property
    def own_problems(self) -> list[Problem]:
        return [Problem(*plain) for plain in self.problems]


def unpack_digests(packed: bytes) -> tuple[bytes, bytes, bytes]:
    """Return the digests of front matter, of text and of terms, 16 bytes each, that stand in a row."""
    return packed[:16], packed[16:32], packed[32:]


def month_of(entry: Entry, now: datetime) -> tuple[int, int]:
    """Return year and month of an article; a draft without a date counts as of today."""
    return entry.month or (now.year, now.month)


def url_of(entry: Entry, now: datetime) -> str:
    """Return the root-relative URL, without prefix, of an entry that has a page of its own, or of a tag."""
    if entry.kind == "articles":
        return urls.dated_url(month_of(entry, now), entry.slug)
    makers = {
        "pages": urls.text_page_url,
        "authors": urls.author_url,
        "categories": urls.category_url,
        "tags": urls.tag_url,
    }
    return makers[entry.kind](entry.slug)
