"""Places of settings and of mistakes in them: file, line and column in the source of the settings files."""

import ast
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb
from typing import Any

from plugins.newsroom.problems import Problem, shortened

SETTINGS_FILES = (Path("publishconf.py"), Path("pelicanconf.py"))
"""The files that a setting may stand in; the first has the last word."""
UNREAD = 2
"""Status of a command whose settings cannot be read."""


def place_of(
    settings: Mapping[str, Any], key: str, place: Sequence[str], files: Sequence[Path] = SETTINGS_FILES
) -> tuple[Path, int, int]:
    """Return file, line and column of the innermost part of `settings[key]` at `place` that is written there.

    Pelican does not say which file a run reads. So it is the first that assigns the very value of the run; if none does
    (it is computed, or was given to the command), the last that assigns the key at all; else the beginning of the last
    file.
    """
    assigned = [(file, node) for file in files if (node := _assigned(file, key)) is not None]
    same = [(file, node) for file, node in assigned if _is_literally(node, settings.get(key))]
    if not assigned:
        return files[-1], 1, 1
    file, node = (same or assigned[-1:])[0]
    found = _descend(node, place)
    return file, found.lineno, found.col_offset + 1


def _assigned(file: Path, key: str) -> ast.expr | None:
    """Return the last value that `file` assigns to `key`."""
    tree = ast.parse(file.read_text(encoding="utf-8")) if file.is_file() else ast.Module([], [])
    values = (
        statement.value
        for statement in reversed(tree.body)
        if isinstance(statement, ast.Assign) and key in map(ast.unparse, statement.targets)
    )
    return next(values, None)


def _is_literally(node: ast.expr, value: object) -> bool:
    try:
        return bool(ast.literal_eval(node) == value)
    except (ValueError, TypeError):
        return False


def _descend(node: ast.expr, place: Sequence[str]) -> ast.expr:
    for part in place:
        inner = _item(node, part)
        if inner is None:
            break
        node = inner
    return node


def _item(node: ast.expr, part: str) -> ast.expr | None:
    if isinstance(node, ast.Dict):
        for name, value in zip(node.keys, node.values, strict=True):
            if isinstance(name, ast.Constant) and str(name.value) == part:
                return value
    if isinstance(node, ast.List | ast.Tuple) and part.isdecimal() and int(part) < len(node.elts):
        return node.elts[int(part)]
    return None


def unread_settings(error: Exception, files: Sequence[Path] = SETTINGS_FILES) -> Problem | None:
    """Return the problem that running one of `files` ended with `error`; None if it came from elsewhere."""
    names = {file.name for file in files}
    ran = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).name in names]
    remedy = "correct this line, or the one above it"
    if isinstance(error, SyntaxError) and error.filename and (ran or Path(error.filename).name in names):
        what = f"settings that Python cannot read: {error.msg}"
        return Problem(os.path.relpath(error.filename), error.lineno or 1, error.offset or 1, what, remedy)
    if not ran:
        return None
    place = ran[-1]
    what = f"settings that Python cannot run: {type(error).__name__}: {shortened(str(error))}"
    return Problem(os.path.relpath(place.filename), place.lineno or 1, (place.colno or 0) + 1, what, remedy)


@contextmanager
def unread_settings_told() -> Iterator[None]:
    """End the program with a message where a mistake in the settings files ends what is done here."""
    try:
        yield
    except Exception as error:
        problem = unread_settings(error)
        if problem is None:
            raise
        print(problem, file=sys.stderr)
        sys.exit(UNREAD)
