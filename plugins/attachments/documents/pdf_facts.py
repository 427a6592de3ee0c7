"""PDF by pikepdf: what a file tells of those who made it, and the same file without that."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

from plugins.attachments.attachment_values import FileRemark
from plugins.attachments.documents.document_facts import DAMAGED, DocumentFacts, Told
from plugins.newsroom.problems import shortened

_KEPT_FIELDS = frozenset({"/Title", "/Subject", "/Keywords", "/CreationDate", "/ModDate", "/Trapped"})
"""Entries of the document's information that are about its text."""
_TOLD_FIELDS = {"/Author": "author", "/Company": "company", "/Manager": "manager", "/SourceModified": ""}
_PROGRAMS = frozenset({"/Creator", "/Producer"})
_KEPT_PROPERTIES = re.compile(
    r"\{(?:http://purl\.org/dc/elements/1\.1/\}(?:title|description|subject|language|format|rights|date)"
    r"|http://www\.aiim\.org/pdf(?:a|ua)/ns/.*|http://ns\.adobe\.com/xap/1\.0/\}(?:CreateDate|ModifyDate)"
    r"|http://ns\.adobe\.com/pdf/1\.3/\}(?:Keywords|Trapped))"
)
"""The same of XMP: with the marks of PDF/A and PDF/UA."""
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_PATH = re.compile(r"[A-Za-z]:\\|\\\\\w|file:/|/(?:Users|home|Volumes)/")
_WORKING_TITLE = re.compile(
    r"^(?:Microsoft \w+ - |untitled|Unbenannt)|\.(?:docx?|indd|pptx?|xlsx?|pages|odt|qxd|tmp)$", re.I
)
_ANEW = "export it again, or take the file that your program saved"
_NO_COMMENTS = ("/Link", "/Widget")
_UNMEANT = "take them out, and export it again, if readers are not meant"
_MOST_ANNOTATED = 200
"""Pages that are looked through for comments: more have a table of contents, not notes to one another."""


def pdf_facts(place: Path) -> DocumentFacts:
    """Return what a PDF tells."""
    try:
        with pikepdf.open(place) as pdf:
            if not len(pdf.pages):
                return DocumentFacts(remarks=(FileRemark(DAMAGED, _ANEW),))
            return DocumentFacts(tuple(_told(pdf)), _kept_for(pdf), tuple(_remarks(pdf)))
    except pikepdf.PasswordError:
        remedy = "save it without a password, or tell readers which"
        return DocumentFacts(remarks=(FileRemark("asks for a password, and readers cannot open it without", remedy),))
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return DocumentFacts(remarks=(FileRemark(DAMAGED, _ANEW),))


def write_clean_pdf(source: Path, place: Path) -> bool:
    """Write a PDF without what it tells of those who made it; tell whether that is the same document still."""
    with pikepdf.open(source) as pdf:
        for name in map(str, list(pdf.docinfo.keys())):
            if name not in _KEPT_FIELDS or _PATH.search(str(pdf.docinfo[name])):
                del pdf.docinfo[name]
        if "/Metadata" in pdf.Root:
            with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as properties:
                for key in [each for each in properties if not _KEPT_PROPERTIES.fullmatch(each)]:
                    del properties[key]
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
                _forget_programs(each, is_root=each.is_indirect and each.objgen == pdf.Root.objgen)
        pages = len(pdf.pages)
        pdf.save(place, deterministic_id=True)
    with pikepdf.open(place) as clean:
        return len(clean.pages) == pages


def _forget_programs(each: Any, *, is_root: bool) -> None:
    """Take out what drawing programs note for themselves, in pages and pictures: layers, names, earlier versions."""
    if "/PieceInfo" in each:
        del each["/PieceInfo"]
    if not is_root and "/Metadata" in each:
        del each["/Metadata"]


def _told(pdf: pikepdf.Pdf) -> Iterator[Told]:
    seen = set()
    for key, value in pdf.docinfo.items():
        said = str(value).strip()
        if not said or key in _PROGRAMS or (key in _KEPT_FIELDS and not _PATH.search(said)):
            continue
        seen.add(said)
        yield Told(_TOLD_FIELDS.get(key) or f"{key.removeprefix('/')}:", said)
    if "/Metadata" in pdf.Root:
        with pdf.open_metadata() as properties:
            creators = properties.get(_CREATOR) or ()
            names = [creators] if isinstance(creators, str) else creators
            yield from (Told("author", name) for name in names if name.strip() and name.strip() not in seen)
            if any("xap/1.0/mm/" in name and name.endswith("History") for name in properties):
                yield Told("history of its versions", "")


def _kept_for(pdf: pikepdf.Pdf) -> str:
    form = pdf.Root.get("/AcroForm")
    if form is not None and int(form.get("/SigFlags", 0)) & 1:
        return "it is signed"
    return "it is encrypted" if pdf.is_encrypted else ""


def _remarks(pdf: pikepdf.Pdf) -> Iterator[FileRemark]:
    title = str(pdf.docinfo.get("/Title", "")).strip()
    if "/Metadata" in pdf.Root and not title:
        with pdf.open_metadata() as properties:
            title = str(properties.get("{http://purl.org/dc/elements/1.1/}title") or "").strip()
    write = "give it one in the program that made it (File, Properties), and export it again"
    if not title:
        yield FileRemark("has no title, so browsers show its file name", write, is_warning=False)
    elif _WORKING_TITLE.search(title) or _PATH.search(title):
        yield FileRemark(f"has a working title, which browsers show: {shortened(title)!r}", write, is_warning=False)
    if authors := _comments(pdf):
        yield FileRemark(f"has comments of {', '.join(authors[:3])}", _UNMEANT)
    if pdf.attachments:
        yield FileRemark("has other files inside", _UNMEANT)


def _comments(pdf: pikepdf.Pdf) -> list[str]:
    """Return the names of those who have written comments into the pages."""
    found = dict[str, None]()
    for page in pdf.pages[:_MOST_ANNOTATED]:
        for note in page.get("/Annots", ()):
            if isinstance(note, pikepdf.Dictionary) and "/T" in note and note.get("/Subtype") not in _NO_COMMENTS:
                found[str(note["/T"])] = None
    return [repr(name[:40]) for name in found]
