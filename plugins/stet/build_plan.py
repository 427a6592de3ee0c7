"""The plan of a build: a pure function of the files of the last build and the outputs that are wanted now."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from plugins.stet.facts import Key
from plugins.stet.state.ledger import KnownFile

NEW = "it is new"
SPEC = "what it lists has changed"
FACTS = "what it is made from has changed"
EDITED = "the file was changed or deleted by hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildPlan:
    """Files that a build has to check or to remove."""

    to_check: Mapping[str, str]
    """Files whose models are made, each with the reason; a file whose model is the same as before stays as it is."""
    removed: Collection[str]
    changed: Collection[Key]
    """The facts that are not as they were."""


def make_build_plan(
    specs: Mapping[str, bytes],
    known_files: Mapping[str, KnownFile],
    *,
    edited: Collection[str],
    affected: Collection[int],
    changed: Collection[Key],
) -> BuildPlan:
    """Return the plan that leads from the `known_files` to outputs of these `specs`, digests by path.

    `edited` are the paths of files that are not as they were left, `affected` the numbers of those that were made from
    a `changed` fact.
    """
    to_check: dict[str, str] = {}
    for path, spec in specs.items():
        known = known_files.get(path)
        if known is None:
            to_check[path] = NEW
        elif path in edited:  # before all else: its old content tells nothing
            to_check[path] = EDITED
        elif known.spec != spec:
            to_check[path] = SPEC
        elif known.number in affected:
            to_check[path] = FACTS
    removed = sorted(known_files.keys() - specs.keys())
    return BuildPlan(to_check=to_check, removed=removed, changed=changed)
