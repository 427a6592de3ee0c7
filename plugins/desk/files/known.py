"""Names of the content folder as remedies give them, to look for near misses among."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from plugins.newsroom.near_misses import KnownNames

if TYPE_CHECKING:  # the index has these names, and imports this module
    from plugins.desk.files.content_index import ContentIndex


class Known:
    """All of them by kind, each list made when the first misspelt name of its kind is met."""

    def __init__(self, index: "ContentIndex") -> None:
        self._index = index

    @cached_property
    def urls(self) -> KnownNames:
        return KnownNames(self._index.pages)

    @cached_property
    def files(self) -> KnownNames:
        return KnownNames(sorted(self._index.entries))

    @cached_property
    def articles(self) -> KnownNames:
        return KnownNames(sorted(self._index.articles))

    @cached_property
    def categories(self) -> KnownNames:
        return KnownNames(sorted(entry.name for entry in self._index.kinds["categories"] if entry.has_fields))

    @cached_property
    def authors(self) -> KnownNames:
        return KnownNames(sorted(self._index.authors))

    @cached_property
    def author_slugs(self) -> Mapping[str, str]:
        """Slugs of the authors by their names."""
        return {entry.name: entry.slug for entry in self._index.kinds["authors"] if entry.has_fields}

    @cached_property
    def sponsors(self) -> KnownNames:
        return KnownNames(sorted(self._index.sponsors))

    def pictures_in(self, folder: str) -> Mapping[str, str]:
        """Return the pictures in a folder, by their names without ending."""
        return self._pictures.get(folder, {})

    @cached_property
    def pictures_by_small_letters(self) -> Mapping[str, str]:
        """Paths of the pictures by themselves in small letters."""
        return {path.casefold(): path for path in sorted(self._index.pictures)}

    @cached_property
    def pictures_by_name(self) -> Mapping[str, Sequence[str]]:
        """Paths of the pictures by the names of their files in small letters."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for path in sorted(self._index.pictures):
            found[PurePosixPath(path).name.casefold()].append(path)
        return found

    @cached_property
    def folders(self) -> frozenset[str]:
        """Paths of the folders that hold something."""
        paths = (*self._index.entries, *self._index.pictures, *self._index.attachments.by_key)
        return frozenset(parent.as_posix() for path in paths for parent in PurePosixPath(path).parents)

    def attachments_in(self, folder: str) -> Sequence[str]:
        """Return the paths of the files to open in a folder."""
        inside = (PurePosixPath(path) for path in sorted(self._index.attachments.by_key))
        return [path.as_posix() for path in inside if path.parent.as_posix() == folder]

    @cached_property
    def attachments_by_small_letters(self) -> Mapping[str, str]:
        """Paths of the files to open by themselves in small letters."""
        return {path.casefold(): path for path in sorted(self._index.attachments.by_key)}

    @cached_property
    def _pictures(self) -> Mapping[str, Mapping[str, str]]:
        found: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for path in sorted(self._index.pictures):
            file = PurePosixPath(path)
            found[file.parent.as_posix()][file.stem] = file.name
        return found
