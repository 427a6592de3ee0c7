"""What there is to publish: files, their contents, and what the build says of itself. Knows no target."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from plugins.publish.site.manifest import PublishedFile


@dataclass(frozen=True, slots=True)
class OutputVersion:
    """A state of an output folder: the build's record that knows it, and how often that has changed."""

    record: str
    """Identity of the record; another one has other numbers."""
    generation: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What a build says of itself beside its files; empty where the build keeps no record."""

    siteurl: str = ""
    """`SITEURL`, under which readers find the publication."""
    due: float | None = None
    """Seconds since 1970 of the next moment from which a build would come out different; None if there is none."""
    timezone: str = ""
    """`TIMEZONE`, the zone that the publication tells times in."""
    shows_drafts: bool = False
    styles: tuple[str, ...] = ()
    """SHA-256 of every inline style element that a page may have, in base64 as in a content security policy, sorted."""
    scripts: tuple[str, ...] = ()
    """The same of the inline scripts."""
    form_origins: tuple[str, ...] = ()
    """Origins that forms on the pages are sent to (`https://lists.example.com`), sorted."""
    image_origins: tuple[str, ...] = ()
    """Origins, other than the publication's own, that pages show pictures from, sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One release that a target had or has."""

    id: str
    """Its time in UTC and the first digits of its content's digest, `20261126T113153Z-0a27862c4e79`."""
    files: int
    pages: int
    who: str = ""
    """Who published it: `user@host`; empty where that was not kept."""
    is_current: bool = False


class PublishedSite(Protocol):
    """A build, or a kept release, as publishers read it."""

    @property
    def notes(self) -> Notes:
        """What the build says of itself."""

    @property
    def version(self) -> OutputVersion | None:
        """Which state this is; None where nothing keeps count of changes."""

    def files(self) -> Mapping[str, PublishedFile]:
        """Return all files by their path below the root, in order of path."""

    def changed_since(self, version: OutputVersion) -> Mapping[str, PublishedFile | None] | None:
        """Return what is different from an earlier state, None for a file that is gone.

        None altogether where that is not known. Costs what has changed, not what there is.
        """

    def place(self, path: str) -> Path:
        """Return where the content of a file lies."""
