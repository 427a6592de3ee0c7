"""Settings of a plugin: one dict in `pelicanconf.py`, parsed once, with its mistakes placed at their line."""

import ast
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from plugins.newsroom.problems import Problem, near_miss


class PluginSettings(BaseModel):
    """Base of every plugin's settings: frozen, and an unknown key is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Settings = TypeVar("Settings", bound=PluginSettings)


def read_settings(model: type[Settings], settings: Mapping[str, Any], key: str) -> Settings:
    """Return the settings under `key` as a `model`; without the key, the model's defaults.

    Raises pydantic's ValidationError; `settings_problems` turns one into problems.
    """
    return model.model_validate(settings.get(key, {}))


def settings_problems(model: type[Settings], settings: Mapping[str, Any], key: str) -> list[Problem]:
    """Return what is wrong with the settings under `key`, each at its place in the settings file."""
    try:
        read_settings(model, settings, key)
    except ValidationError as error:
        return [_problem(model, key, item) for item in error.errors()]
    return []


SETTINGS_FILE = "pelicanconf.py"


def _problem(model: type[Settings], key: str, error: Any) -> Problem:
    place = [str(part) for part in error["loc"]]
    line, column = _find(key, place)
    name = ".".join([key, *place])
    if error["type"] == "extra_forbidden":
        meant = near_miss(place[-1], model.model_fields)
        what = f"unknown setting {name!r}"
        remedy = f"did you mean {meant!r}?" if meant else f"known are: {', '.join(sorted(model.model_fields))}"
        return Problem(SETTINGS_FILE, line, column, what, remedy)
    message = error["msg"][0].lower() + error["msg"][1:]
    return Problem(SETTINGS_FILE, line, column, f"{name}: {message}", f"found {error['input']!r}")


def _find(key: str, place: Sequence[str]) -> tuple[int, int]:
    """Return line and column of the innermost part of `key` that stands literally in the settings file."""
    path = Path(SETTINGS_FILE)
    tree = ast.parse(path.read_text(encoding="utf-8")) if path.is_file() else ast.Module([], [])
    for statement in tree.body:
        if isinstance(statement, ast.Assign) and key in {ast.unparse(target) for target in statement.targets}:
            node = _descend(statement.value, place)
            return node.lineno, node.col_offset + 1
    return 1, 1


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
