"""A file of the content folder as a document: taken apart, its front matter checked for itself, and its text read."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from zoneinfo import ZoneInfo

from plugins.desk.files.entry import Spot
from plugins.desk.files.first_paragraph import with_first_paragraph
from plugins.desk.front_matter.clean import clean_header
from plugins.desk.front_matter.draft_line import says_draft
from plugins.desk.front_matter.header import Header
from plugins.desk.front_matter.split import split_file
from plugins.desk.front_matter.validate import check_header
from plugins.desk.places import Place
from plugins.desk.text.findings import TextReference
from plugins.desk.text.text_reader import TextReader, TextReading
from plugins.newsroom.embeds.embed import Embed
from plugins.newsroom.front_matter.schema import KINDS, ArticleFields, Fields
from plugins.newsroom.front_matter.slugs import slugify
from plugins.newsroom.problems import Problem, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file of the content folder."""

    kind: str
    """The folder below `content/` that it is in."""
    source: str
    """Its path below the content folder."""
    path: str
    """Its path as problems name it."""
    slug: str
    header: Header
    fields: Fields | None
    """The keys without mistakes; None if too few are left."""
    is_sound: bool
    """True if the front matter has no mistakes that hide what it was to say."""
    says_draft: bool
    """True if too little of the front matter is right, but a line of it says that the file is a draft."""
    body_line: int
    """The line of the file that the text begins on, from 1."""
    text: TextReading

    def place(self, offset: int) -> Place:
        """Return the place in the file of an offset in the text."""
        before = self.text.source[:offset]
        return Place(before.count("\n") + self.body_line, offset - before.rfind("\n"))

    @property
    def start(self) -> Place | None:
        """The place of the first word of the text; None where there is none."""
        source = self.text.source
        return self.place(len(source) - len(source.lstrip())) if source.strip() else None

    def embed(self, reference: TextReference) -> Embed | None:
        """Return the embed that a link is the card of; introductions and the like show links."""
        found = self.text.found
        if self.kind not in ("articles", "pages") or not any(reference.element.parent is form for form in found.forms):
            return None
        return found.embeds.find(reference.target)

    def problem(self, place: Spot, what: str, remedy: str, *, has_rendering: bool = False) -> Problem:
        """Return a problem at a place in this file."""
        return Problem(self.path, *place, what, remedy, has_rendering=has_rendering)


def read_document(
    data: bytes, source: str, path: str, zone: ZoneInfo, texts: TextReader
) -> tuple[Document, list[Problem]]:
    """Return the document in `data`, the content of the file `source`, and the problems of its front matter."""
    kind = source.split("/", 1)[0]
    parts = split_file(data, path)
    header, taken = clean_header(parts.header, path)
    fields, problems = None, [*parts.problems, *taken]
    if not any(map(_hides_values, parts.problems)):
        fields, mistakes = check_header(KINDS[kind], header, zone, path)
        problems += mistakes
    text = _read_text(parts.body, fields, texts)
    if isinstance(fields, ArticleFields) and fields.summary is None:
        fields, missing = _with_summary(fields, header, text, path)
        problems += missing
    document = Document(
        kind=kind,
        source=source,
        path=path,
        slug=_slug(kind, source, header),
        header=header,
        fields=fields,
        is_sound=not any(map(_hides_values, problems)),
        says_draft=fields is None and says_draft(data),
        body_line=parts.body_line,
        text=text,
    )
    return document, problems


def _read_text(body: str, fields: Fields | None, texts: TextReader) -> TextReading:
    return texts.read(body, fields.own_lang, is_typeset=fields.is_typeset) if fields else texts.read(body)


def _with_summary(
    fields: ArticleFields, header: Header, text: TextReading, path: str
) -> tuple[ArticleFields, list[Problem]]:
    """Return the front matter of an article without a summary with what serves as one, and what is to be said.

    Nothing is said of a retracted one, whose text somebody may have taken away.
    """
    found = with_first_paragraph(fields, text)
    if fields.status == "draft" or fields.retracted or text.converter is None:
        return found or fields, []
    place, remedy = header.place_of_key("summary"), "add a line 'summary: …'"
    if found is None:
        return fields, [Problem(path, *place, "'summary' is missing", remedy, has_rendering=True)]
    what = "no summary: the first paragraph serves as one"
    return found, [Problem(path, *place, what, remedy, Severity.NOTICE)]


def _hides_values(problem: Problem) -> bool:
    """Tell whether a page cannot be made as it was meant."""
    return problem.severity is Severity.ERROR and not problem.has_rendering


def _slug(kind: str, source: str, header: Header) -> str:
    given = header.values.get("slug")
    if kind in ("articles", "pages") and isinstance(given, str):
        return given.strip()
    path = PurePosixPath(source)
    is_index = path.stem == "index" and len(path.parts) > 2
    return slugify(path.parent.name if is_index else path.stem)
