"""Reading one file of the content folder: a pure function of its path, its content and a few settings.

References to other files stay names here: `publication/` finds their values with every build.
"""

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from zoneinfo import ZoneInfo

from plugins.attachments.attachment_values import AttachmentError
from plugins.desk.checks.one_file import check_card, check_one_file
from plugins.desk.files.document import Document, read_document
from plugins.desk.files.entry import MARK_SPOT, Entry, Spot
from plugins.desk.files.kept_parts import BODY, HEAD, ROWS
from plugins.desk.files.make_entry import make_entry
from plugins.desk.files.picture_files import is_picture
from plugins.desk.text.forms.table_paragraphs import names_rows
from plugins.desk.text.forms.text_form import KeptBody
from plugins.desk.text.link_targets import is_text_name
from plugins.desk.text.text_reader import TextReader
from plugins.newsroom.front_matter.schema import ArticleFields, Fields
from plugins.newsroom.language.terms import terms
from plugins.newsroom.markup import Html
from plugins.newsroom.problems import Problem
from plugins.newsroom.spaces import TERMS
from plugins.pictures.values import PictureError
from plugins.stet.facts import digest_of
from plugins.stet.sources import LargeFile, SourceRecord


@dataclass(frozen=True, slots=True)
class FileReader:
    """Reads files; `shown_root` is the content folder as problems name it, times without offset are in `zone`."""

    shown_root: str
    zone: ZoneInfo
    texts: TextReader
    has_cards: bool = False
    """True if titles are drawn on share cards, with the fonts of the kit."""

    def read(self, source: str, data: bytes | LargeFile | OSError) -> SourceRecord:
        """Return the record of the file at `source`, below the content folder."""
        if isinstance(data, LargeFile) or not (is_picture(source) or is_text_name(source)):
            return self._attachment_record(source, data)
        if is_picture(source):
            return _picture_record(source, data)
        path = f"{self.shown_root}/{source}"
        if isinstance(data, OSError):
            document, _ = self._document(b"", source)
            problem = Problem(path, 1, 1, f"a file that cannot be read ({data.strerror})", "mend or delete it")
            return _record(make_entry(document, [problem]), None, (None, ()), {})
        document, problems = self._document(data, source)
        of_card = check_card(document) if self.has_cards else ()
        entry = make_entry(document, [*problems, *check_one_file(document), *of_card])
        if self.texts.converter is None:
            return _record(entry, None, (None, ()), {})
        body, ids = document.text.body, document.text.ids
        parts = {BODY: pickle.dumps((body, ids))}
        fields = document.fields
        if fields is None:
            return _record(entry, None, (body, ids), parts)
        head: tuple[object, ...] = (fields, self._set_lines(fields))
        parts[HEAD] = pickle.dumps(head)
        if isinstance(fields, ArticleFields):
            head = (*head, fields.has_own_summary)
            parts[TERMS] = terms(fields.title, fields.summary or "", document.text.words)
        return _record(entry, head, (body, ids), parts)

    def _attachment_record(self, source: str, data: bytes | LargeFile | OSError) -> SourceRecord:
        light = _attachment(source, data)
        content = data.digest if isinstance(data, LargeFile) else b""
        parts = {}
        if isinstance(data, LargeFile) and names_rows(source):
            from plugins.newsroom.tables.read_table import read_table  # here, for most builds meet no new file

            parts[ROWS] = pickle.dumps(read_table(data.place, self.texts.lang))
        return SourceRecord(light, digest_of(light) + content, b"", parts)

    def places(self, source: str, data: bytes) -> Callable[[Spot], Spot]:
        """Return a function that finds the places of references of the text, and of its mark, in the file `source`."""
        document, _ = self._document(data, source)
        return partial(_place, document)

    def _set_lines(self, fields: Fields) -> dict[str, Html]:
        """Return the texts of the front matter that pages show, as markup by plain text."""
        line = partial(self.texts.line, lang=fields.own_lang, is_typeset=fields.is_typeset)
        return {text: line(text) for text in fields.typeset_texts}

    def _document(self, data: bytes, source: str) -> tuple[Document, list[Problem]]:
        return read_document(data, source, f"{self.shown_root}/{source}", self.zone, self.texts)


def _place(document: Document, spot: Spot) -> Spot:
    text = document.text
    is_there = bool(text.marks) if spot == MARK_SPOT else spot[1] < len(text.references)
    if not is_there:  # somebody has edited the file meanwhile
        return (1, 1)
    return document.place(text.mark_offset(0) if spot == MARK_SPOT else text.reference_offset(spot[1]))


def _record(
    entry: Entry, head: object, body: tuple[KeptBody | None, tuple[str, ...]], parts: dict[str, bytes]
) -> SourceRecord:
    """Return the record of these parts; files other than articles are listed with all that they say."""
    digests = digest_of((entry.source, entry.slug, head)) + digest_of(body) + _digest(parts.get(TERMS, b""))
    listed = (entry.listed_part, body[1])
    listing = digest_of(listed if entry.kind == "articles" else (listed, digests))
    return SourceRecord(tuple(entry), listing, digests, parts)


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


def _picture_record(source: str, data: bytes | OSError) -> SourceRecord:
    light = _picture(source, data)
    content = b"" if isinstance(data, OSError) else data
    return SourceRecord(light, digest_of(light) + _digest(content), b"", {})


def _picture(source: str, data: bytes | OSError) -> tuple[object, ...]:
    """Return a `SourcePicture` as a plain value, or why it cannot be shown and what to do."""
    if isinstance(data, FileNotFoundError | NotADirectoryError):
        return ("does not exist", "")  # a link that leads nowhere
    if isinstance(data, OSError):
        return (f"cannot be read ({data.strerror})", "")
    from plugins.pictures.read_source import read_source  # here, for most builds meet no new picture

    try:
        return tuple(read_source(source, data))
    except PictureError as error:
        return (str(error), error.remedy)


def _attachment(source: str, data: bytes | LargeFile | OSError) -> tuple[object, ...]:
    """Return a `SourceAttachment` as a plain value, or why it cannot be published and what to do."""
    if isinstance(data, FileNotFoundError | NotADirectoryError):
        return ("is a link to a file that is not there", "put the file itself here")
    if isinstance(data, OSError):
        return (f"cannot be read: {data.strerror}", "see to that and build again")
    from plugins.attachments.read_attachment import read_attachment  # here, for most builds meet no new file

    assert isinstance(data, LargeFile)
    try:
        return read_attachment(source, data.place).plain
    except AttachmentError as error:
        return (str(error), error.remedy)
