"""Entries: what the rest of the desk needs to know of a file; light enough to hold those of a hundred thousand."""

from datetime import datetime
from typing import Any, NamedTuple

from plugins.newsroom import urls
from plugins.newsroom.problems import Problem

Locator = tuple[str | int, ...]
"""Where in a file something stands, for whoever has the file at hand: `("header", "picture", "file")`, `("text", 3)`
for the fourth link or picture of the text, `("mark", 0)` for the first don't-miss mark."""


class Ref(NamedTuple):
    """Something that a file refers to, in its text or with an address in its front matter."""

    at: Locator
    kind: str
    """`picture`, `file` (of the content folder), `address` (of the publication), or `part` (of the text itself)."""
    target: str
    """As written."""
    key: str
    """Path below the content folder, or address without query and fragment; empty for the file's own text."""
    fragment: str
    """What follows `#`, with quoted characters as they are meant; empty if nothing to look for."""


class Change(NamedTuple):
    """A time at which an article says that it was changed."""

    at: Locator
    time: float
    done: str
    """`updated`, or `corrected`."""


class Entry(NamedTuple):
    """One text of the content folder."""

    kind: str
    """The folder below `content/` that it is in."""
    source: str
    """Its path below the content folder."""
    slug: str
    is_sound: bool
    """Whether its front matter has no mistakes."""
    has_fields: bool
    """Whether enough of the front matter is right to go by."""
    is_draft: bool
    public_from: float | None
    """In seconds since 1970; ALWAYS for what has no time of its own; None for a draft."""
    published: float | None
    """An article's date, in seconds since 1970; None of a draft that has none."""
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
    dont_miss_at: Locator
    has_mark: bool
    has_picture: bool
    """Whether there is a lead picture."""
    refs: tuple[tuple[Any, ...], ...]
    """As `Ref`s."""
    changes: tuple[tuple[Any, ...], ...]
    """As `Change`s."""
    problems: tuple[tuple[Any, ...], ...]
    """What is wrong with the file alone, as `Problem`s."""

    @property
    def listed_part(self) -> tuple[Any, ...]:
        """All that other files and lists depend on: not its words, nor where its text links to."""
        shown = tuple(self.pictures)
        return (*self._replace(refs=(), dont_miss_at=(), name=self.name if self.kind != "articles" else ""), shown)

    @property
    def times(self) -> list[float]:
        """All times that it says something of, in seconds since 1970."""
        known = [time for time in (self.public_from, self.published) if time is not None]
        return known + [change[1] for change in self.changes]

    @property
    def pictures(self) -> list[str]:
        """The pictures that it shows or links to, by path below the content folder."""
        return [ref[3] for ref in self.refs if ref[1] == "picture"]

    @property
    def own_problems(self) -> list[Problem]:
        return [Problem(*problem) for problem in self.problems]


def unpack_digests(packed: bytes) -> tuple[bytes, bytes, bytes]:
    """Return the digests of front matter, of text, and of what rankings need of both: 16 bytes each, in a row."""
    return packed[:16], packed[16:32], packed[32:]


def month_of(entry: Entry, now: datetime) -> tuple[int, int]:
    """Return year and month of an article; a draft without a date counts as of today."""
    return entry.month or (now.year, now.month)


def url_of(entry: Entry, now: datetime) -> str:
    """Return the root-relative URL, without prefix, of what has a page of its own."""
    if entry.kind == "articles":
        return urls.dated_url(month_of(entry, now), entry.slug)
    makers = {"pages": urls.text_page_url, "authors": urls.author_url, "categories": urls.category_url}
    return makers[entry.kind](entry.slug)
