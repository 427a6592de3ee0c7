"""Types of files that texts may link: the one table that links, headers and checks go by."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from plugins.attachments.attachment_values import AttachmentError
from plugins.newsroom.media_types import BINARY_TYPES, TEXT_TYPES
from plugins.newsroom.problems import did_you_mean


class AttachmentType(NamedTuple):
    """A type of files."""

    label: str
    """As links name it, short: "PDF"."""
    media_type: str
    """Without a charset."""
    is_indexed: bool = False
    """True if search engines may list the file by itself, as they do with documents that people read in a browser.

    Of others they would list what is no page: readers would come to a table of figures or a sound without its article.
    """
    is_saved: bool = False
    """True if browsers shall save the file, which they would show as source text: nobody reads that, and XML may run.

    The rest they show, save, or hand to the program for it, as the reader has told them: a telephone shows a Word file.
    """
    is_media: bool = False
    """True of audio and video, which players play."""


_MEDIA_TYPES = {**TEXT_TYPES, **BINARY_TYPES}


def _type(
    label: str, suffix: str, *, indexed: bool = False, saved: bool = False, media: bool = False
) -> AttachmentType:
    return AttachmentType(label, _MEDIA_TYPES[suffix], indexed, saved, media)


ATTACHMENT_TYPES: Mapping[str, AttachmentType] = MappingProxyType(
    {
        "pdf": _type("PDF", "pdf", indexed=True),
        "epub": _type("EPUB", "epub"),
        "doc": _type("Word", "doc", indexed=True),
        "docx": _type("Word", "docx", indexed=True),
        "odt": _type("ODT", "odt", indexed=True),
        "rtf": _type("RTF", "rtf", indexed=True),
        "ppt": _type("PowerPoint", "ppt", indexed=True),
        "pptx": _type("PowerPoint", "pptx", indexed=True),
        "odp": _type("ODP", "odp", indexed=True),
        "xls": _type("Excel", "xls"),
        "xlsx": _type("Excel", "xlsx"),
        "ods": _type("ODS", "ods"),
        "csv": _type("CSV", "csv", saved=True),
        "tsv": _type("TSV", "tsv", saved=True),
        "json": _type("JSON", "json", saved=True),
        "geojson": _type("GeoJSON", "geojson", saved=True),
        "kml": _type("KML", "kml", saved=True),
        "gpx": _type("GPX", "gpx", saved=True),
        "ics": _type("ICS", "ics"),
        "vcf": _type("VCF", "vcf"),
        "txt": _type("TXT", "txt"),
        "zip": _type("ZIP", "zip"),
        "mp3": _type("MP3", "mp3", media=True),
        "m4a": _type("M4A", "m4a", media=True),
        "ogg": _type("OGG", "ogg", media=True),
        "opus": _type("Opus", "opus", media=True),
        "flac": _type("FLAC", "flac", media=True),
        "wav": _type("WAV", "wav", media=True),
        "mp4": _type("MP4", "mp4", media=True),
        "webm": _type("WebM", "webm", media=True),
        "mov": _type("MOV", "mov", media=True),
        "vtt": _type("VTT", "vtt"),
        "srt": _type("SRT", "srt", saved=True),
    }
)
"""By suffix, in small letters."""

_RUNS = "would run in the name of the site, or on the computers of its readers"
_PROGRAM = "put it on a server of its own, and link to that"
REFUSED: Mapping[str, tuple[str, str]] = MappingProxyType(
    dict.fromkeys(("html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml"), (_RUNS, _PROGRAM))
    | dict.fromkeys(
        ("js", "mjs", "svgz", "swf", "wasm", "hta", "php", "cgi", "lnk", "reg", "pif", "wsf"), (_RUNS, _PROGRAM)
    )
    | dict.fromkeys(("exe", "msi", "bat", "cmd", "com", "scr", "ps1", "vbs", "jar", "sh", "command"), (_RUNS, _PROGRAM))
    | dict.fromkeys(("dmg", "pkg", "app", "apk", "deb", "rpm", "appimage", "iso"), (_RUNS, _PROGRAM))
    | dict.fromkeys(("docm", "xlsm", "pptm", "dotm", "xlsb"), ("may hold macros, which run", "save it without macros"))
)
"""Suffixes that no setting allows, each with the reason and what to do."""


def suffix_of(path: str) -> str:
    """Return the suffix of a path in small letters, without its dot."""
    name, _, suffix = path.rpartition("/")[2].rpartition(".")  # for speed: every link of a text is asked
    return suffix.lower() if name else ""


def is_attachment(path: str, types: Mapping[str, AttachmentType] = ATTACHMENT_TYPES) -> bool:
    """Tell whether a file may be published for readers to open, by its name."""
    return suffix_of(path) in types


def unknown_type(path: str, types: Mapping[str, AttachmentType] = ATTACHMENT_TYPES) -> AttachmentError:
    """Return why a file of no known type is not published."""
    suffix = suffix_of(path)
    if suffix in REFUSED:
        reason, remedy = REFUSED[suffix]
        return AttachmentError(f"is not published: files that end in '.{suffix}' {reason}", remedy)
    add = "or add its type in ATTACHMENTS['types'] (docs/more-than-words.md)"
    known = f"save it as one of {', '.join(sorted(types))}, {add}"
    what = f"is of an unknown type, '.{suffix}'" if suffix else "has no ending that names its type"
    return AttachmentError(what, did_you_mean(suffix, types, known, shown=".{}".format) if suffix else known)
