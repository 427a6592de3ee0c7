"""Who may import whom: the directions that docs/architecture.md draws."""

import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.architecture.source import (
    ATTACHMENTS,
    ENGINE,
    LIBRARY,
    PICTURES,
    PLUGINS,
    ROOT,
    Module,
    imported_names,
    modules,
)

EDGES = frozenset({"__init__.py", "__main__.py", "plugin.py"})
"""Files of a plugin that may know Pelican."""

LIBRARY_IMPORTS = ("pydantic", "pydantic_core", "markupsafe", "unidecode", "plugins.newsroom", "plugins.stet")

LIBRARY_EXTRAS = {"terms.py": "numpy", "near_misses.py": "rapidfuzz"}
"""Libraries that single modules may import too: whoever calls them has something to read or to compare."""

ENGINE_IMPORTS = {
    "__init__.py": ("plugins.stet.plugin",),
    "__main__.py": ("pelican", "rich", "plugins.stet"),
    "plugin.py": ("pelican", "plugins.stet", "plugins.newsroom"),
    "bar.py": ("rich", "plugins.stet"),
}
"""What the engine's files may import beside the standard library; all others its core alone, which is all the rest."""

PROCESSES = frozenset({"plugins/preview/build_worker.py"})
"""Edges too: programs that are started as processes of their own, and show on a terminal how far they are."""

COMMANDS_FREE_OF_PELICAN = frozenset({"publish"})
"""Run Pelican as a process, and import it nowhere."""


def offences(module: Module, *forbidden: str) -> list[str]:
    return [
        f"{module.place}:{line}: {name}"
        for line, name in imported_names(module.tree)
        if any(name == word or name.startswith(f"{word}.") for word in forbidden)
    ]


def test_only_the_edge_of_a_plugin_imports_pelican() -> None:
    cores = [module for module in modules() if module.path.name not in EDGES]

    assert [found for module in cores for found in offences(module, "pelican", "blinker")] == []


def test_publishing_runs_pelican_as_a_process_only() -> None:
    chosen = [module for module in modules() if module.package in COMMANDS_FREE_OF_PELICAN]

    assert [
        found
        for module in chosen
        for found in offences(module, "pelican", "blinker", f"plugins.{ENGINE}.plugin", f"plugins.{ENGINE}.bar")
    ] == []


def strangers(module: Module, *allowed: str) -> list[str]:
    """Return what a module imports that is neither allowed nor of the standard library."""
    return [
        f"{module.place}:{line}: {name}"
        for line, name in imported_names(module.tree)
        if name.split(".")[0] not in sys.stdlib_module_names
        and not any(name == word or name.startswith(f"{word}.") for word in allowed)
    ]


def test_no_plugin_imports_another() -> None:
    found = [
        f"{module.place}:{line}: {name}"
        for module in modules()
        for line, name in imported_names(module.tree)
        if name.startswith("plugins.") and name.split(".")[1] not in _shared_with(module.package)
    ]

    assert found == []


def _shared_with(package: str) -> tuple[str, ...]:
    """Return the packages that one may import; pictures lie below attachments."""
    return (package, LIBRARY, ENGINE, PICTURES, *([ATTACHMENTS] if package != PICTURES else []))


@pytest.mark.parametrize("library", [PICTURES, ATTACHMENTS])
def test_only_the_edge_of_a_library_is_kept_from_other_plugins(library: str) -> None:
    others = [module for module in modules() if module.package != library]

    assert [found for module in others for found in offences(module, f"plugins.{library}.plugin")] == []


def test_the_library_imports_the_standard_library_pydantic_and_markupsafe_only() -> None:
    chosen = [module for module in modules() if module.package == LIBRARY]

    assert [
        found
        for module in chosen
        for found in strangers(module, *LIBRARY_IMPORTS, LIBRARY_EXTRAS.get(module.path.name, LIBRARY))
    ] == []


def engine_core() -> list[str]:
    """Return the names of the engine's modules that know neither Pelican nor a terminal."""
    files = (PLUGINS / ENGINE).rglob("*.py")
    core = [file.relative_to(ROOT).with_suffix("") for file in files if file.name not in ENGINE_IMPORTS]
    return sorted(".".join(file.parts) for file in core)


def test_the_engines_core_imports_the_standard_library_only() -> None:
    core = engine_core()
    chosen = [module for module in modules() if module.package == ENGINE and module.path.name not in ENGINE_IMPORTS]

    assert len(core) > 10
    assert [found for module in chosen for found in strangers(module, *core)] == []


def test_the_engine_knows_no_newsroom_and_its_edge_only_pelican() -> None:
    chosen = [module for module in modules() if module.package == ENGINE and module.path.name in ENGINE_IMPORTS]

    assert [found for module in chosen for found in strangers(module, *ENGINE_IMPORTS[module.path.name])] == []


def test_only_the_edge_of_a_plugin_asks_for_the_engine_of_the_run() -> None:
    cores = [module for module in modules() if module.path.name not in EDGES and module.place not in PROCESSES]
    edges = [f"plugins.{ENGINE}.{name}" for name in ("plugin", "bar", "__main__")]

    assert [found for module in cores for found in offences(module, *edges)] == []


def test_whatever_is_imported_is_named_in_pyproject() -> None:
    """Also what another package brings: it may stop to do so, and then the lock would lack it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {plain(re.split(r"[\[<>=~ ]", entry)[0]) for entry in project["dependencies"]}
    own = sys.stdlib_module_names | {"plugins"}
    packages = packages_distributions()
    found = {
        f"{module.place}:{line}: {name}"
        for module in modules()
        for line, name in imported_names(module.tree)
        if (top := name.split(".")[0]) not in own and named.isdisjoint(map(plain, packages[top]))
    }

    assert found == set()


def plain(distribution: str) -> str:
    """Return the name of a distribution as all its spellings are compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


def test_imports_are_absolute() -> None:
    found = [
        f"{module.place}:{line}: {name}"
        for module in modules()
        for line, name in imported_names(module.tree)
        if name.startswith(".")
    ]

    assert found == []


def test_nothing_imports_the_tests() -> None:
    settings = [Module(path) for path in (ROOT / "pelicanconf.py", ROOT / "publishconf.py")]

    assert [found for module in [*modules(), *settings] for found in offences(module, "tests")] == []


def test_the_theme_names_no_plugin() -> None:
    found = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "theme").rglob("*"))
        if path.suffix in {".html", ".css", ".js", ".toml", ".txt", ".xml"}
        and any(f"plugins.{package.name}" in path.read_text(encoding="utf-8") for package in PLUGINS.iterdir())
    ]

    assert found == []
