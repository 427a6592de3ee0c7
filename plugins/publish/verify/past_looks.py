"""Memory of looks at a target: the paths that were not seen as published yet, and a check that was not finished.

It is noted before a release and cleared after the look, so a run that is killed in between leaves it too.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from plugins.publish.target_names import file_name


@dataclass(frozen=True, slots=True, kw_only=True)
class PastLook:
    """The end of the last look at a target; without values, a good one."""

    unseen: tuple[str, ...] = ()
    """Paths that readers were not seen to get as published."""
    is_check_open: bool = False
    """True if a look at all files has begun to mend some, and was not finished."""


def past_look(folder: Path, target: str) -> PastLook | None:
    """Return the end of the last look at `target`; None where this checkout knows of none."""
    try:
        kept = json.loads(_place(folder, target).read_text(encoding="utf-8"))
        unseen, is_check_open = tuple(map(str, kept["unseen"])), bool(kept["is_check_open"])
        return PastLook(unseen=unseen, is_check_open=is_check_open)
    except (OSError, ValueError, LookupError, TypeError):
        return None


def note_look(folder: Path, target: str, look: PastLook) -> None:
    """Note in `folder` how the last look at `target` ended."""
    place = _place(folder, target)
    folder.mkdir(parents=True, exist_ok=True)
    partial = place.with_suffix(".partial")
    partial.write_text(json.dumps(asdict(look)), encoding="utf-8")
    partial.replace(place)


def _place(folder: Path, target: str) -> Path:
    return folder / f"{file_name(target)}.look.json"
