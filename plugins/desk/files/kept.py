"""What is kept of a file that was read: newsroom values as far as the file alone can tell, with slots for the rest."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from plugins.newsroom.articles import Author, Category, Correction, CtaSwitches, PromoNotice, Sponsor, Tag, TextPage
from plugins.newsroom.markup import Html

HEAD, BODY = "head", "body"
"""The parts of a file in the engine's store: its front matter and its text; an article has its terms beside them."""

Value = TypeVar("Value", Author, Category, Sponsor, Tag, TextPage, PromoNotice, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPicture:
    """A picture in front matter, by its file."""

    source: str
    """Path below the content folder."""
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHead:
    """Front matter of an article; the entry has what is not here."""

    lang: str
    """Empty where it is the publication's."""
    title: str
    title_html: Html
    summary: str
    summary_html: Html
    date: datetime | None
    updated: datetime | None
    picture: PlacedPicture | None
    is_sample: bool
    corrections: tuple[Correction, ...]
    cta: CtaSwitches


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBody:
    """The text of a file, with slots where its links and pictures lead."""

    blocks: tuple[Html, ...]
    dont_miss_after: int | None
    words: int
    ids: tuple[str, ...]
    """Of its headings and the like, which links to parts of it may name, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf(Generic[Value]):
    """Any file but an article: the value that it becomes, without its picture and its text."""

    value: Value
    picture: PlacedPicture | None
