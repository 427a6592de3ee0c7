"""The reference of page models and components for templates, `docs/page-models.md`, from the code and the examples."""

import ast
import inspect
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args, get_type_hints

from plugins.newsroom.page_models import Page
from plugins.press.examples import example_files, read_examples
from plugins.press.overrides.field_types import page_classes

_INTRODUCTION = """\
# Page models

All that a template may read. The template of a kind of page has `page`, a value of the class that names it, `theme`
with `css` and `script`, and `words`, the phrases of the publication's language. A component has its parameters and
`words`. [overrides.md](overrides.md) says how to replace one.

These names are an interface: a name that goes or changes its meaning is in [CHANGELOG.md](../CHANGELOG.md) under "For
overridden templates", and raises the first number of the version. Names in `_html` are HTML already; all other text is
escaped when it is printed.

This page is written by `make docs`; change `plugins/newsroom/page_models.py`, `page_parts.py` or an example in
`theme/examples/`.
"""


def model_reference(theme: Path) -> str:
    """Return the reference as Markdown."""
    kinds = page_classes()
    parts = _parts(kinds)
    return "\n".join(
        [
            _INTRODUCTION,
            "## Every page\n",
            *_section(Page, {}),
            "## Kinds of pages\n",
            *(line for kind in kinds for line in _section(kind, get_type_hints(Page), f"`{kind.template}`: ")),
            "## Parts of pages\n",
            *(line for part in parts for line in _section(part, {})),
            "## Components\n",
            *_components(theme),
        ]
    )


def _parts(kinds: Iterable[type]) -> list[type]:
    """Return the classes of all values that pages hold, by name."""
    found: dict[str, type] = {}
    waiting: list[Any] = [hint for kind in kinds for hint in get_type_hints(kind, include_extras=True).values()]
    while waiting:
        each = waiting.pop()
        waiting += get_args(each)
        if isinstance(each, type) and is_dataclass(each) and each.__name__ not in found:
            found[each.__name__] = each
            waiting += get_type_hints(each, include_extras=True).values()
    return [found[name] for name in sorted(found)]


def _section(kind: type, known: Iterable[str], before: str = "") -> Iterator[str]:
    """Yield the section of a class: the fields that are not `known` by another one."""
    names, meanings = set(known), _meanings(kind)
    about = " ".join((kind.__doc__ or "").split())
    yield f"### {kind.__name__}\n"
    yield f"{before}{about}\n"
    rows = [
        f"| `{name}` | `{_written(annotation)}` | {meaning} |"
        for name, (annotation, meaning) in meanings.items()
        if name not in names and not annotation.startswith("ClassVar")
    ]
    if rows:
        yield "\n".join(["| field | type | |", "|---|---|---|", *rows, ""])


def _meanings(kind: type) -> dict[str, tuple[str, str]]:
    """Return type and meaning of each field of a class and of those it comes from, as its source has them."""
    found: dict[str, tuple[str, str]] = {}
    for each in reversed([each for each in kind.__mro__ if is_dataclass(each)]):
        (tree,) = ast.parse(textwrap.dedent(inspect.getsource(each))).body
        body: list[ast.stmt] = [*(tree.body if isinstance(tree, ast.ClassDef) else []), ast.Pass()]
        for field, words in pairwise(body):
            if isinstance(field, ast.AnnAssign):
                said = words.value if isinstance(words, ast.Expr) else None
                meaning = str(said.value) if isinstance(said, ast.Constant) else ""
                found[ast.unparse(field.target)] = ast.unparse(field.annotation), " ".join(meaning.split())
    return found


def _written(annotation: str) -> str:
    """Return a type as a cell of a table has it."""
    return annotation.replace("|", "\\|")


def _components(theme: Path) -> Iterator[str]:
    for path in example_files(theme):
        file = read_examples(path)
        yield f"### {file.component}\n"
        yield f"`components/{file.component}.html`: {' '.join(file.description.split())}\n"
        rows = [f"| `{each.name}` | `{_written(each.type)}` | {each.description} |" for each in file.parameters]
        yield "\n".join(["| parameter | type | |", "|---|---|---|", *rows, ""])
