"""Reading a file that texts may link: whether it can be published, and what its author should know of it."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from plugins.attachments.attachment_types import suffix_of
from plugins.attachments.attachment_values import AttachmentError, FileRemark, SourceAttachment
from plugins.attachments.documents.document_facts import DocumentFacts
from plugins.attachments.file_contents import HEAD, check_content
from plugins.attachments.media.captions import check_captions
from plugins.attachments.media.companions import CAPTIONS
from plugins.attachments.media.media_formats import is_played
from plugins.attachments.media.read_media import read_media

OFFICE = frozenset({"docx", "xlsx", "pptx", "odt", "ods", "odp"})
_OLD_OFFICE = frozenset({"doc", "xls", "ppt"})
_SHOWN_AS_UTF_8 = frozenset({"txt", "vtt", "srt", "json", "geojson", "ics", "vcf"})
_MOST_READ = 20_000_000
"""Bytes of a text that are looked through for signs that are not UTF-8."""
_LARGEST_DOCUMENT = 500_000_000
"""Bytes of a document that is looked into; judgement: no larger one is meant for a browser."""
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x1f\x7f]")
"""Signs that turn letters of a name round, so that `fdp.exe` looks like `exe.pdf`, and those that are no letters."""
_RTF_AUTHOR = re.compile(rb"\{\\(author|operator|company|manager) ([^{}]+)\}")
_PROGRAMS = (".exe", ".msi", ".bat", ".cmd", ".scr", ".ps1", ".vbs", ".js", ".jar", ".dmg", ".apk")
_LITTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def read_attachment(source: str, place: Path) -> SourceAttachment:
    """Return what is known of the file at a place, `source` below the content folder. Raises AttachmentError."""
    _check_place(source, place)
    suffix, size = suffix_of(source), place.stat().st_size
    with place.open("rb") as file:
        head = file.read(HEAD)
    if suffix in OFFICE and head.startswith(b"\xd0\xcf\x11\xe0"):
        raise AttachmentError(
            "asks for a password, or is a file of before 2007", f"save it as .{suffix}, without a password"
        )
    check_content(suffix, head)
    if is_played(source):
        with place.open("rb") as file:
            played, media_remarks = read_media(source, file)
        return SourceAttachment(source, size, played, media_remarks)
    if suffix == CAPTIONS:
        if size > _MOST_READ:
            raise AttachmentError("is too large for captions", "write the words of one recording in it")
        check_captions(PurePosixPath(source).stem, place.read_bytes())
    facts = _document_facts(suffix, place, size)
    remarks = [*facts.remarks, *(FileRemark(*each) for each in _other_remarks(suffix, place, head))]
    names = tuple(dict.fromkeys(told.in_words for told in facts.told))
    if names and facts.kept_for:
        what = f"tells {_listed(names)}, which stays, for {facts.kept_for}"
        remarks.append(FileRemark(what, "take it out in the program that made it, and sign it again"))
        names = ()
    return SourceAttachment(source, size, None, tuple(remarks), names)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _check_place(source: str, place: Path) -> None:
    """Refuse a link to a file that is not in the content folder, and a name that shows another one."""
    root = Path(str(place).removesuffix(source)).resolve()
    if place.is_symlink() and not place.resolve().is_relative_to(root):
        raise AttachmentError("is a link to a file outside the content folder", "put the file itself here")
    if _OVERRIDES.search(source):
        raise AttachmentError("has signs in its name that show it otherwise than it is", "type the name anew")


def _document_facts(suffix: str, place: Path, size: int) -> DocumentFacts:
    """Return what a document tells; libraries are loaded with the first."""
    if size > _LARGEST_DOCUMENT:
        return DocumentFacts()
    if suffix == "pdf":
        from plugins.attachments.documents.pdf_facts import pdf_facts

        return pdf_facts(place)
    if suffix in OFFICE:
        from plugins.attachments.documents.office_facts import office_facts

        return office_facts(place)
    return DocumentFacts()


def _other_remarks(suffix: str, place: Path, head: bytes) -> Iterator[tuple[str, str]]:
    if suffix in _OLD_OFFICE:
        what = "is in a format of before 2007, which may hold names and earlier words"
        yield what, f"save it as .{suffix}x, or as PDF"
    elif suffix == "rtf" and (tells := _RTF_AUTHOR.search(head)):
        said = tells[2].decode("latin-1").strip()[:40]
        yield f"tells its {tells[1].decode()} {said!r}", "take that out (File, Properties), or save it as PDF"
    elif suffix == "zip":
        yield from _in_archive(place)
    elif suffix in _SHOWN_AS_UTF_8 and not _is_utf_8(place):
        yield "is not in UTF-8, so readers see wrong letters", "save it again in UTF-8"


def _in_archive(place: Path) -> Iterator[tuple[str, str]]:
    try:
        with zipfile.ZipFile(place) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise AttachmentError("is damaged: it cannot be read to its end", "pack it again") from None
    if program := next((name for name in names if name.lower().endswith(_PROGRAMS)), None):
        yield f"holds a program: {program[:60]!r}", "pack it without, if readers are not meant to run it"
    if any(name.startswith(_LITTER) or name.endswith(_LITTER) for name in names):
        yield "holds files that a system left in it (.DS_Store, Thumbs.db …)", "pack it without them"


def _is_utf_8(place: Path) -> bool:
    with place.open("rb") as file:
        data = file.read(_MOST_READ)
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return error.end >= len(data) == _MOST_READ  # cut in the middle of a letter
    return True
