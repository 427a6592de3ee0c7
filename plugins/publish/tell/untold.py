"""Addresses that nobody could be told yet, and a log of those that were, in the memory of a checkout.

They are noted before a release and cleared after the telling, so a run that is killed in between leaves them too.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from plugins.publish.target_names import file_name
from plugins.publish.tell.changed_addresses import ChangedAddresses

LINES = 500
"""Lines of the log that stay."""
_LINE = 160
_NAMED = 20
"""Addresses named in a line."""


def untold(folder: Path, target: str) -> ChangedAddresses:
    """Return what nobody could be told of earlier releases at `target`."""
    try:
        kept = json.loads(_place(folder, target, "untold.json").read_text(encoding="utf-8"))
        return ChangedAddresses(feeds=tuple(map(str, kept["feeds"])), pages=tuple(map(str, kept["pages"])))
    except (OSError, ValueError, LookupError, TypeError):
        return ChangedAddresses()


def note_untold(folder: Path, target: str, left: ChangedAddresses) -> None:
    """Note in `folder` what is left to be told, for the next run."""
    place = _place(folder, target, "untold.json")
    if left == ChangedAddresses():
        place.unlink(missing_ok=True)
    else:
        _write(place, json.dumps(asdict(left.within_bounds())))


def log_call(folder: Path, target: str, now: datetime, result: str, told: Sequence[str]) -> None:
    """Add a line to the log: time, result, addresses."""
    place = _place(folder, target, "told.log")
    lines = place.read_text(encoding="utf-8").splitlines() if place.is_file() else []
    more = f" and {len(told) - _NAMED:,} more" if len(told) > _NAMED else ""
    lines.append(f"{now:%Y-%m-%dT%H:%M:%SZ} {result}: {' '.join(told[:_NAMED])}{more}")
    _write(place, "\n".join(lines[-LINES:]) + "\n")


def last_told(folder: Path, target: str) -> str:
    """Return a line on the last call, with the place of the log; empty where there was none."""
    place = _place(folder, target, "told.log")
    lines = place.read_text(encoding="utf-8").splitlines() if place.is_file() else []
    return f"Last told: {lines[-1][:_LINE]} ({place} has all)" if lines else ""


def _write(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    partial = place.with_name(f"{place.name}.partial")
    partial.write_text(text, encoding="utf-8")
    partial.replace(place)


def _place(folder: Path, target: str, ending: str) -> Path:
    return folder / f"{file_name(target)}.{ending}"
