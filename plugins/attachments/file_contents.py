"""Contents of files by their first bytes: whether a file is what its name says."""

from plugins.attachments.attachment_values import AttachmentError

HEAD = 4096
"""Bytes that are looked at."""
_ANEW = "save it again, or copy it again from where it came"
_LFS = b"version https://git-lfs.github.com/spec/"
_ZIP, _OLE = (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ISO_MEDIA = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip")
_TEXTS = frozenset({"csv", "tsv", "txt", "json", "geojson", "kml", "gpx", "ics", "vcf", "vtt", "srt"})
_PACKED = frozenset({"docx", "xlsx", "pptx", "odt", "ods", "odp", "epub", "zip"})
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BEGINS = {
    "rtf": (b"{\\rtf",),
    "flac": (b"fLaC", b"ID3"),
    "ogg": (b"OggS",),
    "opus": (b"OggS",),
    "webm": (b"\x1aE\xdf\xa3",),
    "wav": (b"RIFF", b"RF64"),
    "json": (b"{", b"["),
    "geojson": (b"{",),
    "kml": (b"<",),
    "gpx": (b"<",),
    "ics": (b"BEGIN:VCALENDAR",),
    "vcf": (b"BEGIN:VCARD",),
}
_KNOWN = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, or a file of an office program"),
    (_OLE, "a file of an office program of before 2007, or one with a password"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "a text in RTF"),
    (b"bplist", "a list of a Mac"),
)


def check_content(suffix: str, head: bytes) -> None:
    """Refuse a file whose content is not what its suffix says, by its first bytes. Raises AttachmentError."""
    if not head:
        raise AttachmentError("is empty", _ANEW)
    if head.startswith(_LFS):
        raise AttachmentError("is a pointer to Git LFS, not the file itself", "fetch the files: git lfs pull")
    if not head.strip(b"\0"):
        raise AttachmentError("holds zeros only, as if a copy had broken off", _ANEW)
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:200].lower().startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        remedy = "open the address in a browser, and save the file itself"
        raise AttachmentError(f"is a web page that was saved under the name of a .{suffix}", remedy)
    if not _is_content_of(suffix, head, start):
        raise AttachmentError(f"is no .{suffix}: {_name_of(head)}", f"give it the name that it should have, or {_ANEW}")


def _is_content_of(suffix: str, head: bytes, start: bytes) -> bool:
    if suffix == "pdf":
        return b"%PDF-" in head[:1024]
    if suffix in _PACKED:
        return head.startswith(_ZIP)
    if suffix in ("doc", "xls", "ppt"):
        return head.startswith(_OLE)
    if suffix == "mp3":
        return head.startswith(b"ID3") or (head[0] == 0xFF and head[1:2] >= b"\xe0") or b"\xff\xfb" in head
    if suffix in ("m4a", "mp4", "mov"):
        return head[4:8] in _ISO_MEDIA
    if suffix in _TEXTS and b"\0" in head and not head.startswith(_UTF_16):
        return False
    if head.startswith(_UTF_16) and suffix in _TEXTS:
        return True
    return start.startswith(_BEGINS[suffix]) if suffix in _BEGINS else True


def _name_of(head: bytes) -> str:
    for magic, name in _KNOWN:
        if head.startswith(magic):
            return f"it is {name}"
    return "it is something else" if b"\0" in head else "it is a text"
