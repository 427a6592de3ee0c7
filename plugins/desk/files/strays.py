"""Stray files: those of the content folder that look as if they were to be read or shown, but are not."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from plugins.desk.files.copies import backup_of, original_of
from plugins.desk.text.link_targets import is_text_name
from plugins.newsroom.addresses.address_file import ADDRESSES
from plugins.newsroom.addresses.root_folder import ROOT_FOLDER
from plugins.newsroom.brand import BRAND_FOLDER
from plugins.newsroom.embeds.embed_cache import EMBEDS
from plugins.newsroom.problems import Problem, Severity, did_you_mean, shortened
from plugins.newsroom.words.words_of import OWN_WORDS, own_words_name

UNFINISHED_MOVE = ".moving"
"""Folder in the content folder that a move is prepared in, and that is there until it is finished."""
OTHERS_FOLDERS = frozenset({BRAND_FOLDER, ROOT_FOLDER})
"""Folders that other plugins read, who tell of strays in them."""
_PICTURES = "pictures"
_DOCUMENTS = dict.fromkeys((".rst", ".html", ".htm", ".xhtml", ".adoc", ".org", ".tex", ".textile"), "text")
_DOCUMENTS |= dict.fromkeys((".pages", ".gdoc"), "document")
_DOCUMENTS |= dict.fromkeys((".heic", ".heif", ".tif", ".tiff", ".bmp", ".jp2", ".jxl"), "picture")
_DOCUMENTS |= dict.fromkeys((".psd", ".xcf", ".ai", ".eps", ".raw", ".cr2", ".cr3", ".nef", ".arw", ".dng"), "picture")
_OF_LANGUAGE = re.compile(re.escape(own_words_name("?")).replace(r"\?", r"[A-Za-z0-9-]+"))
"""Names of files of own words in other languages; of a language that nobody declares, `words_problems` tells."""
_FOR_THE_ROOT = frozenset({".txt", ".html", ".htm"})
"""Files at the top that other programs ask for, such as `robots.txt`."""
_TABLES = {OWN_WORDS: "own words", ADDRESSES: "former addresses", EMBEDS: "words of embeds"}
"""Files in TOML at the top, with what stands in them."""
_REMEDIES = {
    "text": "write it as Markdown in {name}, or begin its name with '_'",
    "document": "save its text as Markdown in {name}, or begin its name with '_'",
    "picture": "export it as {name}, or begin its name with '_'",
}


def is_suspicious(path: str, kinds: Sequence[str]) -> bool:
    """Tell whether a file at `path`, below the content folder, may be one that nothing reads."""
    folder, _, name = path.partition("/")
    if is_text_name(path):
        return not name or folder not in kinds
    is_unread = _unread_kind(path, folder if name else "", kinds) is not None
    return is_unread or _is_unread_table(path) or backup_of(path) is not None


def stray_files(root: Path, shown_root: str, kinds: Sequence[str]) -> Iterator[Problem]:
    """Find the files in the content folder `root` that their author expects to be read or shown, and that are not."""
    if not root.is_dir():
        yield Problem(shown_root, 1, 1, "no content folder", "make one, or set PATH to where it is")
        return
    if (root / UNFINISHED_MOVE).is_dir():
        what = "a move that was stopped half way"
        yield Problem(f"{shown_root}/{UNFINISHED_MOVE}", 1, 1, what, "finish it: make move")
    for parent, folders, names in os.walk(root):
        is_top = Path(parent) == root
        folders[:] = sorted(name for name in folders if is_open(name))
        for name in list(folders):
            path = Path(parent, name)
            is_known = name in (*kinds, _PICTURES)
            if is_top and name in OTHERS_FOLDERS:
                folders.remove(name)
                continue
            if path.is_symlink() and not is_top and any(is_text_name(file.name) for file in _files(path)):
                what = "a link to a folder, which nothing follows"
                yield _problem(root, shown_root, path, what, "put the folder itself here")
            elif is_top and not is_known:
                folders.remove(name)
                yield from _stray_folder(root, shown_root, path, kinds)
        for name in sorted(filter(is_open, names)):
            yield from _stray_file(root, shown_root, Path(parent, name), kinds)


def misnamed_files(paths: Sequence[str], shown_root: str) -> Iterator[Problem]:
    """Tell of files whose names are not in UTF-8, as archives of older systems leave them."""
    for path in paths:
        shown = os.fsencode(path).decode("utf-8", "replace")
        what = "a file whose name is not in UTF-8, which nothing reads"
        severity = Severity.ERROR if is_text_name(path) else Severity.WARNING
        yield Problem(f"{shown_root}/{shown}", 1, 1, what, "give it, or its folder, another name", severity)


def _stray_folder(root: Path, shown_root: str, folder: Path, kinds: Sequence[str]) -> Iterator[Problem]:
    if any(is_text_name(file.name) for file in _files(folder)):
        known = (*kinds, _PICTURES)
        remedy = did_you_mean(folder.name, known, f"known folders are: {', '.join(known)}")
        yield _problem(root, shown_root, folder, "a folder that nothing reads", remedy)


def _stray_file(root: Path, shown_root: str, path: Path, kinds: Sequence[str]) -> Iterator[Problem]:
    source = path.relative_to(root).as_posix()
    folder = source.rpartition("/")[0].partition("/")[0]
    if is_text_name(path.name):
        if folder not in kinds:
            remedy = f"move it to one of the folders {', '.join(kinds)}, or begin its name with '_'"
            yield _problem(root, shown_root, path, "a text that nothing reads here", remedy)
        elif original := original_of(source, lambda other: (root / other).is_file()):
            is_beside = Path(original).parent == Path(source).parent
            name = Path(original).name if is_beside else Path(original).parent.name
            copied = "a copy of" if is_beside else "a text in a copy of the folder"
            what = f"{copied} {shortened(name)!r}, which is not published"
            remedy = "take over what is new in it and delete it, or give it another name if it is an article of its own"
            yield _problem(root, shown_root, path, what, remedy)
    elif kind := _unread_kind(path.name, folder, kinds):
        name = path.with_suffix(".jpg" if kind == "picture" else ".md").name
        remedy = _REMEDIES[kind].format(name=repr(shortened(name)))
        what = f"a {kind} that nothing reads: {path.suffix!r}"
        yield _problem(root, shown_root, path, what, remedy, Severity.WARNING)
    elif _is_unread_table(source):
        remedy = _table_remedy(source, shown_root)
        yield _problem(root, shown_root, path, "a file that nothing reads", remedy, Severity.WARNING)
    elif (saved := backup_of(path.name)) and path.with_name(saved).is_file() and is_text_name(saved):
        what = f"an old state of {shortened(saved)!r}, which nothing reads"
        yield _problem(root, shown_root, path, what, "delete it if nobody needs it", Severity.NOTICE)


def _is_unread_table(source: str) -> bool:
    """Tell whether a file in TOML may have been meant as the publisher's own words or addresses."""
    if "/" in source:
        return source.rpartition("/")[2] in _TABLES
    return source.endswith(".toml") and source not in _TABLES and not _OF_LANGUAGE.fullmatch(source)


