"""What a build has to do, told from what there is and what there shall be: a pure function."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from plugins.stet.facts import Key
from plugins.stet.outputs import Output
from plugins.stet.state.ledger import Standing

NEW = "it is new"
SPEC = "what it lists has changed"
FACTS = "what it is made from has changed"
TOUCHED = "the file was changed or deleted by hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildPlan:
    """Files by what a build does to them."""

    suspects: Mapping[str, str]
    """Files to make a model of, with the reason why; one whose model turns out the same stays as it is."""
    removed: Collection[str]
    kept: int
    """How many files need not be looked at."""
    changed: Collection[Key]
    """The facts that are not what they were."""


def make_build_plan(
    outputs: Mapping[str, Output],
    specs: Mapping[str, bytes],
    standing: Mapping[str, Standing],
    *,
    touched: Collection[str],
    affected: Collection[int],
    changed: Collection[Key],
) -> BuildPlan:
    """Return what leads from the `standing` files to the `outputs`.

    `touched` are the paths of files that are not as they were left, `affected` the numbers of those that were made from
    a `changed` fact.
    """
    suspects: dict[str, str] = {}
    for path in outputs:
        known = standing.get(path)
        if known is None:
            suspects[path] = NEW
        elif path in touched:  # before all else: nothing can be told from what there was in it
            suspects[path] = TOUCHED
        elif known.spec != specs[path]:
            suspects[path] = SPEC
        elif known.number in affected:
            suspects[path] = FACTS
    removed = sorted(standing.keys() - outputs.keys())
    return BuildPlan(suspects=suspects, removed=removed, kept=len(outputs) - len(suspects), changed=changed)
