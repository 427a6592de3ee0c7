"""Folders of `plugins/`: none is crowded, imports between them run one way, and modules with logic have tests."""

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.architecture.source import PLUGINS, ROOT, Module, functions, imported_names, modules, packages

MOST_MODULES = 20
WITHOUT_TESTS_OF_THEIR_OWN = frozenset({"__init__.py", "__main__.py"})
"""Run by the tests of commands; what they decide stands in modules beside them."""
REAL_SERVERS = {"publish": ROOT / "tests" / "publish"}
"""Tests against real servers, `<target>/test_<module>.py`, may stand for those of a module alone."""

FLOORS: Mapping[str, tuple[str, ...]] = {
    "desk": ("places", "settings", "front_matter", "text", "files", "checks", "publication", "agenda", "moving"),
    "related": ("ranking", "keeping"),
    "stet": ("state",),
    "publish": (
        "errors",
        "target_names",
        "settings_file",
        "settings",
        "web",
        "site",
        "headers",
        "plan",
        "history",
        "cdn",
        "verify",
        "targets",
        "tell",
        "publish_run",
        "roll_back",
    ),
}
"""Modules and folders of a plugin from the lowest up: each may import those before it, and none that come after."""


def room_of(module: Module) -> str:
    """Return the folder of a plugin that a module is in; of a module beside the folders, its own name."""
    return module.path.relative_to(PLUGINS / module.package).parts[0].removesuffix(".py")


def arrows(package: str) -> Iterator[tuple[str, str, str]]:
    """Yield room, imported room and place of every import between rooms of one plugin."""
    for module in modules():
        for line, name in imported_names(module.tree) if module.package == package else ():
            parts = name.split(".")
            if parts[:2] == ["plugins", package] and len(parts) > 2 and parts[2] != room_of(module):
                yield room_of(module), parts[2], f"{module.place}:{line}: {name}"


def test_no_folder_is_crowded() -> None:
    counts = Counter(module.path.parent for module in modules() if module.path.name != "__init__.py")
    crowded = {folder.relative_to(ROOT).as_posix(): n for folder, n in counts.items() if n > MOST_MODULES}

    assert crowded == {}


@pytest.mark.parametrize("package", packages())
def test_rooms_of_a_plugin_import_one_another_in_one_direction(package: str) -> None:
    graph: dict[str, set[str]] = {}
    for room, imported, _ in arrows(package):
        graph.setdefault(room, set()).add(imported)

    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"{package} imports in a circle: {' ← '.join(error.args[1])}", pytrace=False)


@pytest.mark.parametrize("package", FLOORS)
def test_no_room_imports_one_above_it(package: str) -> None:
    floors = {room: number for number, room in enumerate(FLOORS[package])}

    assert [
        place for room, imported, place in arrows(package) if room in floors and floors.get(imported, -1) > floors[room]
    ] == []


@pytest.mark.parametrize("package", FLOORS)
def test_every_room_has_its_floor(package: str) -> None:
    folders = {path.parent.name for path in (PLUGINS / package).glob("*/__init__.py")}

    assert folders <= set(FLOORS[package])


def has_logic(module: Module) -> bool:
    """Tell whether a module decides something: more than values, types and one-line wrappers."""
    decisions = (ast.If, ast.For, ast.While, ast.IfExp, ast.comprehension)
    steps = [len(node.body) - bool(ast.get_docstring(node)) for node in functions(module.tree)]
    return max(steps, default=0) > 1 or any(isinstance(node, decisions) for node in module.walk())


def places_of_tests(module: Module) -> list[Path]:
    """Return the places where tests of a module may stand."""
    inside = module.path.relative_to(PLUGINS)
    name = f"test_{inside.name}"
    places = [ROOT / "tests" / "unit" / inside.parent / name]
    if module.package in REAL_SERVERS:
        wings = [part for part in inside.parent.parts[1:] if part != "targets"]
        places.append(REAL_SERVERS[module.package].joinpath(*wings, name))
    return places


@pytest.mark.parametrize("package", packages())
def test_every_module_with_logic_has_its_tests(package: str) -> None:
    without = [
        f"{module.place} has no {places_of_tests(module)[0].relative_to(ROOT)}"
        for module in modules()
        if module.package == package
        and module.path.name not in WITHOUT_TESTS_OF_THEIR_OWN
        and has_logic(module)
        and not any(path.is_file() for path in places_of_tests(module))
    ]

    assert without == []
