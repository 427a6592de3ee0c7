"""Targets of links and pictures in the text: files of the content folder, or addresses elsewhere."""

import posixpath
import re
from collections.abc import Collection
from urllib.parse import unquote

from plugins.attachments.attachment_types import ATTACHMENT_TYPES, suffix_of

_BRACES = re.compile(r"\{(?P<word>\w+)\}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_QUOTED = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "% #?()"})
"""Signs of a name that end an address, or mean something in one."""
_FILE_WORDS = ("filename", "static", "attach")
_TEXT_NAME = re.compile(r"\.(?:md|markdown|mdown|mdwn|mkd|mkdn|mdtext)$", re.IGNORECASE)
_OTHER_FILE = re.compile(
    r"\.(?:7z|aac|apk|bat|dmg|dot[mx]?|dwg|dxf|eps|exe|gz|hei[cf]|indd|jar|key|kmz|m4v|mobi|mpe?g|msi|numbers|og[av]|pages|"
    r"pkg|pps[mx]?|pptm|psd|rar|sh|tar|tiff?|wm[av]|xls[bm]|docm|xml)$",
    re.IGNORECASE,
)
"""More kinds of files that authors put beside an article for readers to open; no ends of host names."""
_FOLDERS = ("/articles/", "/pages/", "/pictures/")
"""Folders of the content folder that an address with a slash before it may name a file of."""
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
    written, suffix = file_and_suffix(target.removeprefix(prefix))
    named = f"/{path}" if written.startswith("/") else posixpath.relpath(path, posixpath.dirname(source))
    return f"{prefix}{named.translate(_QUOTED)}{suffix}"


def names_content(target: str) -> bool:
    """Tell whether a link's target is a file of the content folder: an article, a page, a picture, a file to open."""
    braces = _BRACES.match(target)
    if braces:
        return braces["word"] in _FILE_WORDS
    path = file_and_suffix(target)[0]
    if is_outside(target) or not path:
        return False
    is_picture = is_picture_name(path) and (not path.startswith("/") or path.startswith("/pictures/"))
    is_file = path.startswith("/files/") or (is_file_name(path) and path.startswith(_FOLDERS))
    return is_picture or is_file or (not path.startswith("/") and (is_text_name(path) or is_file_name(path)))


def names_file(target: str) -> bool:
    """Tell whether a link's target is a file of the content folder that readers open: no text, and no picture."""
    path = file_and_suffix(target)[0]
    return names_content(target) and not (names_text(path) or is_picture_name(path))


def named_as_file(target: str, own_types: Collection[str]) -> str:
    """Return the target of a link to a file of one of these types so that all know it for one; others as they are."""
    path = file_and_suffix(target)[0]
    is_below = path.startswith(_FOLDERS) or not path.startswith("/")
    is_own = suffix_of(path) in own_types and is_below and not (is_outside(target) or names_content(target))
    return f"{{attach}}{target}" if is_own else target


def unknown_braces(target: str) -> str | None:
    """Return the word in braces that a target begins with, unless it is one that means a file."""
    braces = _BRACES.match(target)
    return braces["word"] if braces and braces["word"] not in _FILE_WORDS else None


def split_suffix(target: str) -> tuple[str, str]:
    """Return the target without and its `?query#fragment`."""
    end = re.search(r"[?#]", target)
    return (target[: end.start()], target[end.start() :]) if end else (target, "")


def file_and_suffix(target: str) -> tuple[str, str]:
    """Return the target without and its `?query#fragment`.

    A sign that begins one is part of the name where only then it is the name of a file: `Rates #3.pdf`.
    """
    path, suffix = split_suffix(target)
    if path and suffix and is_file_name(target) and not (is_file_name(path) or is_text_name(path)):
        return target.replace("#", "%23").replace("?", "%3F"), ""
    return path, suffix


def is_text_name(target: str) -> bool:
    """Tell whether a target ends as the name of a file in Markdown does; Pelican reads these too."""
    return target.endswith(".md") or _TEXT_NAME.search(target) is not None


def names_text(path: str) -> bool:
    """Tell whether a path, without query and fragment, may be that of a text: it ends as one does, or has no ending."""
    return is_text_name(path) or "." not in path.rpartition("/")[2]


def is_file_name(target: str) -> bool:
    """Tell whether a target ends as the name of a file to open does, such as a PDF."""
    return suffix_of(target) in ATTACHMENT_TYPES or _OTHER_FILE.search(target) is not None


def is_shown_or_opened(target: str) -> bool:
    """Tell whether a target ends as the name of a picture or of a file to open does."""
    return is_picture_name(target) or is_file_name(target)


def is_picture_name(target: str) -> bool:
    """Tell whether a target ends as the name of a picture file does."""
    return _PICTURE_NAME.search(target) is not None
