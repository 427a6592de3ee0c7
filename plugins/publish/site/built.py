"""The output folder of a build, as a site: read from the build's record where there is one."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from plugins.publish.errors import PublishError
from plugins.publish.site.manifest import BY_OTHERS, PublishedFile, hash_file, sizes_in
from plugins.publish.site.model import Notes, OutputVersion
from plugins.stet.state.ledger_file import File, Record, open_record


class BuiltSite:
    """The build that was in `output` when this was made.

    If the record names every file, the folder is not even listed. Its digests are compared with the contents later,
    when files are sent or copied.
    """

    def __init__(self, output: Path) -> None:
        self._output = output
        self._version: OutputVersion | None = None
        self._is_whole = False
        self.notes = Notes()
        record = open_record(output)
        if record:
            with record:
                self._version, self._is_whole = OutputVersion(record.identity, record.generation), record.is_whole
                self.notes = Notes.from_values(record.notes)

    @property
    def version(self) -> OutputVersion | None:
        """Version of the output; None where the record does not name every file in it."""
        return self._version if self._is_whole else None

    def files(self) -> Mapping[str, PublishedFile]:
        """Return all files by path, in order of path.

        Raises PublishError for a link or a device in a folder that has to be listed.
        """
        return self._files

    def changed_since(self, version: OutputVersion) -> Mapping[str, PublishedFile | None] | None:
        """Return the files that differ from an earlier version, None for one that is gone; None if that is unknown."""
        if not self._is_whole:
            return None
        with self._record() as record:
            found = record.changed_since(version.record, version.generation)
        return None if found is None else {path: file and _published(file) for path, file in found.items()}

    def place(self, path: str) -> Path:
        """Return the place of a file."""
        return self._output / path

    @cached_property
    def _files(self) -> Mapping[str, PublishedFile]:
        listed: Mapping[str, PublishedFile] = {}
        if self._version:
            with self._record() as record:
                listed = {path: _published(file) for path, file in record.files().items()}
        return listed if self._is_whole else self._walk(listed)

    def _walk(self, listed: Mapping[str, PublishedFile]) -> Mapping[str, PublishedFile]:
        """Return the files of the folder; reads those that are not in the record with their path and size."""
        sizes = sizes_in(self._output) if self._output.is_dir() else {}
        unlisted = BY_OTHERS if self._version else ""
        found = {}
        for path, size in sizes.items():
            known = listed.get(path)
            if known and known.bytes == size:
                found[path] = known
            else:
                kind = "" if known else unlisted
                found[path] = PublishedFile(sha256=hash_file(self._output / path), bytes=size, kind=kind)
        return found

    @contextmanager
    def _record(self) -> Iterator[Record]:
        """Open the record again; PublishError if it is not of this build any more."""
        record = open_record(self._output)
        if record:
            with record:
                if OutputVersion(record.identity, record.generation) == self._version:
                    yield record
                    return
        raise PublishError(f"{self._output} was built again meanwhile; run make publish again")


def _published(file: File) -> PublishedFile:
    return PublishedFile(sha256=file.sha256, bytes=file.bytes, kind=file.kind)
