"""Takedown: addresses that no release has, neither a new build nor an earlier release that is published again."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from plugins.newsroom.syndication.feed_formats import FEED_FILES
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Notes, OutputVersion, PublishedSite
from plugins.publish.site.picture_families import family_of, pattern_of

_FILES_OF_A_PAGE = ("index.html", "card.jpg", *(file.name for file in FEED_FILES.values()), "podcast.xml")
"""In the folder that a page has for itself."""
_NUMBERED = re.compile(r"(?<![^/])(?:page/\d+/(?=index\.html$)|feeds/\d+/(?=(?:feed|rss)\.))")
"""Folder of a further page, or of an archive of a feed."""


class Takedown:
    """Files at some addresses (`/2023/11/slug/`, `/pictures/x-480-0123456789ab.avif`).

    With a page go its share card, its feeds and its further pages; with one size of a picture all made from it.
    """

    def __init__(self, addresses: Iterable[str] = ()) -> None:
        self.addresses = tuple(sorted({*addresses}))
        self.paths = frozenset(path for address in self.addresses for path in _paths(address))
        """Paths of the files, but for further pages and other sizes."""
        self.families = frozenset(family for path in self.paths if (family := family_of(path)))
        """Pictures and files to open, as `family_of` tells them."""

    def covers(self, path: str) -> bool:
        """Tell whether the file at a path must not be there."""
        if path in self.paths or (("page/" in path or "feeds/" in path) and _NUMBERED.sub("", path) in self.paths):
            return True
        return bool(self.families) and family_of(path) in self.families

    def is_in(self, folder: Path) -> bool:
        """Tell whether a folder with the files of a release has one that it covers."""
        made = map(pattern_of, sorted(self.families))
        return any((folder / path).is_file() for path in self.paths) or any(any(folder.glob(each)) for each in made)

    def beyond(self, known: Sequence[str]) -> Sequence[str]:
        """Return the addresses that are not among the `known` ones."""
        return [address for address in self.addresses if address not in known]

    def found_in(self, paths: Iterable[str]) -> str:
        """Return the first address that covers one of these paths; empty if none does."""
        held = [path for path in paths if self.covers(path)]
        return next((each for each in self.addresses if any(map(Takedown([each]).covers, held))), "")

    def __bool__(self) -> bool:
        return bool(self.paths)


NOTHING = Takedown()


def read_memory(place: Path) -> Sequence[str]:
    """Return the addresses, one a line, that were kept at a place, and whatever a damaged disk has made of them."""
    return place.read_text(encoding="utf-8", errors="replace").splitlines() if place.is_file() else ()


def write_memory(place: Path, takedown: Takedown) -> None:
    """Keep the addresses of a takedown, one a line, for the next publisher there."""
    if takedown:
        partial = place.with_name(f"{place.name}.partial")
        partial.write_text("".join(f"{address}\n" for address in takedown.addresses), encoding="utf-8")
        partial.replace(place)
    else:
        place.unlink(missing_ok=True)


class WithoutTakedown:
    """A site without the files that were taken down."""

    def __init__(self, site: PublishedSite, takedown: Takedown) -> None:
        self._site = site
        self._takedown = takedown

    @property
    def notes(self) -> Notes:
        """Notes of the build, by which the addresses of pages that were taken down are gone."""
        notes = self._site.notes
        pages = {address for address in self._takedown.addresses if address.endswith("/")}
        return replace(notes, gone=tuple(sorted({*notes.gone, *pages}))) if pages else notes

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
