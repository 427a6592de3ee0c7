"""Plans and releases in words for people, and as JSON for programs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from plugins.newsroom.listed_articles import scheduled_line, scheduled_times
from plugins.publish.plan.gone_pages import is_list
from plugins.publish.plan.publish_plan import Count, PublishPlan
from plugins.publish.plan.target_look import TargetLook
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Notes, Release
from plugins.publish.site.picture_families import family_of, grouped

SHOWN = 5
"""Paths named of each kind, all files of one picture as one; more would bury the counts."""

LARGE = 10_000_000
"""Bytes from which a file is named with its size before it is sent: a judgement, minutes on a slow line."""

NO_NOTES = Notes()
Told = Mapping[str, Sequence[str]]
NOBODY: Told = {}
NO_FILES: Mapping[str, PublishedFile] = {}

KINDS = (
    ("new", "new"),
    ("changed", "changed"),
    ("headers", "with other headers"),
    ("again", "sent again after an interruption"),
    ("mended", "mended, as they were missing or damaged"),
    ("removed", "removed"),
    ("foreign", "of no release, removed"),
    ("retired", "removed later, when no reader can have a page that shows it"),
    ("dropped", "removed before its time, with what is taken down"),
    ("takes_down", "taken down"),
)
"""Fields of a plan, with the words for them."""


def published(plan: PublishPlan, release: Release, how_to_open: str, done: str = "Published") -> str:
    """Return the report on a new release, or a mended one: its size, its changes, its place."""
    mended = f"Mended release {release.id}: {totals(plan.after)}." if plan.only_mends else ""
    first = mended or f"{done} {totals(plan.after)} as release {release.id}."
    return "\n".join([first, *_kinds(plan), *_large(plan), how_to_open])


def unchanged(plan: PublishPlan, how_to_open: str, found: TargetLook | None = None) -> str:
    """Return the report on a run that had nothing to publish; `found` is the result of a look at all files."""
    if found:
        return f"Nothing has changed, and nothing was to mend: {totals(plan.after)}.\n{how_to_open}"
    return (
        f"Nothing has changed since the last release: {totals(plan.after)}, by the target's record.\n"
        f"{how_to_open} `make publish CHECK=1` looks at the files themselves."
    )


def looked_at(found: TargetLook, place: str, *, removes_foreign: bool) -> str:
    """Return the report on a look at all files of a target: missing, damaged and foreign ones, and its limits."""
    left = "to be removed" if removes_foreign else "left there: make publish CHECK=remove removes them"
    kinds = (
        ("missing", found.missing),
        ("damaged", found.damaged),
        ("missing or damaged of the publisher's own", found.records),
        (f"of no release, {left}", found.foreign),
    )
    lines = [f"{len(paths):>9,} {word}: {_some(paths)}" for word, paths in kinds if paths]
    whole = "each is as published" if found.is_whole else "not all are as published"
    title = f"Looked at all {found.looked:,} files at {place}: {whole}."
    return "\n".join([title, *lines, *([found.unseen] if found.unseen else [])])


def plan_as_text(
    plan: PublishPlan, addresses: Sequence[str], place: str, by_others: Sequence[str] = (), told: Told = NOBODY
) -> str:
    """Return a plan for people; `addresses` would be purged, `by_others` are files of other plugins.

    `told` are addresses by the service that would be told of them.
    """
    others = [f"{len(by_others):>9,} of all files by others: {_some(by_others)}"] if by_others else []
    tellings = [f"{len(those):>9,} addresses told to {name}: {_some(those)}" for name, those in told.items()]
    if plan.is_empty:
        title = f"Nothing would change at {place}: {totals(plan.after)}, by its record."
        return "\n".join([title, *others, *tellings])
    title = f"Publishing to {place} would send {len(plan.sent):,} files ({size(sent_bytes(plan))})."
    purged = [f"{len(addresses):>9,} addresses purged: {_some(addresses)}"] if addresses else []
    return "\n".join([title, *_kinds(plan), *_large(plan), *others, *purged, *tellings, "Nothing was sent."])


def releases_forgotten(names: Sequence[str]) -> str:
    """Return the sentence on kept releases that were removed as they held what was taken down."""
    what = "1 kept release" if len(names) == 1 else f"{len(names):,} kept releases"
    return f"{what} held what was taken down, and can be gone back to no more: {_some(names)}."


def remarks_on(notes: Notes, now: datetime | None) -> list[str]:
    """Return sentences on the articles that wait for their time, and on the mistakes that a build went on with.

    Without `now` none on what waits, which the build itself has just said.
    """
    remarks = []
    if notes.scheduled and now:
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
    found: TargetLook | None = None,
    told: Told = NOBODY,
) -> str:
    """Return a plan for programs; `found` is the result of a look at all files."""
    kinds = {field: list(getattr(plan, field)) for field, _ in KINDS}
    entry = {"target": place, **kinds, "unchanged": plan.unchanged, "bytes": sent_bytes(plan)}
    entry |= {"large": large_files(plan)}
    entry |= {"gone": list(plan.gone), "by_others": list(by_others), "purged": list(addresses), "doubts": list(doubts)}
    entry |= {"told": {name: list(those) for name, those in told.items()}}
    entry |= {"warnings": notes.warnings, "waiting": list(notes.waiting)}
    entry |= {"scheduled": scheduled_times(notes.scheduled, notes.timezone), "scheduled_count": notes.scheduled_count}
    entry |= {"look": asdict(found)} if found else {}
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


def large_files(plan: PublishPlan) -> dict[str, int]:
    """Return the sizes of the large files that a plan sends, by path, the largest first."""
    found = {path: file.bytes for path, file in plan.files.items() if file.bytes >= LARGE}
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))


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


def _large(plan: PublishPlan) -> list[str]:
    """Return the line on large files; none where there are none."""
    found = [f"{path} ({size(count)})" for path, count in large_files(plan).items()]
    left = f" … and {len(found) - SHOWN:,} more" if found[SHOWN:] else ""
    return [f"{len(found):>9,} of them large: {', '.join(found[:SHOWN])}{left}"] if found else []


def _gone(addresses: Sequence[str]) -> list[str]:
    """Return the lines on addresses that go without a word of anybody; none where there are none."""
    lists = [address for address in addresses if is_list(address)]
    pages = [address for address in addresses if address not in lists]
    lines = []
    if pages:
        counted = "1 address goes, and answers" if len(pages) == 1 else f"{len(pages):,} addresses go, and answer"
        listed = ", ".join(f'"{address}"' for address in pages[:SHOWN]) + (", …" if len(pages) > SHOWN else "")
        gone = f"For 410 put {listed} into the list gone = [] of content/addresses.toml"
        moved = 'for a redirect write "/old/" = "/new/" there, below [moved]'
        lines.append(f"{counted} 404: {_some(pages)}. {gone}; {moved}.")
    if lists:
        counted = "1 list has" if len(lists) == 1 else f"{len(lists):,} lists have"
        lines.append(f"{counted} no article any more, and no page: {_some(lists)}.")
    return lines


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
