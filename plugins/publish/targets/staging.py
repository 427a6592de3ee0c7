"""Puts files of a site into a folder of their own, for programs that send folders."""

import os
import shutil
from collections.abc import Collection, Iterable
from pathlib import Path

from plugins.publish.errors import PublishError
from plugins.publish.site.copying import changed_since_build
from plugins.publish.site.manifest import PublishedFile, hash_file
from plugins.publish.site.model import PublishedSite


def empty_folder(folder: Path) -> Path:
    """Return the folder, with nothing in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def stage(
    site: PublishedSite, files: Iterable[tuple[str, PublishedFile]], folder: Path, checked: Collection[str]
) -> None:
    """Put links to these files, or copies, below `folder`. Raises PublishError where a file is not that of the site.

    All sizes are compared, and the digests of the `checked` paths.
    """
    checked = frozenset(checked)
    folder.mkdir(parents=True, exist_ok=True)
    made = {""}
    for path, file in files:
        parent, _, _ = path.rpartition("/")
        if parent not in made:
            (folder / parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        source, place = site.place(path), folder / path
        _link(source, place)
        if place.stat().st_size != file.bytes or (path in checked and hash_file(place) != file.sha256):
            raise changed_since_build(source)


def _link(source: Path, place: Path) -> None:
    try:
        os.link(source, place)
    except FileNotFoundError:
        raise PublishError(f"{source} was removed after the build had written it; run again") from None
    except OSError:  # another file system, no links here, or too many of them: a copy does as well
        shutil.copyfile(source, place)