def _table_remedy(source: str, shown_root: str) -> str:
    if "/" in source:
        name = source.rpartition("/")[2]
        return f"move it to {shown_root}/{name}, where {_TABLES[name]} are read"
    known = f"own words stand in {OWN_WORDS}, former addresses in {ADDRESSES}, words of embeds in {EMBEDS}"
    return did_you_mean(source, _TABLES, f"{known}; or begin its name with '_'")


def _unread_kind(name: str, folder: str, kinds: Sequence[str]) -> str | None:
    """Return the kind of a file that nothing reads, by its name and the top folder that it is in."""
    suffix = PurePosixPath(name).suffix.lower()
    if folder not in (*kinds, _PICTURES, "") or (not folder and suffix in _FOR_THE_ROOT):
        return None
    kind = _DOCUMENTS.get(suffix)
    return kind if kind == "picture" or folder != _PICTURES else None


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = filter(is_open, folders)
        yield from (Path(parent, name) for name in names if is_open(name))


def is_open(name: str) -> bool:
    """Tell whether a file or folder is looked at; names that begin with `.`, `_` or `#` are left alone."""
    return not name.startswith((".", "_", "#"))


def _problem(
    root: Path, shown_root: str, path: Path, what: str, remedy: str, severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(f"{shown_root}/{path.relative_to(root).as_posix()}", 1, 1, what, remedy, severity)
