"""A site of a few files in a folder, edited by tests; it counts what is looked at."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.newsroom.addresses.redirect_page import REDIRECT, location_of
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Notes, OutputVersion


@dataclass
class EditedSite:
    """Files below `root`, and in which generation each has changed."""

    root: Path
    notes: Notes = field(default_factory=lambda: Notes(siteurl="https://small.example", scripts=("abc=",)))
    generation: int = 0
    walks: int = 0
    """How often all files were asked for."""
    _files: dict[str, PublishedFile] = field(default_factory=dict)
    _changes: dict[str, int] = field(default_factory=dict)

    def write(self, contents: Mapping[str, str | None]) -> "EditedSite":
        """Write files; None for one that is removed. What is removed goes first where its name is to be a folder."""
        self.generation += 1
        for path, text in contents.items():
            place = self.root / path
            if text is None:
                place.unlink()
                for folder in list(place.parents)[: path.count("/")]:
                    if not any(folder.iterdir()):
                        folder.rmdir()
                del self._files[path]
            else:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.unlink(missing_ok=True)  # a new file, as the engine writes it: links to the old one stay whole
                place.write_text(text, encoding="utf-8")
                digest = hashlib.sha256(text.encode()).hexdigest()
                self._files[path] = PublishedFile(sha256=digest, bytes=len(text.encode()), kind=_kind(text))
            self._changes[path] = self.generation
        return self

    def forget(self) -> None:
        """Be a build that knows nothing of the ones before."""
        self._changes.clear()
        self.generation += 1000

    @property
    def version(self) -> OutputVersion:
        return OutputVersion(record=str(self.root), generation=self.generation)

    def files(self) -> Mapping[str, PublishedFile]:
        self.walks += 1
        return dict(sorted(self._files.items()))

    def changed_since(self, version: OutputVersion) -> Mapping[str, PublishedFile | None] | None:
        if (
            version.record != str(self.root)
            or version.generation > self.generation
            or self.generation - version.generation > 500
        ):
            return None
        return {path: self._files.get(path) for path, when in self._changes.items() if when > version.generation}

    def place(self, path: str) -> Path:
        return self.root / path

    def texts(self) -> dict[str, str]:
        """Return every file's content by its path."""
        return {path: (self.root / path).read_text(encoding="utf-8") for path in sorted(self._files)}


def _kind(text: str) -> str:
    return REDIRECT if location_of(text.encode()) else "article"
