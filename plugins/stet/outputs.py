"""Files that a build writes. The kind of a file makes its model, and a renderer makes bytes of the model."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from plugins.stet.build_errors import BuildError
from plugins.stet.facts import View, digest_of
from plugins.stet.space import Space
from plugins.stet.step import Progress, Step

_REMEDY = "change slug, alias or file name of one of them"


class Output(NamedTuple):
    """One file of the output."""

    path: str
    """Below the output folder, with `/`."""
    kind: str
    spec: tuple[Any, ...]
    """Arguments for the function that makes its model: text, numbers, None and tuples of these."""


class Renderer(Protocol):
    """Turns models into bytes, with templates or otherwise."""

    def version(self, template: str) -> bytes:
        """Return a digest of everything but the model that the bytes depend on."""

    def prepare(self, templates: Iterable[str]) -> None:
        """Do the work now that would else be done in each of several workers."""

    def render(self, model: Any) -> bytes:
        """Return the file that stands for `model`: a pure function of the model and the version."""


class ModelVersions(ABC):
    """Of a renderer that makes some models of a template from less than others, as pages in one of several languages.

    Its `version` stands for all of them: under another one all models are made, and few of them may be rendered.
    """

    @abstractmethod
    def model_version(self, template: str, model: Any) -> bytes:
        """Return a digest of everything but the model that the bytes of this model depend on."""


class SourceFile(NamedTuple):
    """A file whose content is an output as it is."""

    place: Path
    blake2b: bytes
    """Digest of its content, of any length, from when it was read for the model: a file that has changed since ends the
    build."""


class FileRenderer(ABC):
    """Finds files whose content is an output as it is: the engine copies them, and never has one whole in memory."""

    def version(self, template: str) -> bytes:
        """Return a constant: the model holds all that a copy depends on."""
        return b"file"

    def prepare(self, templates: Iterable[str]) -> None:  # noqa: B027 - a copy takes no preparation
        """Do nothing: there are no templates."""

    @abstractmethod
    def source_file(self, model: Any) -> SourceFile:
        """Return the file that `model` stands for."""


AnyRenderer = Renderer | FileRenderer


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of files: a function that makes the model, and the renderer and template that print it."""

    make: Callable[[View, Output], Any]
    """Returns a model: a frozen value whose `repr` has all that the file shows. Reads through the view alone."""
    renderer: str
    """Name of the renderer that the model is for."""
    template: str = ""
    """Name under which the renderer gives a version."""


KIND = Space[str]("kind")
"""Space of the kinds by name, whose versions are their digests; every page reads that of its own."""


def spec_digest(output: Output) -> bytes:
    """Return the digest of the kind and spec of an output."""
    return digest_of((output.kind, output.spec))


def fingerprint_of(model: object, version: bytes) -> bytes:
    """Return the digest of all that a file's bytes depend on."""
    return blake2b(version + digest_of(model), digest_size=16).digest()


def by_path(outputs: Iterable[Output]) -> dict[str, Output]:
    """Return the outputs by path. Raises BuildError, with a line for each, where two want the same one."""
    found: dict[str, Output] = {}
    mistakes: list[str] = []
    for output in outputs:
        other = found.setdefault(output.path, output)
        if other is not output:
            both = f"{output_in_words(other)} and {output_in_words(output)}"
            mistakes.append(f"{output.path}: {both} both want to be written there; {_REMEDY}")
    for path in found:
        for parent in parents(path):
            if parent in found:
                file = output_in_words(found[parent])
                mistakes.append(f"{path}: {file} is a file where a folder is needed; {_REMEDY}")
    if mistakes:
        raise BuildError("\n".join(mistakes))
    return found


class Wanted(NamedTuple):
    """All outputs of a build."""

    specs: Mapping[str, bytes]
    """Digest of the kind and spec of each, by path."""
    output: Callable[[str], Output]
    """Finds one by its path."""
    key: bytes | None
    """Stands for everything that they are planned from; None where a plan has no key."""


Plan = Step[Iterable[Output]]
"""Works out which files there shall be."""


def plan_key(plans: Iterable[Plan]) -> bytes | None:
    """Return the key of several plans together; None where one has none."""
    keys = [plan.key for plan in plans]
    known = [key for key in keys if key is not None]
    return digest_of(tuple(sorted(known))) if len(known) == len(keys) else None


def wanted_of(plans: Sequence[Plan], progress: Progress) -> Wanted:
    """Work out the outputs. Raises BuildError as `by_path` does."""
    found = by_path(output for plan in plans for output in plan.run(progress))
    specs = {path: spec_digest(output) for path, output in found.items()}
    return Wanted(specs, found.__getitem__, plan_key(plans))


def kind_versions(kinds: Mapping[str, Kind], renderers: Mapping[str, AnyRenderer]) -> dict[str, bytes]:
    """Return the versions of all kinds, by name."""
    return {name: renderers[kind.renderer].version(kind.template) for name, kind in kinds.items()}


def parents(path: str) -> list[str]:
    """Return the folders that a path lies in, first the root as the empty path."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[:count]) for count in range(len(parts) + 1)]


def output_in_words(output: Output) -> str:
    """Return its kind and the first thing that it shows."""
    return f"the {output.kind} {output.spec[0]!r}" if output.spec else f"the {output.kind}"
