"""`python -m plugins.publish.due`: status 0 if it is time to publish again.

An embargo ends, a promo begins: the next such moment is noted with the last release, and so are the files that it was
made from, and a look at readers' pages that failed. Run every minute, so it neither builds nor uses the network, and
imports next to nothing.
"""

import json
import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plugins.newsroom import clock
from plugins.publish.errors import PublishError
from plugins.publish.settings_file import run_settings
from plugins.publish.source_files import first_difference, source_digests
from plugins.publish.target_names import TARGET_CACHE, checked_target, file_name, variable_of
from plugins.stet.die_with_parent import outlive_readers

if TYPE_CHECKING:  # takes as long to load as all the others
    from plugins.publish.site.model import Notes

SETTINGS = Path("publishconf.py")
ROOT = Path()
SIGNATURES = "sources.json"
"""File beside the notes for signatures of files; all targets share it."""
DEFAULT_TARGET = "published"
"""Default of `settings.py`, which takes longer to load than this whole program."""


class Answer(NamedTuple):
    """Answer whether it is time, with the reason in a line."""

    is_due: bool
    words: str


def remember(folder: Path, target: str, notes: "Notes", sources: Mapping[str, str] | None = None) -> None:
    """Note in `folder` what the present release at `target` was made from, and the moment at which it goes out of date.

    Without `sources` nobody's changes make it time again, as after a rollback, which is a decision of people.
    """
    noted = {"due": notes.due, "timezone": notes.timezone, "sources": sources}
    _write(_place(folder, target), json.dumps(noted))


def open_look(folder: Path, target: str) -> str:
    """Return what the last look at `target` has left open, in words; empty where it was a good one.

    It is noted by `verify/past_looks.py`, which takes longer to load than this whole program.
    """
    try:
        look = json.loads(_place(folder, target, "look.json").read_text(encoding="utf-8"))
        unseen, is_check_open = [str(path) for path in look["unseen"]], bool(look["is_check_open"])
    except (OSError, ValueError, LookupError, TypeError):
        return ""
    if unseen:
        more = f" and {len(unseen) - 1:,} more" if len(unseen) > 1 else ""
        return f"the last look at the published pages did not find {unseen[0]}{more} as published"
    return "a look at all published files was not finished" if is_check_open else ""


def is_due(folder: Path, target: str, now: datetime, root: Path = ROOT) -> Answer:
    """Tell whether it is time at `now` to publish what is below `root`; it is, too, where nothing is noted."""
    try:
        kept = json.loads(_place(folder, target).read_text(encoding="utf-8"))
        due = None if kept["due"] is None else datetime.fromtimestamp(kept["due"], _zone(kept["timezone"]))
        sources = kept["sources"]
    except (OSError, ValueError, LookupError, TypeError, OverflowError):
        return Answer(True, "It is time: nothing is known here of the last release.")
    if due and due <= now:
        return Answer(True, f"It is time: a change fell at {due:%Y-%m-%d %H:%M %Z} ({_duration(now - due)} ago).")
    if sources is not None and (reason := _reason(folder, target, sources, root)):
        return Answer(True, f"It is time: {reason}.")
    if due is None and sources is None:
        return Answer(False, "Not yet: readers have an earlier release (make rollback) until somebody publishes.")
    if due is None:
        return Answer(False, "Not yet: nothing changes until somebody changes it.")
    return Answer(False, f"Not yet: the next change falls at {due:%Y-%m-%d %H:%M %Z} (in {_duration(due - now)}).")


def _reason(folder: Path, target: str, sources: Mapping[str, str], root: Path) -> str:
    """Return why it is time at any time, empty if it is not."""
    if left := open_look(folder, target):
        return left
    changed = first_difference(sources, source_digests(root, folder / SIGNATURES))
    return changed and f"{changed} since the last release"


def main(environment: Mapping[str, str]) -> int:
    """Print whether it is time; return 0 if so, else 1. Problems are left to `make publish`, so then it is time too."""
    try:
        target = variable_of(environment, "PUBLISH_TARGET")
        target = target or str(run_settings(SETTINGS).get("PUBLISH", {}).get("target", DEFAULT_TARGET))
        answer = is_due(TARGET_CACHE, _checked(target), clock.now())
    except PublishError as error:
        print(f"It is time: {error}; make publish says more.")
        return 0
    except Exception as error:  # the settings are a program, which may raise anything
        print(f"It is time: {_in_words(error)}; make publish says more.")
        return 0
    print(answer.words)
    return 0 if answer.is_due else 1


def _checked(target: str) -> str:
    try:
        return checked_target(target)
    except ValueError as error:
        raise PublishError(f"the target {error}") from None


def _in_words(error: Exception) -> str:
    """Return why it cannot be told whether it is time."""
    from plugins.newsroom.settings_places import unread_settings

    if problem := unread_settings(error):
        return f"{problem.path}:{problem.line}:{problem.column}: {problem.what}"
    return f"settings, clock or files cannot be read ({type(error).__name__})"


def _write(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    partial = place.with_suffix(".partial")
    partial.write_text(text, encoding="utf-8")
    partial.replace(place)


def _place(folder: Path, target: str, ending: str = "due.json") -> Path:
    return folder / f"{file_name(target)}.{ending}"


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
    outlive_readers()
    sys.exit(main(os.environ))
