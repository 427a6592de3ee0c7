"""Word, Excel, PowerPoint and OpenDocument: what a file tells of those who made it, and the same file without that."""

import html
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from plugins.attachments.attachment_values import AttachmentError, FileRemark
from plugins.attachments.documents.document_facts import DAMAGED, DocumentFacts, Told
from plugins.attachments.documents.zip_parts import BROKEN, read_part, write_with

_MOST = 2_000_000
"""Bytes of a part with properties: programs write a few thousand."""
_MOST_TEXT = 40_000_000
"""Bytes of a text that are looked through for tracked changes."""
_ANEW = "open it in the program that made it, and save it again"
_EMPTIED = {
    "docProps/core.xml": {"creator": "author", "lastModifiedBy": "last saved by"},
    "docProps/app.xml": {"Company": "company", "Manager": "manager", "Template": "", "HyperlinkBase": ""},
    "docProps/custom.xml": {"lpwstr": "custom property", "lpstr": "custom property"},
    "meta.xml": {
        "initial-creator": "author",
        "creator": "last saved by",
        "printed-by": "printed by",
        "user-defined": "custom property",
    },
}
"""Elements of parts that tell of people, each with what it is; without words where it is seldom more than a habit."""
_CONFIG = re.compile(rb'(<config:config-item config:name="Printer(?:Name|Setup)"[^>]*>)([^<]+)(</config:config-item>)')
_TEXTS = ("word/document.xml", "content.xml")
_TRACKED = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo) |<text:tracked-changes")
_NOTE = re.compile(rb"<office:annotation[ >]")
_HIDDEN_SHEET = re.compile(rb'<sheet [^>]*state="(?:hidden|veryHidden)"')
_COMMENTS = re.compile(r"/(?:comments|threadedComments?)\b.*\.xml$")
_UNMEANT = "delete them, and save it again, if readers are not meant"
_PATH = re.compile(rb"file:/|[A-Za-z]:\\")


def office_facts(place: Path) -> DocumentFacts:
    """Return what a document tells. Raises AttachmentError for one with macros."""
    try:
        with zipfile.ZipFile(place) as archive:
            names = archive.namelist()
            told = tuple(dict.fromkeys(_told(archive)))
            return DocumentFacts(told, _kept_for(archive, names), tuple(_remarks(archive, names)))
    except BROKEN:
        return DocumentFacts(remarks=(FileRemark(DAMAGED, _ANEW),))


def write_clean_office(source: Path, place: Path) -> bool:
    """Write a document without what it tells of those who made it; tell whether that is the same document still."""
    with zipfile.ZipFile(source) as archive:
        names = archive.namelist()
        parts = {name: _without_names(name, part) for name, part in _parts(archive)}
        if (settings := read_part(archive, "settings.xml", _MOST)) and len(settings) < _MOST:
            parts["settings.xml"] = _CONFIG.sub(rb"\1\3", settings)
    write_with(source, place, parts)
    with zipfile.ZipFile(place) as clean:
        return clean.namelist() == names and all(clean.read(name) == part for name, part in parts.items())


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Yield the parts with properties, but for what no program writes: other encodings, and declarations in them."""
    for name in _EMPTIED:
        part = read_part(archive, name, _MOST)
        if part and len(part) < _MOST and b"<!" not in part and b"\0" not in part:
            yield name, part


def _element(tag: str) -> re.Pattern[bytes]:
    return re.compile(rb"(<(?:[\w.-]+:)?%s(?:\s[^<>]*[^/<>])?>)([^<]+)(</(?:[\w.-]+:)?%s\s*>)" % ((tag.encode(),) * 2))


def _without_names(name: str, part: bytes) -> bytes:
    for tag in _EMPTIED[name]:
        part = _element(tag).sub(rb"\1\3", part)
    return part


def _told(archive: zipfile.ZipFile) -> Iterator[Told]:
    for name, part in _parts(archive):
        for tag, what in _EMPTIED[name].items():
            for element in _element(tag).finditer(part):
                value = html.unescape(element[2].decode(errors="replace")).strip()
                if value and (what or _PATH.search(element[2])):
                    yield Told(what or "path", value)
    if printer := _CONFIG.search(read_part(archive, "settings.xml", _MOST)):
        yield Told("printer", printer[2].decode(errors="replace")[:60])


def _kept_for(archive: zipfile.ZipFile, names: list[str]) -> str:
    if any(name.startswith("_xmlsignatures/") or name == "META-INF/documentsignatures.xml" for name in names):
        return "it is signed"
    is_encrypted = b"encryption-data" in read_part(archive, "META-INF/manifest.xml", _MOST)
    return "it is encrypted" if is_encrypted else ""


def _remarks(archive: zipfile.ZipFile, names: list[str]) -> Iterator[FileRemark]:
    if any(name.endswith("vbaProject.bin") for name in names):
        raise AttachmentError("holds macros, which would run on the computers of readers", "save it without macros")
    texts = [read_part(archive, name, _MOST_TEXT) for name in _TEXTS]
    if any(map(_TRACKED.search, texts)):
        yield FileRemark(
            "has tracked changes, which readers can see", "accept or reject all of them, and save it again"
        )
    if any(map(_NOTE.search, texts)) or any(map(_COMMENTS.search, names)):
        yield FileRemark("has comments, with the names of their writers", "delete them, and save it again")
    if _HIDDEN_SHEET.search(read_part(archive, "xl/workbook.xml", _MOST)):
        yield FileRemark("has hidden sheets, which readers can show", _UNMEANT)
    if any(name.startswith("ppt/notesSlides/") for name in names):
        yield FileRemark("has notes of the speaker, which readers can see", _UNMEANT)
    if any(name.startswith("xl/externalLinks/") for name in names):
        remedy = "break the links (Data, Edit links), and save it again"
        yield FileRemark("refers to other workbooks, with their paths", remedy)
