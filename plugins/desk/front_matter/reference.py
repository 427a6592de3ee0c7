"""The reference of front matter for authors, `docs/front-matter.md`, written from the schema itself."""

import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plugins.newsroom.front_matter.schema import KINDS, Fields, needs_unless_draft
from plugins.newsroom.front_matter.types import InWords
from plugins.newsroom.settings import models_in

_INTRODUCTION = """\
# Front matter

Every file in `content/` begins with its front matter: YAML between two lines of `---`, TOML between two of `+++`, or
Pelican's `Key: value` lines with an empty line after them (`Picture.alt: …` for a key inside a group, `Links.1.url: …`
for one inside a list). Keys count without case. Whatever is wrong with it is reported with file, line and column before
anything is built.

This page is written from the schema by `python -m plugins.desk reference`; change
`plugins/newsroom/front_matter/schema.py`, not this file.

- **time**: `2023-11-24 09:30` in the publication's zone, or with an offset: `2023-11-24T09:30+08:00`. A date alone
  means its first minute; fractions of a second do not count.
- **list**: `[one, two]`, or one entry a line after `- `, or `one, two`.
- **text**: no markup. Tags and Markdown are left out, an entity such as `&amp;` counts as its character; each is told.
  Chinese, Japanese and Korean characters count as two. A text with `: ` or ` #` in it, or one that begins with a
  character such as `@`, `*` or `[`, needs straight quotes around it: `title: "Live selling: a guide"`.
- **slug**: the name of a file without `.md`; the letters a-z, digits and hyphens.
- **address**: `https://…`, `mailto:…`, or a path of this site such as `/about/`.
"""
_HEAD = "| Key | Type | Needed | Default | Meaning | Example |\n|---|---|---|---|---|---|"


def reference() -> str:
    """Return the whole page as Markdown."""
    return "\n".join([_INTRODUCTION, *(_section(kind, model) for kind, model in KINDS.items())])


def _section(kind: str, model: type[Fields]) -> str:
    title = kind.capitalize()
    rows = "\n".join(_rows(model, ()))
    return f"## {title}\n\n{' '.join((model.__doc__ or '').split())}\n\n{_HEAD}\n{rows}\n"


def _rows(model: type[BaseModel], outer: tuple[str, ...]) -> Iterator[str]:
    annotations = get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        key = ".".join((*outer, name))
        cells = (
            f"`{key}`",
            kind_in_words(annotations[name]),
            _needed(model, name, field),
            _default(field),
            field.description or "",
            ", ".join(f"`{example}`" for example in field.examples or ()),
        )
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
        for inner in models_in(annotations[name]):
            yield from _rows(inner, (*outer, name))


def kind_in_words(annotation: Any) -> str:
    """Return the name of a field's type in the reference."""
    arguments = [argument for argument in get_args(annotation) if argument is not type(None)]
    if get_origin(annotation) is Annotated:
        return next(part.text for part in reversed(annotation.__metadata__) if isinstance(part, InWords))
    if get_origin(annotation) in (Union, types.UnionType):
        return kind_in_words(arguments[0])
    if get_origin(annotation) is Literal:
        return "one of " + ", ".join(f"`{argument}`" for argument in arguments)
    if get_origin(annotation) is tuple:
        return "list of groups of keys"
    return {bool: "`true` or `false`", int: "whole number"}.get(annotation, "group of keys")


def _needed(model: type[BaseModel], name: str, field: FieldInfo) -> str:
    if field.is_required():
        return "yes"
    return "unless draft" if name in needs_unless_draft(model) else "no"


def _default(field: FieldInfo) -> str:
    default = field.default
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    return f"`{default}`" if isinstance(default, int | str) and default != "" else ""
