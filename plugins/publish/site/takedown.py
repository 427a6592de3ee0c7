"""Takedown: addresses that no release has, neither a new build nor an earlier release that is published again."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Notes, OutputVersion, PublishedSite
from plugins.publish.site.picture_families import family_of

_FILES_OF_A_PAGE = ("index.html", "card.jpg")
"""In the folder that a page has for itself."""


class Takedown:
    """Files at some addresses (`/2023/11/slug/`, `/pictures/x-480-0123456789ab.avif`).

    With a page goes the picture that announces it elsewhere, and with one size of a picture all that was made from it.
    """

    def __init__(self, addresses: Iterable[str] = ()) -> None:
        self._paths = {path for address in addresses for path in _paths(address)}
        self._families = {family for path in self._paths if (family := family_of(path))}

    def covers(self, path: str) -> bool:
        """Tell whether the file at a path must not be there."""
        return path in self._paths or (bool(self._families) and family_of(path) in self._families)

    def __bool__(self) -> bool:
        return bool(self._paths)


class WithoutTakedown:
    """A site without the files that were taken down."""

    def __init__(self, site: PublishedSite, takedown: Takedown) -> None:
        self._site = site
        self._takedown = takedown

    @property
    def notes(self) -> Notes:
        return self._site.notes

    @property
    def version(self) -> OutputVersion | None:
        return self._site.version

    def files(self) -> Mapping[str, PublishedFile]:
        files, covers = self._site.files(), self._takedown.covers
        return {path: file for path, file in files.items() if not covers(path)} if self._takedown else files

    def changed_since(self, version: OutputVersion) -> Mapping[str, PublishedFile | None] | None:
        changes, covers = self._site.changed_since(version), self._takedown.covers
        return changes and {path: None if covers(path) else file for path, file in changes.items()}

    def place(self, path: str) -> Path:
        return self._site.place(path)


def _paths(address: str) -> tuple[str, ...]:
    path = address.strip("/")
    folder = f"{path}/" if path else ""
    return (path, *(f"{folder}{name}" for name in _FILES_OF_A_PAGE))
