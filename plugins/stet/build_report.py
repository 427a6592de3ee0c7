"""Results of a build, and the words for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plugins.stet.facts import Key

SHOWN = 5
"""Paths named of each kind; more would bury the counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """Result of a build, or of a rehearsal, which writes nothing. Paths are in order."""

    written: Mapping[str, str]
    """New and changed files, each with the reason why."""
    removed: Sequence[str]
    kept: int
    made: int
    """Number of models that were made."""
    rendered: int
    """Number of files that were rendered, also of those whose bytes then were the same."""
    new: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The reasons for one file."""

    is_wanted: bool
    """True if there shall be such a file."""
    why: str | None
    """Reason why the next build will write it; None if it will not."""
    last: str
    """Reason why it was written last; empty if it never was."""
    made_from: tuple[Key, ...]
    """The facts that it is made from."""
    changed: frozenset[Key]
    """All facts that have changed since the last build."""


def build_summary(report: BuildReport) -> str:
    """Return one line of counts, with the names of written and removed files where they are few."""
    changed, removed = len(report.written) - report.new, len(report.removed)
    files = f"{report.new:,} new, {changed:,} changed, {removed:,} removed, {report.kept:,} kept"
    counts = f"{files}; {report.rendered:,} rendered"
    named = [*report.written, *report.removed]
    paths = f": {', '.join(named)}" if 0 < len(named) <= SHOWN else ""
    return f"Output: {counts}{paths}"


def rehearsal_in_words(report: BuildReport) -> str:
    """Return the summary of a rehearsal, and a line for every file that a build would write or remove."""
    lines = [build_summary(report)]
    lines += [f"  write   {path}: {why}" for path, why in report.written.items()]
    lines += [f"  remove  {path}" for path in report.removed]
    return "\n".join(lines)


def explanation_in_words(path: str, found: Explanation) -> str:
    """Return whether and why one file will be written, why it last was, and the facts that it is made from."""
    if not found.is_wanted:
        return f"{path}: there is no such file in this build; give the path below the output folder"
    what = f"the next build writes it, as {found.why}" if found.why else "the next build leaves it alone"
    lines = [f"{path}: {what}"]
    lines += [f"It was last written because {found.last}."] if found.last else []
    lines.append("It is made from:")
    for key in found.made_from:
        changed = "  (has changed)" if key in found.changed else ""
        lines.append(f"  {' '.join(key)}".rstrip() + changed)
    return "\n".join(lines)
