"""Headers of one file: its type, and the time for which it is taken for fresh. All targets use these."""

import re
from collections.abc import Mapping
from functools import lru_cache

from plugins.newsroom.media_types import media_type
from plugins.publish.settings import HeaderSettings

LASTING_FOLDER = "pictures"
LASTING_SUFFIXES = ("avif", "gif", "jpeg", "jpg", "png", "svg", "webp", "woff2")
LASTING = rf"{LASTING_FOLDER}/[^/]+-[0-9a-f]{{8,}}\.(?:{'|'.join(LASTING_SUFFIXES)})$"
"""Paths with a digest of the content, as pictures have, and the face of headlines beside them: a regular expression
that all servers know. It names the folder, since `/assets/plan-20231107.png` has eight such digits too."""
FOREVER = "public, max-age=31536000, immutable"
STALE_SECONDS = 30
"""Seconds for which a page may still be served while a newer one is fetched."""

_LASTING = re.compile(LASTING)


def file_headers(path: str, settings: HeaderSettings) -> Mapping[str, str]:
    """Return Content-Type and Cache-Control of the file at `path` of the output; equal ones are one object."""
    name = path[path.rfind("/") + 1 :]
    # The type depends on the whole of a name that few files have, and on the suffix of all others.
    kind = name if name.endswith((".xml", ".json")) else name[name.rfind(".") :] if "." in name else ""
    return _file_headers(kind, is_lasting_path(path), settings.page_seconds)


def is_lasting_path(path: str) -> bool:
    """Tell whether the file at `path` never changes, as its name holds its digest."""
    return path.startswith(LASTING_FOLDER) and _LASTING.match(path) is not None


def passing(seconds: int) -> str:
    """Return the Cache-Control of files that keep their names, which are fresh for these seconds."""
    return f"public, max-age={seconds}, stale-while-revalidate={STALE_SECONDS}"


@lru_cache(maxsize=1024)
def _file_headers(name: str, is_lasting: bool, page_seconds: int) -> Mapping[str, str]:
    return {"Content-Type": media_type(name), "Cache-Control": FOREVER if is_lasting else passing(page_seconds)}
