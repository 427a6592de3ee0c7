"""Index of the entries of the folder, by the names that other files use, and of the times they are public from."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from plugins.desk.files.addresses import DeskPage, pages_by_url
from plugins.desk.files.entry import Entry, Spot
from plugins.desk.files.picture_files import PictureError, StoredPicture, missing_picture
from plugins.newsroom.near_misses import KnownNames
from plugins.newsroom.problems import Problem
from plugins.newsroom.site_pages import ALWAYS


@dataclass(frozen=True, kw_only=True)
class ContentIndex:
    """Look-up tables over the entries. Of two with one name the first counts."""

    shown_root: str
    """The content folder as problems name it."""
    now: datetime
    """In the publication's zone."""
    entries: Mapping[str, Entry]
    """By path below the content folder, in order of path."""
    pictures: Mapping[str, StoredPicture | PictureError]
    """All picture files in the folder, by path below it."""
    ids: Callable[[str], frozenset[str] | None]
    """Returns the ids that links to parts of a text may name, by the text's path; None where they are not known."""
    locate: Callable[[str, Spot], Spot]
    """Returns the place of a reference of a text, by the text's path."""

    @cached_property
    def seconds(self) -> float:
        """The time now, in seconds since 1970."""
        return self.now.timestamp()

    @cached_property
    def kinds(self) -> "Kinds":
        """The entries of each kind, by path."""
        return Kinds(self.entries)

    @cached_property
    def articles(self) -> Mapping[str, Entry]:
        """By slug."""
        return {entry.slug: entry for entry in reversed(self.kinds["articles"])}

    @cached_property
    def categories(self) -> Mapping[str, Entry]:
        """By slug, and by name in small letters."""
        found = {entry.slug: entry for entry in reversed(self.kinds["categories"])}
        for entry in self.kinds["categories"]:
            if entry.name:
                found.setdefault(entry.name.casefold(), entry)
        return found

    @cached_property
    def first_category(self) -> str:
        """Slug of the first one in the navigation; empty where there is none."""
        return min(((entry.order, entry.slug) for entry in self.kinds["categories"]), default=(0, ""))[1]

    @cached_property
    def authors(self) -> frozenset[str]:
        return frozenset(entry.slug for entry in self.kinds["authors"])

    @cached_property
    def sponsors(self) -> frozenset[str]:
        return frozenset(entry.slug for entry in self.kinds["sponsors"])

    @cached_property
    def pages(self) -> Mapping[str, DeskPage]:
        """The pages of the publication, by root-relative URL without prefix."""
        return pages_by_url(self.kinds, self.now)

    @cached_property
    def known(self) -> "Known":
        """The names to look for near misses among."""
        return Known(self)

    @cached_property
    def _entries_by_page(self) -> Mapping[tuple[str, str], Entry]:
        """The files that have a page of their own, but for articles, by kind and slug of the page."""
        names = {"text page": "pages", "author": "authors", "category": "categories"}
        return {(kind, entry.slug): entry for kind, name in names.items() for entry in self.kinds[name]}

    @cached_property
    def broken_articles(self) -> frozenset[str]:
        """Slugs of articles whose front matter has mistakes, which hide their date and tags."""
        return frozenset(entry.slug for entry in self.kinds["articles"] if not entry.is_sound)

    def shown_by(self, page: DeskPage) -> Entry | None:
        """Return the file that a page shows, where it is a single one."""
        return page.articles[0].entry if page.kind == "article" else self._entries_by_page.get((page.kind, page.slug))

    def category_of(self, name: str) -> Entry | None:
        """Return the category that an article calls `name`."""
        return self.categories.get(name) or self.categories.get(name.casefold())

    def picture(self, source: str) -> StoredPicture | PictureError:
        """Return the picture at a path below the content folder, or why it cannot be shown."""
        return self.pictures.get(source) or missing_picture(source)

    def path_of(self, source: str) -> str:
        """Return the path of a file as problems name it."""
        return f"{self.shown_root}/{source}"

    def problem(self, entry: Entry, place: Spot, what: str, remedy: str) -> Problem:
        """Return a problem at a place in the file of an entry."""
        is_in_text = place[0] == 0
        line, column = self.locate(entry.source, place) if is_in_text else place
        return Problem(self.path_of(entry.source), line, column, what, remedy, has_rendering=is_in_text)

    def is_public(self, entry: Entry) -> bool:
        """Tell whether readers may see it now."""
        return entry.public_from is not None and entry.public_from <= self.seconds

    def is_public_with(self, there: float | None, here: Entry) -> bool:
        """Tell whether readers can open something public from `there` on (None: never) when `here` appears, or now.

        Nothing is asked of a draft, nor of a file with mistakes in its front matter, whose times may be wrong.
        """
        if here.public_from is None or not here.is_sound:
            return True
        return there is not None and there <= max(here.public_from, self.seconds)


class Known:
    """Names of the content folder as remedies give them, each list made when something misspelt is met."""

    def __init__(self, index: ContentIndex) -> None:
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
    def _pictures(self) -> Mapping[str, Mapping[str, str]]:
        found: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for path in sorted(self._index.pictures):
            file = PurePosixPath(path)
            found[file.parent.as_posix()][file.stem] = file.name
        return found


class Kinds(dict[str, list[Entry]]):
    """Entries by kind, those of a kind looked up when it is asked for."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        super().__init__()
        self._entries = entries

    def __missing__(self, kind: str) -> list[Entry]:
        folder = f"{kind}/"
        found = self[kind] = [self._entries[path] for path in self._entries if path.startswith(folder)]
        return found


class Entries(Mapping[str, Entry]):
    """The entries of the texts at some paths, each made of its light value at the first look."""

    def __init__(self, paths: Iterable[str], light: Callable[[str], tuple[Any, ...]]) -> None:
        self._made: dict[str, Entry | None] = dict.fromkeys(paths)
        self._light = light

    def __getitem__(self, path: str) -> Entry:
        entry = self._made[path]
        if entry is None:
            entry = self._made[path] = Entry._make(self._light(path))
        return entry

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    def __contains__(self, path: object) -> bool:
        return path in self._made


def when(seconds: float, index: ContentIndex) -> datetime:
    """Return a time of an entry, in the publication's zone; now for ALWAYS."""
    return index.now if seconds == ALWAYS else datetime.fromtimestamp(seconds, index.now.tzinfo)
