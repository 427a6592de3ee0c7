"""Targets of links and pictures in the text: files of the content folder, or addresses elsewhere."""

import posixpath
import re
from urllib.parse import unquote

_BRACES = re.compile(r"\{(?P<word>\w+)\}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_QUOTED = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "% #?()"})
"""Signs of a name that end an address, or mean something in one."""
_FILE_WORDS = ("filename", "static", "attach")
_TEXT_NAME = re.compile(r"\.(?:md|markdown|mdown|mdwn|mkd|mkdn|mdtext)$", re.IGNORECASE)
_FILE_NAME = re.compile(
    r"\.(?:7z|aac|csv|docx?|eps|epub|flac|geojson|gpx|gz|hei[cf]|ics|json|kml|m4[av]|mov|mp[34]|mpe?g|od[pst]|og[agv]|opus|pdf|"
    r"pptx?|psd|rtf|sh|srt|tar|tiff?|tsv|txt|vtt|wav|webm|xlsx?|xml|zip)$",
    re.IGNORECASE,
)
"""Kinds of files that authors put beside an article for readers to open; no ends of host names."""
_PICTURE_NAME = re.compile(r"\.(?:avif|gif|jpe?g|png|svg|webp)$", re.IGNORECASE)


def is_outside(target: str) -> bool:
    """Tell whether the target has a scheme or a host of its own."""
    return _SCHEME.match(target) is not None


def content_path(source: str, target: str) -> str:
    """Return the path below the content folder that `target`, written in the file `source`, names.

    It begins with `../` when it leads out of the folder.
    """
    path = unquote(split_suffix(_BRACES.sub("", target, count=1))[0])
    folder = "" if path.startswith("/") else posixpath.dirname(source)
    return posixpath.normpath(posixpath.join(folder, path.lstrip("/")))


def target_like(target: str, source: str, path: str) -> str:
    """Return the target that names `path`, below the content folder, in the form of `target` in the file `source`."""
    braces = _BRACES.match(target)
    prefix = braces[0] if braces else ""
    written, suffix = split_suffix(target.removeprefix(prefix))
    named = f"/{path}" if written.startswith("/") else posixpath.relpath(path, posixpath.dirname(source))
    return f"{prefix}{named.translate(_QUOTED)}{suffix}"


def names_content(target: str) -> bool:
    """Tell whether a link's target is a file of the content folder: an article, a page, a picture, a file to open."""
    braces = _BRACES.match(target)
    if braces:
        return braces["word"] in _FILE_WORDS
    path = split_suffix(target)[0]
    if is_outside(target) or not path:
        return False
    is_picture = is_picture_name(path) and (not path.startswith("/") or path.startswith("/pictures/"))
    return is_picture or (not path.startswith("/") and (is_text_name(path) or is_file_name(path)))


def unknown_braces(target: str) -> str | None:
    """Return the word in braces that a target begins with, unless it is one that means a file."""
    braces = _BRACES.match(target)
    return braces["word"] if braces and braces["word"] not in _FILE_WORDS else None


def split_suffix(target: str) -> tuple[str, str]:
    """Return the target without and its `?query#fragment`."""
    end = re.search(r"[?#]", target)
    return (target[: end.start()], target[end.start() :]) if end else (target, "")


def is_text_name(target: str) -> bool:
    """Tell whether a target ends as the name of a file in Markdown does; Pelican reads these too."""
    return target.endswith(".md") or _TEXT_NAME.search(target) is not None


def is_file_name(target: str) -> bool:
    """Tell whether a target ends as the name of a file to open does, such as a PDF."""
    return _FILE_NAME.search(target) is not None


def is_picture_name(target: str) -> bool:
    """Tell whether a target ends as the name of a picture file does."""
    return _PICTURE_NAME.search(target) is not None
