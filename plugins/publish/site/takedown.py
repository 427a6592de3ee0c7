"""Takedown: addresses that no release has, neither a new build nor an earlier release that is published again."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Notes, OutputVersion, PublishedSite


class WithoutTakedown:
    """A site without the files at some addresses (`/2023/11/slug/`, `/pictures/x.webp`)."""

    def __init__(self, site: PublishedSite, addresses: Iterable[str]) -> None:
        self._site = site
        self._paths = {path for address in addresses for path in _paths(address)}

    @property
    def notes(self) -> Notes:
        return self._site.notes

    @property
    def version(self) -> OutputVersion | None:
        return self._site.version

    def files(self) -> Mapping[str, PublishedFile]:
        files = self._site.files()
        return {path: file for path, file in files.items() if path not in self._paths} if self._paths else files

    def changed_since(self, version: OutputVersion) -> Mapping[str, PublishedFile | None] | None:
        changes = self._site.changed_since(version)
        return changes and {path: None if path in self._paths else file for path, file in changes.items()}

    def place(self, path: str) -> Path:
        return self._site.place(path)


def _paths(address: str) -> tuple[str, ...]:
    path = address.strip("/")
    return (path, f"{path}/index.html") if path else ("index.html",)
