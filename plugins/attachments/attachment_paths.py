"""Names of attachments in the output, `files/0123456789ab/Annual report.pdf`, and in addresses."""

import re
import unicodedata
from pathlib import PurePosixPath
from urllib.parse import quote

from plugins.attachments.attachment_values import Attachment
from plugins.pictures.paths import uniform_path

FOLDER = "files"
"""Of the output, and of the content folder."""
_DIGITS = 6
"""Of each half: together 48 bits, so that no two files of one name share them."""
_LONGEST = 150
"""Bytes of a name: file systems take 255, and programs that send files put something behind it meanwhile."""
_DROPPED = re.compile(r"[#?\x00-\x1f\x7f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef]")
"""Signs that no host takes in a name, and those that nobody sees."""
_REPLACED = re.compile(r'[\\/:*"<>|]')
"""Signs that Windows takes in no name."""
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
"""Names that Windows gives to devices."""
_PLAIN = "/!$&'()*+,;=:@-._~"
"""Signs that stand in the path of an address as they are (RFC 3986)."""
_MADE = re.compile(rf"{FOLDER}/(?P<content>[0-9a-f]{{{_DIGITS}}})[0-9a-f]{{{_DIGITS}}}/(?P<name>[^/]+)")


def readable_name(source: str) -> str:
    """Return the name that readers save a file under: its own, but for signs that hosts or systems do not take."""
    name = PurePosixPath(uniform_path(source)).name
    name = unicodedata.normalize("NFC", _REPLACED.sub("-", _DROPPED.sub("", name)))
    stem, dot, suffix = name.rpartition(".")
    stem = stem.strip(" .") or "file"
    while len(f"{stem}.{suffix}".encode()) > _LONGEST and len(stem) > 1:
        stem = stem[:-1].rstrip(" .")
    return f"{'_' if _DEVICES.match(stem) else ''}{stem}{dot}{suffix}"


def attachment_path(attachment: Attachment) -> str:
    """Return the path of a file below the output folder, another one for every other content.

    All files of one content share the first half of the digits, by which a takedown finds them in any release; the
    second half tells apart those that names were taken out of.
    """
    content, digest = attachment.content, attachment.digest
    second_half = content[_DIGITS : 2 * _DIGITS] if digest == content else digest[:_DIGITS]
    return f"{FOLDER}/{content[:_DIGITS]}{second_half}/{attachment.name}"


def attachment_url(attachment: Attachment) -> str:
    """Return the root-relative address of a file, without the site's prefix."""
    return "/" + quote(attachment_path(attachment), safe=_PLAIN)


def is_attachment_path(path: str, source: str, content: str) -> bool:
    """Tell whether a path below the output folder is that of a file with this content, in hexadecimal digits."""
    made = _MADE.fullmatch(path)
    return bool(made and made["name"] == readable_name(source) and content.startswith(made["content"]))


def any_attachment_path(source: str, content: str) -> str:
    """Return a path that stands for the files of this content, whatever was taken out of them."""
    return f"{FOLDER}/{content[:_DIGITS]}{'0' * _DIGITS}/{readable_name(source)}"


def published_name(path: str) -> str | None:
    """Return the name of a file in the address that readers get; None of another path."""
    made = _MADE.fullmatch(path.lstrip("/"))
    return made["name"] if made else None
