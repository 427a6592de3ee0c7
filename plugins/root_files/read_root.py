"""The files of `content/root/`, and the engine's renderer that copies them."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plugins.newsroom.addresses.address_forms import AddressError
from plugins.newsroom.addresses.root_folder import check_root_path, is_leftover
from plugins.newsroom.problems import Problem, shortened
from plugins.newsroom.site_pages import reserved_slugs
from plugins.stet.outputs import FileRenderer, SourceFile

ROOT_FILE = "root file"
"""Name of the kind of files, and of its renderer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RootFile:
    """A file for the root of the site."""

    path: str
    """In the output."""
    source: str
    """Relative to the project's folder."""
    digest: bytes


class RootFileRenderer(FileRenderer):
    """Finds the files that are copied."""

    def source_file(self, model: RootFile) -> SourceFile:
        return SourceFile(Path(model.source), model.digest)


def read_root_files(folder: Path) -> tuple[list[RootFile], list[Problem]]:
    """Return the files of `folder`, in order of path, and the problems of those that cannot be published."""
    files, problems, reserved = [], [], reserved_slugs()
    shown = PurePosixPath(os.path.relpath(folder)).as_posix()
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if is_leftover(name):
                continue
            source = Path(parent, name)
            path = source.relative_to(folder).as_posix()
            try:
                check_root_path(path, reserved)
                with source.open("rb") as opened:
                    digest = hashlib.file_digest(opened, "blake2b").digest()
                files.append(RootFile(path=path, source=f"{shown}/{path}", digest=digest))
            except AddressError as error:
                what = f"{shortened(path)!r} {error.what}"
                problems.append(Problem(f"{shown}/{path}", 1, 1, what, error.remedy))
            except OSError as error:
                what = f"a file that cannot be read ({error.strerror})"
                problems.append(Problem(f"{shown}/{path}", 1, 1, what, "mend or delete it"))
    return sorted(files, key=lambda file: file.path), problems
