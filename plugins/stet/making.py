"""Models and bytes of the files that a build checks, made here or in workers."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plugins.stet.build_errors import BuildError
from plugins.stet.facts import Trace, View, trace_of
from plugins.stet.outputs import (
    KIND,
    AnyRenderer,
    FileRenderer,
    Kind,
    ModelVersions,
    Output,
    SourceFile,
    fingerprint_of,
)
from plugins.stet.state.file_copy import copy_file
from plugins.stet.state.ledger import FileContent
from plugins.stet.state.output_folder import OutputFolder, refusal
from plugins.stet.step import StepProgress
from plugins.stet.workers import Spread

CHUNK = 100
"""Files that a worker makes at a time; fewer are made without workers."""


class Task(NamedTuple):
    """A file to look into."""

    number: int
    output: Output
    before: FileContent
    """Content of the file; NO_CONTENT if it is not there, or not as it was left."""


class Made(NamedTuple):
    """Result of a task."""

    number: int
    content: FileContent
    trace: Trace
    is_rendered: bool = False
    is_staged: bool = False
    """True if there are new bytes, in the staging folder under the number."""


@dataclass(frozen=True, slots=True)
class FileMaker:
    """Makes files from the values of a view."""

    kinds: Mapping[str, Kind]
    renderers: Mapping[str, AnyRenderer]
    versions: Mapping[str, bytes]
    """Versions of the kinds, by name."""

    def make(
        self, tasks: Sequence[Task], view: View, folder: OutputFolder, spread: Spread, tell: StepProgress
    ) -> Iterator[Made]:
        """Yield the result of each task, in their order; `tell` hears of the progress.

        A file is rendered only if its fingerprint is another, and staged only if its bytes are.
        """
        if len(tasks) > CHUNK:
            self._prepare({task.output.kind for task in tasks})
        count = 0
        for chunk in spread.map(lambda some: [self._make(task, view, folder) for task in some], tasks, CHUNK):
            yield from chunk
            count += len(chunk)
            tell(count, len(tasks))

    def fingerprint(self, output: Output, view: View) -> tuple[bytes, Trace, object]:
        """Return the fingerprint of a file, the facts that it is made from, and its model."""
        kind = self.kinds[output.kind]
        with view.traced() as read:
            view.read(KIND, output.kind)
            model = kind.make(view, output)
        renderer, version = self.renderers[kind.renderer], self.versions[output.kind]
        if isinstance(renderer, ModelVersions):
            version = renderer.model_version(kind.template, model)
        return fingerprint_of(model, version), trace_of(read), model

    def _prepare(self, kinds: set[str]) -> None:
        for name, renderer in self.renderers.items():
            used = [kind for kind in sorted(kinds) if self.kinds[kind].renderer == name]
            renderer.prepare(sorted({self.kinds[kind].template for kind in used}))

    def _make(self, task: Task, view: View, folder: OutputFolder) -> Made:
        fingerprint, trace, model = self.fingerprint(task.output, view)
        if fingerprint == task.before.fingerprint:
            return Made(task.number, task.before, trace)
        renderer = self.renderers[self.kinds[task.output.kind].renderer]
        before = task.before._replace(fingerprint=fingerprint)
        if isinstance(renderer, FileRenderer):
            content = _copied(task.number, before, renderer.source_file(model), folder)
        else:
            content = _written(task.number, before, renderer.render(model), folder)
        return Made(task.number, content, trace, is_rendered=True, is_staged=content.sha256 != before.sha256)


def _written(number: int, before: FileContent, body: bytes, folder: OutputFolder) -> FileContent:
    content = before._replace(sha256=hashlib.sha256(body).digest(), bytes=len(body))
    if content.sha256 != before.sha256:
        try:
            folder.stage(number, body)
        except OSError as error:
            raise refusal(error, folder.staging) from error
    return content


def _copied(number: int, before: FileContent, source: SourceFile, folder: OutputFolder) -> FileContent:
    try:
        copied = copy_file(source.place, folder.staging / str(number), len(source.blake2b))
    except OSError as error:
        raise refusal(error, folder.staging) from error
    if copied.blake2b != source.blake2b:
        raise BuildError(f"{source.place} changed while the build ran; nothing of the output was changed; run again")
    return before._replace(sha256=copied.sha256, bytes=copied.bytes)
