"""Plans and releases in words for people, and as JSON for programs."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from plugins.newsroom.listed_articles import scheduled_line, scheduled_times
from plugins.publish.plan.publish_plan import Count, PublishPlan
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Notes, Release
from plugins.publish.site.picture_families import family_of, grouped

SHOWN = 5
"""Paths named of each kind, all files of one picture as one; more would bury the counts."""

NO_NOTES = Notes()
NO_FILES: Mapping[str, PublishedFile] = {}

KINDS = (
    ("new", "new"),
    ("changed", "changed"),
    ("headers", "with other headers"),
    ("again", "sent again after an interruption"),
    ("removed", "removed"),
    ("retired", "removed later, when no reader can have a page that shows it"),
    ("dropped", "removed before its time, with what is taken down"),
    ("takes_down", "taken down"),
)
"""Fields of a plan, with the words for them."""


def published(plan: PublishPlan, release: Release, how_to_open: str, done: str = "Published") -> str:
    """Return the report on a new release: its size, its changes, its place."""
    return "\n".join([f"{done} {totals(plan.after)} as release {release.id}.", *_kinds(plan), how_to_open])


def unchanged(plan: PublishPlan, how_to_open: str) -> str:
    """Return the report on a run that had nothing to publish."""
    return f"Nothing has changed: readers have the same {totals(plan.after)}.\n{how_to_open}"


def plan_as_text(plan: PublishPlan, addresses: Sequence[str], place: str, by_others: Sequence[str] = ()) -> str:
    """Return a plan for people; `addresses` would be purged, and `by_others` are files of other plugins."""
    others = [f"{len(by_others):>9,} of all files by others: {_some(by_others)}"] if by_others else []
    if plan.is_empty:
        return "\n".join([f"Nothing would change at {place}: readers have the same {totals(plan.after)}.", *others])
    title = f"Publishing to {place} would send {len(plan.sent):,} files ({size(sent_bytes(plan))})."
    purged = [f"{len(addresses):>9,} addresses purged: {_some(addresses)}"] if addresses else []
    return "\n".join([title, *_kinds(plan), *others, *purged, "Nothing was sent."])


def releases_forgotten(names: Sequence[str]) -> str:
    """Return the sentence on kept releases that were removed as they held what was taken down."""
    what = "1 kept release" if len(names) == 1 else f"{len(names):,} kept releases"
    return f"{what} held what was taken down, and can be gone back to no more: {_some(names)}."


def remarks_on(notes: Notes, now: datetime) -> list[str]:
    """Return sentences on the articles that wait for their time, and on the mistakes that a build went on with."""
    remarks = []
    if notes.scheduled:
        remarks.append(scheduled_line(notes.scheduled, notes.scheduled_count, notes.timezone, now))
    if notes.warnings:
        counted = "1 warning" if notes.warnings == 1 else f"{notes.warnings:,} warnings"
        remarks.append(f"The content has {counted}; make check-content ALL=1 lists them.")
    if notes.waiting:
        remarks.append(f"Not public yet, and with mistakes to mend before: {_some(notes.waiting)}.")
    return remarks


def plan_as_json(
    plan: PublishPlan,
    addresses: Sequence[str],
    place: str,
    doubts: Sequence[str],
    by_others: Sequence[str] = (),
    notes: Notes = NO_NOTES,
) -> str:
    """Return a plan for programs."""
    kinds = {field: list(getattr(plan, field)) for field, _ in KINDS}
    entry = {"target": place, **kinds, "unchanged": plan.unchanged, "bytes": sent_bytes(plan)}
    entry |= {"gone": list(plan.gone), "by_others": list(by_others), "purged": list(addresses), "doubts": list(doubts)}
    entry |= {"warnings": notes.warnings, "waiting": list(notes.waiting)}
    entry |= {"scheduled": scheduled_times(notes.scheduled, notes.timezone), "scheduled_count": notes.scheduled_count}
    return json.dumps(entry, indent=2, ensure_ascii=False)


def listed(releases: Sequence[Release]) -> str:
    """Return the releases that are kept, newest first, the present one marked."""
    lines = [
        f"{'*' if release.is_current else ' '} {release.id}  {release.pages:>8,} pages {release.files:>9,} files"
        f"{f'  {release.who}' if release.who else ''}"
        for release in releases
    ]
    return "\n".join(lines) if lines else "There is no release yet."


def totals(count: Count) -> str:
    """Return pages, files and, where it is known, size of a release."""
    weight = f", {size(count.bytes)}" if count.bytes else ""
    return f"{count.pages:,} pages ({count.files:,} files{weight})"


def sent_bytes(plan: PublishPlan) -> int:
    """Return the size of all that a plan sends."""
    return sum(file.bytes for file in plan.files.values())


def size(count: int) -> str:
    """Return a number of bytes in the unit that suits it: `812 bytes`, `64.2 KB`, `8.4 MB`."""
    if count < 1000:
        return f"{count} bytes"
    value, unit = next(
        (count / scale, unit) for scale, unit in ((10**9, "GB"), (10**6, "MB"), (10**3, "KB")) if count >= scale
    )
    return f"{value:,.1f} {unit}"


def _kinds(plan: PublishPlan) -> list[str]:
    found = [(word, getattr(plan, field)) for field, word in KINDS]
    lines = [f"{len(paths):>9,} {word}: {_some(paths, plan.files)}" for word, paths in found if paths]
    return [*lines, f"{plan.unchanged:>9,} unchanged", *_gone(plan.gone)]


def _gone(addresses: Sequence[str]) -> list[str]:
    """Return the line on addresses that go without a word of anybody; none where there are none."""
    if not addresses:
        return []
    counted = "1 address goes, and answers" if len(addresses) == 1 else f"{len(addresses):,} addresses go, and answer"
    listed = ", ".join(f'"{address}"' for address in addresses[:SHOWN]) + (", …" if len(addresses) > SHOWN else "")
    where = f"write gone = [{listed}] in content/addresses.toml, or where each went under [moved]"
    return [f"{counted} 404: {_some(addresses)}. For 410 or a redirect {where}."]


def _some(paths: Sequence[str], files: Mapping[str, PublishedFile] = NO_FILES) -> str:
    groups = list(grouped(paths).values())
    shown = groups[:SHOWN]
    left = len(paths) - sum(map(len, shown))
    return f"{', '.join(_named(group, files) for group in shown)}{f' … and {left:,} more' if left else ''}"


def _named(paths: Sequence[str], files: Mapping[str, PublishedFile]) -> str:
    """Return one path, or all files of one picture as one: `pictures/stall (11 files, 310.2 KB)`."""
    if len(paths) == 1:
        return paths[0]
    family = family_of(paths[0])
    name = family[0] if family else paths[0]
    weight = f", {size(sum(files[path].bytes for path in paths))}" if all(path in files for path in paths) else ""
    return f"{name} ({len(paths):,} files{weight})"
