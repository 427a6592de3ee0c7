"""What a format is: how one generator wants the publication written."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests.bench.corpus import Corpus, Story


@dataclass(frozen=True, slots=True)
class File:
    """A file to write; `path` is below the publication's folder."""

    path: str
    content: bytes


class Format(Protocol):
    """One generator's way to write the publication."""

    name: str

    def article(self, story: Story) -> File:
        """Return the file of an article."""
        ...

    def others(self, corpus: Corpus) -> Iterator[File]:
        """Yield every other file: settings, authors, sections, pages, pictures."""
        ...

    def links(self) -> dict[str, Path]:
        """Return what stands in the publication's folder as a link to something of the kit."""
        ...


def text(path: str, content: str) -> File:
    return File(path, content.encode())


def copies(folder: Path, below: str = "") -> Iterator[File]:
    """Yield the files of `folder`, to stand in the folder `below`."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield File(f"{below}{path.relative_to(folder).as_posix()}", path.read_bytes())
