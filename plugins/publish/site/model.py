"""Values that all of publishing shares: a site, the notes of its build, a release. Knows no target."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Protocol, Self

from plugins.publish.site.manifest import PublishedFile


@dataclass(frozen=True, slots=True)
class OutputVersion:
    """Version of an output folder: the build's record of it, and the number of changes in there."""

    record: str
    """Identity of the record; another one has other numbers."""
    generation: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Notes of a build beside its files; empty where the build keeps no record."""

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
    warnings: int = 0
    """Number of the mistakes in the content that the build went on with."""
    waiting: tuple[str, ...] = ()
    """Files of articles and pages that are not public yet and have mistakes, in order; many are not all named."""
    scheduled: Mapping[str, float] = field(default_factory=dict)
    """When articles go public that wait for their time, in seconds since 1970, by file; of many only the soonest."""
    scheduled_count: int = 0
    """Number of all of these."""
    taken_down: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    """Addresses in the content that each entry of the takedown list means, by the entry as written; each with its
    former ones."""
    form_origins: tuple[str, ...] = ()
    """Origins that forms on the pages are sent to (`https://lists.example.com`), sorted."""
    frame_origins: tuple[str, ...] = ()
    """Origins that frames on pages below `/embeds/` may show (`https://www.youtube-nocookie.com`), sorted."""
    has_twins: bool = False
    """True if articles lie there as Markdown too."""
    gone: tuple[str, ...] = ()
    """Addresses that are gone for good, `/2023/11/slug/`, in order: servers that can answer 410 do."""
    has_face: bool = False
    """True if headlines have a face of the publication's own, which pages fetch from it."""
    data_sources: tuple[str, ...] = ()
    """Directives under which styles hold something as a `data:` address: `font-src`, `img-src`."""

    hub: str = ""
    """Address of the WebSub hub that the feeds name; empty where they name none."""
    indexnow_key: str = ""
    """Key of the publication for IndexNow, which is the name of a file at the root too; empty where there is none."""

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> Self:
        """Return the notes in values of JSON; those that other programs note are left out."""
        names = {each.name for each in fields(cls)}
        known: dict[str, Any] = {name: value for name, value in values.items() if name in names}
        lists = {name: tuple(value) for name, value in known.items() if isinstance(value, list)}
        return cls(**known | lists)


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One release that a target had or has."""

    id: str
    """Its time in UTC and the first digits of its content's digest, `20261126T113153Z-0a27862c4e79`."""
    files: int
    pages: int
    who: str = ""
    """Publisher, as `user@host`; empty where that was not kept."""
    is_current: bool = False


class PublishedSite(Protocol):
    """A build or a kept release, to be published."""

    @property
    def notes(self) -> Notes:
        """Notes of the build."""

    @property
    def version(self) -> OutputVersion | None:
        """Version of the output folder; None where nothing keeps count of changes."""

    def files(self) -> Mapping[str, PublishedFile]:
        """Return all files by their path below the root, in order of path."""

    def changed_since(self, version: OutputVersion) -> Mapping[str, PublishedFile | None] | None:
        """Return the files that differ from an earlier version, None for one that is gone; None if that is unknown.

        Costs in proportion to the changes, not to the size of the site.
        """

    def place(self, path: str) -> Path:
        """Return the place of a file's content on this machine."""
