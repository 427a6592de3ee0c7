"""What a release changes, and whether it may: pure functions of two manifests."""

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.publish.manifest import Manifest

HOME = "index.html"

SHRINK = 2
"""Fewer than 1/SHRINK of the last release's pages are taken for an accident: a judgement, not measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Paths by what a release does to them, each in order of path."""

    new: Sequence[str]
    changed: Sequence[str]
    removed: Sequence[str]
    unchanged: Sequence[str]

    @property
    def is_empty(self) -> bool:
        """Tell whether the release would be the same as the last one."""
        return not (self.new or self.changed or self.removed)


def make_plan(previous: Manifest | None, following: Manifest) -> Plan:
    """Return what leads from `previous` (None before the first release) to `following`."""
    before, after = previous.files if previous else {}, following.files
    return Plan(
        new=sorted(after.keys() - before.keys()),
        changed=sorted(path for path in after.keys() & before.keys() if after[path] != before[path]),
        removed=sorted(before.keys() - after.keys()),
        unchanged=sorted(path for path in after.keys() & before.keys() if after[path] == before[path]),
    )


def doubts(previous: Manifest | None, following: Manifest) -> list[str]:
    """Return why `following` looks like an accident, one sentence each; mostly none."""
    if not following.files:
        return ["The build wrote no file."]
    found = []
    if HOME not in following.files:
        found.append(f"The build has no home page ({HOME}).")
    if previous and following.pages * SHRINK < previous.pages:
        than = f"fewer than half of the last release's {previous.pages:,}"
        found.append(f"The build has {following.pages:,} pages, {than}.")
    return found
