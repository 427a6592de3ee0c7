"""Stray files: those of the content folder that look like texts, but nothing reads them."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from plugins.newsroom.problems import Problem, did_you_mean

_SUFFIX = ".md"
_SUFFIXES = frozenset({_SUFFIX, ".markdown", ".mdown", ".mdwn", ".mkd", ".mkdn", ".mdtext"})
"""Suffixes of Markdown files: Pelican reads some of them, the desk the first alone."""
_PICTURES = "pictures"


def is_suspicious(path: str, kinds: Sequence[str]) -> bool:
    """Tell whether a file at `path`, below the content folder, may be a text that nothing reads."""
    folder, _, name = path.partition("/")
    if path.endswith(_SUFFIX):
        return not name or folder not in kinds
    return _is_text(Path(path))


def stray_files(root: Path, shown_root: str, kinds: Sequence[str]) -> Iterator[Problem]:
    """Find the files in the content folder `root` that their author expects to be read, and that are not."""
    if not root.is_dir():
        yield Problem(shown_root, 1, 1, "no content folder", "make one, or set PATH to where it is")
        return
    for parent, folders, names in os.walk(root):
        is_top = Path(parent) == root
        folders[:] = sorted(name for name in folders if is_open(name))
        for name in list(folders):
            path = Path(parent, name)
            is_known = name in (*kinds, _PICTURES)
            if path.is_symlink() and not is_top and any(map(_is_text, _files(path))):
                what = "a link to a folder, which nothing follows"
                yield _problem(root, shown_root, path, what, "put the folder itself here")
            elif is_top and not is_known:
                folders.remove(name)
                yield from _stray_folder(root, shown_root, path, kinds)
        for name in sorted(filter(is_open, names)):
            yield from _stray_file(root, shown_root, Path(parent, name), kinds)


def _stray_folder(root: Path, shown_root: str, folder: Path, kinds: Sequence[str]) -> Iterator[Problem]:
    if any(map(_is_text, _files(folder))):
        known = (*kinds, _PICTURES)
        remedy = did_you_mean(folder.name, known, f"known folders are: {', '.join(known)}")
        yield _problem(root, shown_root, folder, "a folder that nothing reads", remedy)


def _stray_file(root: Path, shown_root: str, path: Path, kinds: Sequence[str]) -> Iterator[Problem]:
    if not _is_text(path):
        return
    if path.suffix != _SUFFIX:
        remedy = f"call it {path.with_suffix(_SUFFIX).name!r}"
        yield _problem(root, shown_root, path, f"a text that nothing reads: its name ends in {path.suffix!r}", remedy)
    elif path.relative_to(root).parts[0] not in kinds:
        remedy = f"move it to one of the folders {', '.join(kinds)}, or begin its name with '_'"
        yield _problem(root, shown_root, path, "a text that nothing reads here", remedy)


def _is_text(path: Path) -> bool:
    return path.suffix.lower() in _SUFFIXES


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = filter(is_open, folders)
        yield from (Path(parent, name) for name in names if is_open(name))


def is_open(name: str) -> bool:
    """Tell whether a file or folder is looked at; names that begin with `.` or `_` are left alone."""
    return not name.startswith((".", "_"))


def _problem(root: Path, shown_root: str, path: Path, what: str, remedy: str) -> Problem:
    return Problem(f"{shown_root}/{path.relative_to(root).as_posix()}", 1, 1, what, remedy)
