"""A kept release, as a site to be published again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Notes, OutputVersion


@dataclass(frozen=True, slots=True)
class KeptSite:
    """The files of a release; `find` returns the place of one."""

    known: Mapping[str, PublishedFile]
    find: Callable[[str, PublishedFile], Path]
    notes: Notes = field(default_factory=Notes)
    version: OutputVersion | None = None

    def files(self) -> Mapping[str, PublishedFile]:
        return self.known

    def changed_since(self, version: OutputVersion) -> Mapping[str, PublishedFile | None] | None:
        return None

    def place(self, path: str) -> Path:
        return self.find(path, self.known[path])
