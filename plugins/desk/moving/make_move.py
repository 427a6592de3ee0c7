"""Writing what a move has planned: all of it or nothing.

Everything is written beside the content first, into a folder whose last renaming decides: a run that ends before it has
changed nothing, and what one that ends behind it has left is finished by the next.
"""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from plugins.desk.files.strays import UNFINISHED_MOVE
from plugins.desk.moving.moved_thing import MoveError
from plugins.desk.moving.plan_move import MovePlan

_PREPARED = f"{UNFINISHED_MOVE}.part"
_PLAN = "plan.json"


def make_move(root: Path, plan: MovePlan) -> None:
    """Make a move in the content folder `root`. Raises MoveError where something cannot be written."""
    prepared = root / _PREPARED
    for folder in _folders_to_write(root, plan):
        if not os.access(folder, os.W_OK | os.X_OK):
            raise MoveError(f"{folder} cannot be written (Permission denied); nothing has been changed")
    try:
        shutil.rmtree(prepared, ignore_errors=True)
        prepared.mkdir()
        for number, data in enumerate(plan.files.values()):
            (prepared / str(number)).write_bytes(data)
        record = {"rename": plan.rename, "files": list(plan.files)}
        (prepared / _PLAN).write_text(json.dumps(record), encoding="utf-8")
        prepared.rename(root / UNFINISHED_MOVE)
    except OSError as error:
        shutil.rmtree(prepared, ignore_errors=True)
        raise MoveError(f"{error.filename} cannot be written ({error.strerror}); nothing has been changed") from None
    finish_move(root)


def _folders_to_write(root: Path, plan: MovePlan) -> Iterator[Path]:
    """Yield the folders in which a move writes or renames files, as they are before it."""
    old, new = plan.rename or ("", "")
    for path in (*plan.files, *filter(None, (old, new))):
        before = f"{old}{path.removeprefix(new)}" if new and path.startswith(f"{new}/") else path
        folder = (root / before).resolve().parent
        yield next(each for each in (folder, *folder.parents) if each.is_dir())


def finish_move(root: Path) -> bool:
    """Finish a move that was begun in the content folder `root`, if there is one, and tell whether there was.

    Raises MoveError where something cannot be written: what is left is done by the next call.
    """
    staging = root / UNFINISHED_MOVE
    if not (staging / _PLAN).is_file():
        return False
    record = json.loads((staging / _PLAN).read_text(encoding="utf-8"))
    try:
        if record["rename"]:
            old, new = (root / path for path in record["rename"])
            if old.exists() and not new.exists():
                old.rename(new)
        for number, path in enumerate(record["files"]):
            written, target = staging / str(number), (root / path).resolve()
            if written.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                if target.exists():
                    shutil.copymode(target, written)
                written.replace(target)
        shutil.rmtree(staging)
    except OSError as error:
        raise MoveError(
            f"{error.filename} cannot be written ({error.strerror}); mend that, and finish the move: make move"
        ) from None
    return True
