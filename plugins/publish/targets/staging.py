"""Puts files of a site into a folder of their own, for programs that send folders."""

import shutil
from collections.abc import Collection, Iterable
from pathlib import Path

from plugins.publish.site.copying import changed_since_build, copy_checked, link_same
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
    """Put links to these files, or copies, below `folder`.

    Compares all sizes, and the digests of the `checked` paths; raises PublishError where one differs.
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
        if not link_same(source, place, file):
            copy_checked(source, place, file)
        elif path in checked and hash_file(place) != file.sha256:
            raise changed_since_build(source)
