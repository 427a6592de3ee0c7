"""Places of settings: file, line and column of a value in the settings files, found in their source."""

import ast
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

SETTINGS_FILES = (Path("publishconf.py"), Path("pelicanconf.py"))
"""The files that a setting may stand in; the first has the last word."""


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
