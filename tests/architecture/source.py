"""The kit's own source as the architecture tests read it: files, syntax trees, and the place of every finding."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PLUGINS = ROOT / "plugins"
THEME = ROOT / "theme"
LIBRARY = "newsroom"
ENGINE = "stet"
"""A library too, and with its `plugin.py` a plugin."""
PICTURES = "pictures"
"""The same, above both: what plugins that show pictures share."""
ATTACHMENTS = "attachments"
"""The same, above the three: what plugins that offer files share."""


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file of `plugins/`."""

    path: Path

    @property
    def place(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def package(self) -> str:
        """The plugin, or the library, that the file belongs to."""
        return self.path.relative_to(PLUGINS).parts[0]

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def tree(self) -> ast.Module:
        return _parse(self.path)

    def walk(self) -> Iterator[ast.AST]:
        return iter(nodes(self.tree))


@cache
def _parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    """Return all nodes of a tree, which twenty tests go over."""
    return tuple(ast.walk(tree))


def modules() -> list[Module]:
    return [Module(path) for path in sorted(PLUGINS.glob("*/**/*.py"))]


def packages() -> list[str]:
    """Return the plugins and the libraries: every folder of `plugins/` with Python in it."""
    return sorted({module.package for module in modules()})


def imported_names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and dotted name of every import, also inside functions; `from a import b` is `a.b`."""
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{'.' * node.level}{node.module or ''}.{alias.name}") for alias in node.names)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    yield from (node for node in nodes(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def theme_files(*suffixes: str) -> list[Path]:
    return [path for path in sorted(THEME.rglob("*")) if path.suffix in suffixes]
