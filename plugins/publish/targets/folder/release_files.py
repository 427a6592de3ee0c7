"""A look at all files of a release in a folder, and their mending: each gets a file of its own in place of a link."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from plugins.publish.plan.target_look import TargetLook
from plugins.publish.site.copying import copy_checked
from plugins.publish.site.manifest import PublishedFile, hash_file
from plugins.publish.site.model import PublishedSite

READABLE = 0o444
"""Permissions of a file that a web server of another user needs."""
ENTERABLE = 0o555
"""Those of a folder."""


def inspect_release(folder: Path, files: Mapping[str, PublishedFile], records: Sequence[str] = ()) -> TargetLook:
    """Return how a release in `folder` differs from `files`, all of which are read."""

    def is_same(path: str) -> bool:
        with suppress(OSError):
            place, file = folder / path, files[path]
            return place.stat().st_size == file.bytes and hash_file(place) == file.sha256
        return False

    return compare_entries(dict(_entries(folder)), files, is_same, records)


def compare_entries(
    there: Mapping[str, int], files: Mapping[str, PublishedFile], is_same: Callable[[str], bool], records: Sequence[str]
) -> TargetLook:
    """Return how the entries of a release differ from `files`; `is_same` compares the content of one.

    `there` has the permissions of each by its path, 0 for a link or a device; the path of a folder ends with a slash.
    """
    parents = ["/", *sorted({f"{parent}/" for path in files for parent in parents_of(path)})]
    closed = [path for path in parents if path in there and there[path] & ENTERABLE != ENTERABLE]
    damaged = {path for path in files if path in there and (there[path] & READABLE != READABLE or not is_same(path))}
    missing = [path for path in files if path not in there]
    return TargetLook(
        looked=len(files),
        missing=missing,
        damaged=sorted(damaged | _first_below(closed, files).difference(missing)),
        foreign=sorted(path for path in there if not path.endswith("/") and path not in files),
        records=records,
    )


def mend_release(folder: Path, site: PublishedSite, mended: Sequence[str], foreign: Sequence[str], work: Path) -> None:
    """Put whole files in the place of the `mended` ones of the release in `folder`, and remove the `foreign` ones.

    Each is copied into the folder `work` and renamed, so other releases that had a link to the damaged one keep it, and
    readers get the old file or the new one.
    """
    for path in foreign:
        _remove(folder / path)
        for parent in parents_of(path):
            with suppress(OSError):  # it is not empty
                (folder / parent).rmdir()
    work.mkdir(exist_ok=True)
    files = site.files()
    for path in mended:
        _make_folders(folder, path)
        place, copied = folder / path, work / "copy"
        copied.unlink(missing_ok=True)
        copy_checked(site.place(path), copied, files[path], is_durable=True)
        if place.is_dir() and not place.is_symlink():
            _remove(place)
        copied.replace(place)
    shutil.rmtree(work)


def _entries(folder: Path) -> Iterator[tuple[str, int]]:
    """Yield path and permissions of everything in a folder, as `compare_entries` takes them; follows no link."""
    yield "/", stat.S_IMODE(folder.stat().st_mode)
    for root, folders, files in os.walk(folder):
        for name in (*folders, *files):
            place = Path(root, name)
            mode = place.lstat().st_mode
            is_plain = stat.S_ISDIR(mode) or stat.S_ISREG(mode)
            path = place.relative_to(folder).as_posix()
            yield f"{path}/" if stat.S_ISDIR(mode) else path, stat.S_IMODE(mode) if is_plain else 0


def parents_of(path: str) -> Iterator[str]:
    """Yield the folders that a path is in, the innermost first."""
    parent = path.rpartition("/")[0]
    while parent:
        yield parent
        parent = parent.rpartition("/")[0]


def _first_below(folders: Sequence[str], files: Mapping[str, PublishedFile]) -> set[str]:
    """Return the first file below each folder that readers cannot enter: with it the folder is mended."""
    return {next(path for path in files if f"/{path}".startswith(f"/{folder.lstrip('/')}")) for folder in folders}


def _make_folders(folder: Path, path: str) -> None:
    """Make the folders of a path, in the place of whatever else has their names, and let everybody enter them."""
    folder.chmod(0o755)
    for parent in reversed([*parents_of(path)]):
        place = folder / parent
        if place.is_symlink() or not place.is_dir():
            _remove(place)
            place.mkdir()
        place.chmod(0o755)


def _remove(place: Path) -> None:
    """Remove a file, a link, or a folder with all in it, if it is there."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
