"""Words: a public name stands for one thing in all of `plugins/`, and docstrings begin with a noun or a verb."""

import ast
from collections import defaultdict
from collections.abc import Iterator

import pytest

from tests.architecture.source import Module, modules, packages

SAME_NAME_IN_SEVERAL_PLACES = {
    "register": "Pelican calls it in every plugin",
    "main": "the command of a package, run by its name",
    "check_settings": "the handler of `initialized`, in every plugin that has settings",
}
"""Public functions and classes that are defined more than once, each with the reason."""

SAME_MODULE_IN_SEVERAL_PACKAGES = {
    "plugin": "the edge to Pelican, in every plugin",
    "settings": "the settings of a plugin, in every plugin that has any",
    "target": "the class of a kind of target, in the package of each kind",
}
"""Modules that have their name from another one, each with the reason."""

DEFINITIONS = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)

QUESTIONS = frozenset(
    ["what", "whatever", "who", "whoever", "whom", "whose", "that", "how", "where", "which", "whether"]
)
"""Words that no docstring begins with: they put off its noun."""


def definitions() -> dict[str, list[str]]:
    """Return where each public class and function of a module is defined, by name."""
    found: dict[str, list[str]] = defaultdict(list)
    for module in modules():
        for node in module.tree.body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith(
                "_"
            ):
                found[node.name].append(module.place)
    return found


def docstrings(module: Module) -> Iterator[tuple[int, str]]:
    """Yield line and text of every docstring: of the module, of classes and functions, and those under a name."""
    for node in module.walk():
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.lineno, node.value.value


def test_a_public_name_is_defined_in_one_place() -> None:
    several = {name: places for name, places in definitions().items() if len(places) > 1}

    assert {name: places for name, places in several.items() if name not in SAME_NAME_IN_SEVERAL_PLACES} == {}
    assert SAME_NAME_IN_SEVERAL_PLACES.keys() - several.keys() == set()


def test_a_module_has_its_name_alone() -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for module in modules():
        if not module.path.name.startswith("__"):
            found[module.path.stem].append(module.place)
    several = {name: places for name, places in found.items() if len(places) > 1}

    assert {name: places for name, places in several.items() if name not in SAME_MODULE_IN_SEVERAL_PACKAGES} == {}
    assert SAME_MODULE_IN_SEVERAL_PACKAGES.keys() - several.keys() == set()


@pytest.mark.parametrize("package", packages())
def test_docstrings_begin_with_a_noun_or_a_verb(package: str) -> None:
    found = [
        f"{module.place}:{line}: {text.split()[0]}"
        for module in modules()
        if module.package == package
        for line, text in docstrings(module)
        if text.split() and text.split()[0].strip(",:;`").casefold() in QUESTIONS
    ]

    assert found == []
