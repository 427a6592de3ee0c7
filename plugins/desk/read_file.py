"""One file of the content folder read for good: a pure function of its path, its content and a few settings.

What it cannot tell alone (where links lead, what a category is called) is left open; `leaves.py` shows what is kept.
"""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from zoneinfo import ZoneInfo

from plugins.desk.checks.one_file import check_own
from plugins.desk.files.document import Document, read_document
from plugins.desk.files.entry import Entry
from plugins.desk.files.kept import BODY, HEAD, ArticleHead, TextBody
from plugins.desk.files.make_entry import enter
from plugins.desk.files.make_kept import head_of
from plugins.desk.files.pictures import PictureError, is_picture, store_picture
from plugins.desk.front_matter.schema import Fields
from plugins.desk.text.blocks import split_blocks
from plugins.desk.text.markdown import BodyReader, ids_in
from plugins.desk.text.typography import Typography
from plugins.newsroom.problems import Problem
from plugins.newsroom.spaces import TERMS
from plugins.newsroom.terms import terms
from plugins.stet.facts import digest_of
from plugins.stet.sources import SourceRecord


@dataclass(frozen=True, slots=True)
class FileReader:
    """Reads files; `shown_root` is the content folder as problems name it, times without offset are in `zone`.

    Without a reader of `bodies` it only looks for mistakes.
    """

    shown_root: str
    zone: ZoneInfo
    bodies: BodyReader | None
    typography: Typography

    def read(self, source: str, data: bytes | OSError) -> SourceRecord:
        """Return what is kept of the file at `source`, below the content folder."""
        if is_picture(source):
            light = _picture(source, data)
            content = b"" if isinstance(data, OSError) else data
            return SourceRecord(light, digest_of(light) + _digest(content), b"", {})
        document, problems = self.document(source, data)
        if isinstance(data, OSError):
            return self._text(enter(document, problems), None, None, {})
        entry = enter(document, [*problems, *check_own(document)])
        if self.bodies is None:
            return self._text(entry, None, None, {})
        html = self.typography.markup(self.bodies.read(document.body))
        finished = split_blocks(html)
        body = TextBody(
            blocks=finished.blocks,
            dont_miss_after=finished.dont_miss_after,
            words=finished.words,
            ids=tuple(sorted(ids_in(html))),
        )
        parts = {BODY: pickle.dumps(body)}
        if document.fields is None:
            return self._text(entry, None, body, parts)
        head = head_of(document, self.typography)
        parts[HEAD] = pickle.dumps(head)
        if isinstance(head, ArticleHead):
            parts[TERMS] = terms(head.title, head.summary, finished.text)
        return self._text(entry, head, body, parts)

    @staticmethod
    def _text(entry: Entry, head: object, body: TextBody | None, parts: Mapping[str, bytes]) -> SourceRecord:
        """Return the text of these parts. What is no article is listed with all that it says."""
        digests = digest_of((entry.own_part, head)) + digest_of(body) + _digest(parts.get(TERMS, b""))
        listed = (entry.listed_part, body.ids if body else ())
        listing = digest_of(listed if entry.kind == "articles" else (listed, digests))
        return SourceRecord(tuple(entry), listing, digests, parts)

    def document(self, source: str, data: bytes | OSError) -> tuple[Document[Fields], list[Problem]]:
        """Return the file as a document, and what is wrong with its front matter."""
        path = f"{self.shown_root}/{source}"
        document, problems = read_document(b"" if isinstance(data, OSError) else data, source, path, self.zone)
        if isinstance(data, OSError):
            what = f"a file that cannot be read ({data.strerror})"
            problems = [Problem(path, 1, 1, what, "mend or delete it")]
        return document, problems


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


def _picture(source: str, data: bytes | OSError) -> tuple[object, ...]:
    """Return a picture as plain values: path in the output, width and height; or why it cannot be shown."""
    if isinstance(data, FileNotFoundError | NotADirectoryError):
        return ("does not exist",)  # a link that leads nowhere
    if isinstance(data, OSError):
        return (f"cannot be read ({data.strerror})",)
    try:
        stored = store_picture(source, data)
    except PictureError as error:
        return (str(error),)
    return stored.path, stored.width, stored.height
