"""What a build has left in its output folder, as publishers read it: from the build's record where there is one."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from functools import cached_property
from pathlib import Path
from typing import Any

from plugins.publish.errors import PublishError
from plugins.publish.site.manifest import PublishedFile, hash_file, sizes_in
from plugins.publish.site.model import Notes, OutputVersion
from plugins.stet.state.ledger_file import File, Record, open_record


class BuiltSite:
    """The build that lay in `output` at the first look.

    Where the record says that it names all there is, the folder is not even listed. Its digests need no trust: whoever
    sends or copies a file compares what he reads with them.
    """

    def __init__(self, output: Path) -> None:
        self._output = output
        self._state: OutputVersion | None = None
        self._is_whole = False
        self.notes = Notes()
        record = open_record(output)
        if record:
            with record:
                self._state, self._is_whole = OutputVersion(record.identity, record.generation), record.is_whole
                self.notes = _notes_of(record)

    @property
    def version(self) -> OutputVersion | None:
        """Which state of the output this is; None where the record does not know of all that lies there."""
        return self._state if self._is_whole else None

    def files(self) -> Mapping[str, PublishedFile]:
        """Return all files by path, in order of path.

        Raises PublishError for a link or a device in a folder that has to be listed.
        """
        return self._files

    def changed_since(self, version: OutputVersion) -> Mapping[str, PublishedFile | None] | None:
        """Return what is different from an earlier state of this folder, None for what is gone; None if unknown."""
        if not self._is_whole:
            return None
        with self._record() as record:
            found = record.changed_since(version.record, version.generation)
        return None if found is None else {path: file and _published(file) for path, file in found.items()}

    def place(self, path: str) -> Path:
        """Return where a file lies."""
        return self._output / path

    @cached_property
    def _files(self) -> Mapping[str, PublishedFile]:
        listed: Mapping[str, PublishedFile] = {}
        if self._state:
            with self._record() as record:
                listed = {path: _published(file) for path, file in record.files().items()}
        return listed if self._is_whole else self._walk(listed)

    def _walk(self, listed: Mapping[str, PublishedFile]) -> Mapping[str, PublishedFile]:
        """Return what lies in the folder, read where the record does not know it by its size."""
        sizes = sizes_in(self._output) if self._output.is_dir() else {}
        return {
            path: listed[path]
            if path in listed and listed[path].bytes == size
            else PublishedFile(sha256=hash_file(self._output / path), bytes=size)
            for path, size in sizes.items()
        }

    @contextmanager
    def _record(self) -> Iterator[Record]:
        """Open the record again; PublishError if it is not of this build any more."""
        record = open_record(self._output)
        if record:
            with record:
                if OutputVersion(record.identity, record.generation) == self._state:
                    yield record
                    return
        raise PublishError(f"{self._output} was built again meanwhile; run make publish again")


def _published(file: File) -> PublishedFile:
    return PublishedFile(sha256=file.sha256, bytes=file.bytes, kind=file.kind)


def _notes_of(record: Record) -> Notes:
    """Return what the build says of itself; what other programs note is left alone."""
    named = {each.name for each in fields(Notes)}
    found = {name: value for name, value in record.notes.items() if name in named}
    values: dict[str, Any] = {name: tuple(each) if isinstance(each, list) else each for name, each in found.items()}
    return Notes(**values)
