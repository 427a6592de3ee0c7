"""Links and checked copies of published files, for folders that hold releases."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.publish.errors import PublishError
from plugins.publish.site.manifest import CHUNK, PublishedFile


def link_same(source: Path, place: Path, file: PublishedFile) -> bool:
    """Hard-link `source` to `place` if its size is right and the file system can; tell whether it did."""
    try:
        if source.stat().st_size != file.bytes:
            return False
        os.link(source, place)
    except OSError:  # missing, on another file system, without links here, or with too many: a copy will do
        return False
    return True


def copy_checked(source: Path, place: Path, file: PublishedFile, *, is_durable: bool = False) -> None:
    """Copy `source` to a new file `place`, readable by all; PublishError if its content is not `file`."""
    digest = hashlib.sha256()
    if not source.exists():
        raise PublishError(f"{source} was removed after the build had written it; run again")
    with naming(place), source.open("rb") as reader, place.open("xb") as writer:
        while chunk := reader.read(CHUNK):
            digest.update(chunk)
            writer.write(chunk)
        os.fchmod(writer.fileno(), 0o644)
        if is_durable:
            writer.flush()
            os.fsync(writer.fileno())
    if digest.hexdigest() != file.sha256:
        raise changed_since_build(source)


@contextmanager
def naming(place: Path) -> Iterator[None]:
    """Give an error of the system that names no file, as that of a full disk, the name of the one that was written."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(place)
        raise


def changed_since_build(source: Path) -> PublishError:
    """Return the error for a file whose content is not the one of the build."""
    return PublishError(f"{source} changed after the build had written it; run again")
