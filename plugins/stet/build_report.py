"""Says in words what a build did."""

from collections.abc import Iterable

from plugins.stet.build import Explanation, Report

SHOWN = 5
"""Paths named of each kind; more would bury the counts."""


def build_summary(report: Report) -> str:
    """Return one line on what was written, and which files where they are few."""
    changed, removed = len(report.written) - report.new, len(report.removed)
    files = f"{report.new:,} new, {changed:,} changed, {removed:,} removed, {report.kept:,} kept"
    counts = f"{files}; {report.rendered:,} rendered"
    named = [*report.written, *report.removed]
    paths = f": {', '.join(named)}" if 0 < len(named) <= SHOWN else ""
    return f"Output: {counts}{paths}"


def rehearsal_in_words(report: Report) -> str:
    """Return what a build would do, a line for every file that it would write or remove."""
    lines = [build_summary(report)]
    lines += [f"  write   {path}: {why}" for path, why in report.written.items()]
    lines += [f"  remove  {path}" for path in report.removed]
    return "\n".join(lines)


def explanation_in_words(path: str, found: Explanation) -> str:
    """Return what there is to say of one file."""
    if not found.is_wanted:
        return f"{path}: there is no such file in this build; give the path below the output folder"
    what = f"the next build writes it, as {found.why}" if found.why else "the next build leaves it alone"
    lines = [f"{path}: {what}"]
    lines += [f"It was last written because {found.last}."] if found.last else []
    lines += ["It is made from:", *_made_from(found)]
    return "\n".join(lines)


def _made_from(found: Explanation) -> Iterable[str]:
    for space, name in found.made_from:
        changed = "  (has changed)" if (space, name) in found.changed else ""
        yield f"  {space} {name}".rstrip() + changed
