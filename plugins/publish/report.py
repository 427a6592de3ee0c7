"""Says in words what was published."""

from collections.abc import Sequence

from plugins.publish.manifest import Manifest
from plugins.publish.plan import Plan

SHOWN = 5
"""Paths named of each kind; more would bury the counts."""


def published(manifest: Manifest, plan: Plan, name: str, place: str) -> str:
    """Return what a release holds, what it changed, and where it is."""
    lines = [f"Published {summary(manifest)} as release {name}."]
    lines += _kind("new", plan.new) + _kind("changed", plan.changed) + _kind("removed", plan.removed)
    lines += [f"{len(plan.unchanged):>9,} unchanged", _how_to_open(place)]
    return "\n".join(lines)


def unchanged(manifest: Manifest, name: str, place: str) -> str:
    """Return that there was nothing to publish."""
    said = f"Nothing has changed: release {name} has the same {summary(manifest)}."
    return f"{said}\n{_how_to_open(place)}"


def summary(manifest: Manifest) -> str:
    """Return pages, files and size of a release."""
    return f"{manifest.pages:,} pages ({len(manifest.files):,} files, {size(manifest.bytes)})"


def size(count: int) -> str:
    """Return a number of bytes in the unit that suits it: `812 bytes`, `64.2 KB`, `8.4 MB`."""
    if count < 1000:
        return f"{count} bytes"
    value, unit = next(
        (count / scale, unit) for scale, unit in ((10**9, "GB"), (10**6, "MB"), (10**3, "KB")) if count >= scale
    )
    return f"{value:,.1f} {unit}"


def _how_to_open(place: str) -> str:
    return f"It is in {place}; `make open` serves it at a local address."


def _kind(word: str, paths: Sequence[str]) -> list[str]:
    if not paths:
        return []
    more = f" … and {len(paths) - SHOWN:,} more" if len(paths) > SHOWN else ""
    return [f"{len(paths):>9,} {word}: {', '.join(paths[:SHOWN])}{more}"]
