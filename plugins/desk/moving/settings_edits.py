"""Edits of the settings files that name a page: in its footer, as the newsletter's page or as that of privacy."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.newsroom.settings_places import SETTINGS_FILES

_DICTS = ("PAGES", "CTA")
_KEYS = frozenset(("footer", "newsletter_page", "privacy_page"))
"""Keys in these dicts, at any depth, with the slugs of pages behind them."""
DEFAULTS = {"newsletter": "PAGES['newsletter_page']", "privacy": "'privacy_page' in CTA['newsletter']"}
"""Slugs that stand where settings say nothing, and the setting that would name another."""


class EditedSettings(NamedTuple):
    """A settings file that names a page by its next slug."""

    path: Path
    lines: tuple[int, ...]
    data: bytes


def edited_settings(old: str, new: str, files: tuple[Path, ...] = SETTINGS_FILES) -> Iterator[EditedSettings]:
    """Yield the settings files in which the page `old` is named, with `new` in its place."""
    for path in files:
        source = path.read_bytes() if path.is_file() else b""
        found = sorted(_literals(ast.parse(source), old), key=lambda node: (node.lineno, node.col_offset), reverse=True)
        if not found:
            continue
        lines = source.splitlines(keepends=True)
        for node in found:
            line = lines[node.lineno - 1]
            written = line[node.col_offset : node.end_col_offset]
            edited = written.replace(old.encode(), new.encode(), 1)
            lines[node.lineno - 1] = line[: node.col_offset] + edited + line[node.end_col_offset :]
        yield EditedSettings(path, tuple(node.lineno for node in reversed(found)), b"".join(lines))


def _literals(tree: ast.Module, slug: str) -> Iterator[ast.Constant]:
    for statement in tree.body:
        if isinstance(statement, ast.Assign) and {*map(ast.unparse, statement.targets)} & {*_DICTS}:
            for node in ast.walk(statement.value):
                yield from _named(node, slug)


def _named(node: ast.AST, slug: str) -> Iterator[ast.Constant]:
    for key, value in zip(node.keys, node.values, strict=True) if isinstance(node, ast.Dict) else ():
        if isinstance(key, ast.Constant) and key.value in _KEYS:
            values = value.elts if isinstance(value, ast.List | ast.Tuple) else [value]
            yield from (each for each in values if isinstance(each, ast.Constant) and each.value == slug)
