"""Headers of one file, which all targets use: its type, how long it is taken for fresh, whether it is saved."""

import re
from collections.abc import Mapping
from functools import lru_cache

from plugins.attachments.attachment_types import ATTACHMENT_TYPES
from plugins.newsroom.media_types import media_type
from plugins.publish.settings import HeaderSettings

LASTING_FOLDER = "pictures"
LASTING_SUFFIXES = ("avif", "gif", "jpeg", "jpg", "png", "svg", "webp", "woff2")
LASTING = rf"{LASTING_FOLDER}/[^/]+-[0-9a-f]{{8,}}\.(?:{'|'.join(LASTING_SUFFIXES)})$"
"""Paths with a digest of the content, as pictures have, and the face of headlines beside them: a regular expression
that all servers know. It names the folder, since `/assets/plan-20231107.png` has eight such digits too."""
ATTACHMENTS = r"files/[0-9a-f]{12}/[^/]+$"
"""The same of files that readers open or play; their own names stand behind the digest."""
SAVED_SUFFIXES = (*(suffix for suffix, kind in ATTACHMENT_TYPES.items() if kind.is_saved), "rss", "xml", "xsl")
"""Those that a browser would show as source text, and XML that a publication adds: it may run scripts."""
FOREVER = "public, max-age=31536000, immutable"
SAVED = "attachment"
STALE_SECONDS = 30
"""Seconds for which a page may still be served while a newer one is fetched."""

_FOLDERS = (LASTING_FOLDER, "files/")
_LASTING = re.compile(f"{LASTING}|{ATTACHMENTS}")
_SAVED = re.compile(rf"files/[0-9a-f]{{12}}/[^/]+\.(?:{'|'.join(SAVED_SUFFIXES)})", re.IGNORECASE)


def file_headers(path: str, settings: HeaderSettings) -> Mapping[str, str]:
    """Return Content-Type and Cache-Control of the file at `path` of the output; equal ones are one object.

    Files that browsers shall save have a Content-Disposition; the name is the last part of the path.
    """
    name = path[path.rfind("/") + 1 :]
    # The type depends on the whole of a name that few files have, and on the suffix of all others.
    kind = name if name.endswith((".xml", ".json")) else name[name.rfind(".") :] if "." in name else ""
    is_saved = path.startswith("files/") and _SAVED.fullmatch(path) is not None
    return _file_headers(kind, is_lasting_path(path), is_saved, settings.page_seconds)


def is_lasting_path(path: str) -> bool:
    """Tell whether the file at `path` never changes, as its name holds its digest."""
    return path.startswith(_FOLDERS) and _LASTING.match(path) is not None


def passing(seconds: int) -> str:
    """Return the Cache-Control of files that keep their names, which are fresh for these seconds."""
    return f"public, max-age={seconds}, stale-while-revalidate={STALE_SECONDS}"


@lru_cache(maxsize=1024)
def _file_headers(name: str, is_lasting: bool, is_saved: bool, page_seconds: int) -> Mapping[str, str]:
    saved = {"Content-Disposition": SAVED} if is_saved else {}
    return {"Content-Type": media_type(name), "Cache-Control": FOREVER if is_lasting else passing(page_seconds)} | saved
