"""The files of the content folder as documents: read once, checked each for itself, and listed by kind."""

import os
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
from plugins.desk.strays import markdown_files, stray_files
from plugins.newsroom.problems import Problem

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
        """Return a problem at a place in this file."""
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


EMPTY_FOLDER = Folder(
    root=Path(),
    shown_root="",
    articles=(),
    pages=(),
    authors=(),
    categories=(),
    tags=(),
    sponsors=(),
    promos=(),
    problems=(),
)
"""What there is of a folder that the settings do not lead to."""


def read_folder(root: Path, zone: ZoneInfo) -> Folder:
    """Read everything in the content folder `root`; times without offset are in `zone`."""
    shown_root = PurePosixPath(os.path.relpath(root)).as_posix()
    problems = list(stray_files(root, shown_root, tuple(KINDS)))
    found: dict[str, list[Document[Fields]]] = {kind: [] for kind in KINDS}
    for kind in KINDS:
        for path in sorted(markdown_files(root / kind)):
            source = path.relative_to(root).as_posix()
            try:
                data = path.read_bytes()
            except OSError as error:
                what = f"a file that cannot be read ({error.strerror})"
                problems.append(Problem(f"{shown_root}/{source}", 1, 1, what, "mend or delete it"))
                continue
            document, mistakes = read_document(data, source, f"{shown_root}/{source}", zone)
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
