"""The files of the content folder as documents: read once, checked each for itself, and listed by kind."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Generic, TypeVar, cast
from zoneinfo import ZoneInfo

from plugins.desk.body_scan import BodyScan, scan_body
from plugins.desk.front_matter import read_source
from plugins.desk.header import Header, Place
from plugins.desk.mistakes import check_header
from plugins.desk.schema import (
    KINDS,
    ArticleFields,
    AuthorFields,
    CategoryFields,
    Fields,
    PageFields,
    PromoFields,
    SponsorFields,
    TagFields,
)
from plugins.desk.slugs import slugify
from plugins.newsroom.problems import Problem, near_miss

AnyFields = TypeVar("AnyFields", bound=Fields, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Generic[AnyFields]):
    """One file of the content folder."""

    kind: str
    """The folder below `content/` that it is in."""
    source: str
    """Its path below the content folder."""
    path: str
    """Its path as problems name it."""
    slug: str
    header: Header
    fields: AnyFields | None
    """What is right in the front matter; None when that is too little."""
    is_sound: bool
    """Whether the file has no mistakes of its own."""
    body: str
    scan: BodyScan

    @property
    def checked(self) -> AnyFields:
        """The front matter of a document without mistakes."""
        if self.fields is None or not self.is_sound:
            raise ValueError(f"{self.path} has mistakes in its front matter")
        return self.fields

    def problem(self, place: Place, what: str, remedy: str) -> Problem:
        return Problem(self.path, place.line, place.column, what, remedy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """The content folder: all documents of each kind, by path, and what is wrong with single ones."""

    root: Path
    shown_root: str
    """The folder as problems name it."""
    articles: tuple[Document[ArticleFields], ...]
    pages: tuple[Document[PageFields], ...]
    authors: tuple[Document[AuthorFields], ...]
    categories: tuple[Document[CategoryFields], ...]
    tags: tuple[Document[TagFields], ...]
    sponsors: tuple[Document[SponsorFields], ...]
    promos: tuple[Document[PromoFields], ...]
    problems: tuple[Problem, ...]

    @property
    def documents(self) -> tuple[Document[Fields], ...]:
        """All documents of all kinds."""
        return (
            *self.articles,
            *self.pages,
            *self.authors,
            *self.categories,
            *self.tags,
            *self.sponsors,
            *self.promos,
        )


def read_folder(root: Path, zone: ZoneInfo) -> Folder:
    """Read everything in the content folder `root`; times without offset are in `zone`."""
    shown_root = PurePosixPath(os.path.relpath(root)).as_posix()
    problems = list(_stray_folders(root, shown_root))
    found: dict[str, list[Document[Fields]]] = {kind: [] for kind in KINDS}
    for kind in KINDS:
        for path in sorted(_files(root / kind)):
            source = path.relative_to(root).as_posix()
            document, mistakes = read_document(path.read_bytes(), source, f"{shown_root}/{source}", zone)
            found[kind].append(document)
            problems += mistakes
    return Folder(
        root=root,
        shown_root=shown_root,
        articles=cast(tuple[Document[ArticleFields], ...], tuple(found["articles"])),
        pages=cast(tuple[Document[PageFields], ...], tuple(found["pages"])),
        authors=cast(tuple[Document[AuthorFields], ...], tuple(found["authors"])),
        categories=cast(tuple[Document[CategoryFields], ...], tuple(found["categories"])),
        tags=cast(tuple[Document[TagFields], ...], tuple(found["tags"])),
        sponsors=cast(tuple[Document[SponsorFields], ...], tuple(found["sponsors"])),
        promos=cast(tuple[Document[PromoFields], ...], tuple(found["promos"])),
        problems=tuple(problems),
    )


def read_document(data: bytes, source: str, path: str, zone: ZoneInfo) -> tuple[Document[Fields], list[Problem]]:
    """Return the document in `data`, the content of the file `source`, and what is wrong with it alone."""
    kind = source.split("/", 1)[0]
    parts = read_source(data, path)
    fields, problems = None, list(parts.problems)
    if not problems:
        fields, problems = check_header(KINDS[kind], parts.header, zone, path)
    document: Document[Fields] = Document(
        kind=kind,
        source=source,
        path=path,
        slug=_slug(kind, source, parts.header),
        header=parts.header,
        fields=fields,
        is_sound=not problems,
        body=parts.body,
        scan=scan_body(parts.body, parts.body_line),
    )
    return document, problems


def _slug(kind: str, source: str, header: Header) -> str:
    given = header.values.get("slug")
    if kind in ("articles", "pages") and isinstance(given, str):
        return given.strip()
    path = PurePosixPath(source)
    is_index = path.stem == "index" and len(path.parts) > 2
    return slugify(path.parent.name if is_index else path.stem)


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "_"))]
        yield from (Path(parent, name) for name in names if name.endswith(".md") and not name.startswith((".", "_")))


def _stray_folders(root: Path, shown_root: str) -> Iterator[Problem]:
    """Find folders whose articles nobody would ever see."""
    if not root.is_dir():
        yield Problem(shown_root, 1, 1, "no content folder", "make one, or set PATH to where it is")
        return
    for folder in sorted(path for path in root.iterdir() if path.is_dir()):
        known = (*KINDS, "pictures")
        if folder.name in known or folder.name.startswith((".", "_")) or not any(_files(folder)):
            continue
        meant = near_miss(folder.name, known)
        remedy = f"did you mean {meant!r}?" if meant else f"known folders are: {', '.join(known)}"
        yield Problem(f"{shown_root}/{folder.name}", 1, 1, "a folder that nothing reads", remedy)
