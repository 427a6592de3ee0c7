"""Parts of pages that play audio and video of the publication's own."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from plugins.newsroom.forms.shown_picture import Candidate, Picture
from plugins.newsroom.markup import Html

_NOTHING: Html = Markup()
_POSTER_WIDTH = 800
"""Pixels that suffice for a video as wide as the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaSource:
    """A file among which browsers choose the one that they play."""

    url: str
    media_type: str
    """May be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionTrack:
    """Captions of a video in one language."""

    kind: str
    """As in HTML: `captions`, `subtitles` …"""
    url: str
    lang: str
    """May be empty."""
    label: str
    """The name among which readers choose; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """A file of audio or video of the publication's own."""

    kind: ClassVar[str] = "player"
    is_video: bool
    title_html: Html
    """May be empty."""
    name: str
    """The same as plain text, or else something that names it."""
    url: str
    """Of the file that readers download, and that feeds name."""
    sources: tuple[MediaSource, ...]
    """All files, best first."""
    media_type: str
    size: int
    """In bytes."""
    facts: str
    """Type and size: `MP3, 11.4 MB`."""
    seconds: float
    """Length; 0 where it is not known."""
    duration: str
    """The same for readers: `12 min, 30 sec`; may be empty."""
    iso_duration: str
    address: str
    """For paper: the full one, as people read it."""
    width: int = 0
    """Of a video, in pixels; 0 where it is not known."""
    height: int = 0
    poster: Picture | None = None
    tracks: tuple[CaptionTrack, ...] = ()
    transcript_url: str = ""
    anchor_html: Html = _NOTHING
    """An empty element with the name by which links lead to it; nothing where it has none."""
    caption_html: Html = _NOTHING
    credit_html: Html = _NOTHING

    @property
    def is_portrait(self) -> bool:
        return self.height > self.width

    @property
    def poster_file(self) -> Candidate | None:
        """The file of the poster where browsers choose no size by themselves, as for a video."""
        if self.poster is None:
            return None
        files = self.poster.older or (Candidate(self.poster.url, self.poster.width),)
        return next((file for file in files if file.width >= _POSTER_WIDTH), files[-1])
