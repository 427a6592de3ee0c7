"""`python -m plugins.publish.due`: status 0 if it is time to publish again although nobody has changed anything.

An embargo ends, a promo begins: the next such moment is noted with the last release. Run every minute, so it neither
builds nor uses the network, and imports next to nothing.
"""

import json
import os
import runpy
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plugins.newsroom import clock
from plugins.publish.target_names import TARGET_CACHE, checked_target, file_name, variable_of

if TYPE_CHECKING:  # takes as long to load as all the others
    from plugins.publish.site.model import Notes

SETTINGS = Path("publishconf.py")
DEFAULT_TARGET = "published"
"""Default of `settings.py`, which takes longer to load than this whole program."""


class Answer(NamedTuple):
    """Answer whether it is time, with the reason in a line."""

    is_due: bool
    words: str


def remember(folder: Path, target: str, notes: "Notes") -> None:
    """Note in `folder` the moment at which the present release at `target` goes out of date."""
    place = _place(folder, target)
    folder.mkdir(parents=True, exist_ok=True)
    partial = place.with_suffix(".partial")
    partial.write_text(json.dumps({"due": notes.due, "timezone": notes.timezone}), encoding="utf-8")
    partial.replace(place)


def is_due(folder: Path, target: str, now: datetime) -> Answer:
    """Tell whether it is time at `now`; it is, too, where nothing is noted."""
    try:
        kept = json.loads(_place(folder, target).read_text(encoding="utf-8"))
        due = None if kept["due"] is None else datetime.fromtimestamp(kept["due"], _zone(kept["timezone"]))
    except (OSError, ValueError, LookupError, TypeError, OverflowError):
        return Answer(True, "It is time: nothing is known here of the last release.")
    if due is None:
        return Answer(False, "Not yet: nothing changes until somebody changes it.")
    if due > now:
        return Answer(False, f"Not yet: the next change falls at {due:%Y-%m-%d %H:%M %Z} (in {_duration(due - now)}).")
    return Answer(True, f"It is time: a change fell at {due:%Y-%m-%d %H:%M %Z} ({_duration(now - due)} ago).")


def main(environment: Mapping[str, str]) -> int:
    """Print whether it is time; return 0 if so, else 1. Problems are left to `make publish`, so then it is time too."""
    try:
        target = variable_of(environment, "PUBLISH_TARGET")
        target = target or str(runpy.run_path(str(SETTINGS)).get("PUBLISH", {}).get("target", DEFAULT_TARGET))
        target = checked_target(target)
        now = clock.now()
    except Exception as error:  # the settings are a program, which may raise anything
        print(f"It is time: settings or clock cannot be read ({type(error).__name__}); make publish says more.")
        return 0
    answer = is_due(TARGET_CACHE, target, now)
    print(answer.words)
    return 0 if answer.is_due else 1


def _place(folder: Path, target: str) -> Path:
    return folder / f"{file_name(target)}.due.json"


def _zone(name: str) -> tzinfo:
    """Return the publication's time zone; UTC where this machine does not know it."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return UTC


def _duration(time: timedelta) -> str:
    """Return a length of time in its two largest units: `3 h 12 min`."""
    hours, minutes = divmod(int(time.total_seconds()) // 60, 60)
    days, hours = divmod(hours, 24)
    parts = [f"{count} {unit}" for count, unit in ((days, "d"), (hours, "h"), (minutes, "min")) if count]
    return " ".join(parts[:2]) or "less than a minute"


if __name__ == "__main__":
    sys.exit(main(os.environ))
