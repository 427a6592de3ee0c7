"""A component's examples: values from `theme/examples/<component>.toml`, typed as the newsroom types them, rendered."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment
from markupsafe import Markup
from pydantic import TypeAdapter

from plugins.newsroom import articles, brand, choices, markup, moments, page_models, page_parts
from plugins.newsroom.forms import form_parts, media_parts, shown_picture
from plugins.newsroom.moments import Moment, moment
from plugins.newsroom.page_parts import Pattern, PatternExample, PatternParameter
from plugins.newsroom.words.catalogues import english

SHARED = "_shared.toml"

NAMES: dict[str, Any] = {"Literal": Literal}
for module in (
    articles,
    brand,
    choices,
    form_parts,
    markup,
    media_parts,
    moments,
    page_models,
    page_parts,
    shown_picture,
):
    NAMES |= {name: value for name, value in vars(module).items() if not name.startswith("_")}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleFile:
    """One component's examples as they stand in its file, values typed."""

    component: str
    description: str
    parameters: tuple[PatternParameter, ...]
    examples: tuple[tuple[str, Mapping[str, Any]], ...]
    """Name and arguments of each, in the file's order."""


def example_files(theme: Path) -> list[Path]:
    """Return the example files of all components, by name."""
    return sorted(path for path in (theme / "examples").glob("*.toml") if path.name != SHARED)


def read_examples(path: Path) -> ExampleFile:
    """Return the examples in `path`.

    An example may start from another (`like = "name"`) and say only what differs, and it may name a value that
    `_shared.toml` beside the file holds under its class. A time is written as TOML's own; what may be None and is left
    out is None. Raises pydantic's ValidationError, and KeyError for an unknown parameter or shared value.
    """
    table = _read(path)
    shared = path.with_name(SHARED)
    values = _Values(_read(shared) if shared.is_file() else {})
    parameters, types = _written_types(table), _types(table)
    return ExampleFile(
        component=path.stem,
        description=table["description"],
        parameters=tuple(
            PatternParameter(name=name, type=parameters[name], description=entry["description"])
            for name, entry in table["parameters"].items()
        ),
        examples=tuple((name, values.arguments(types, _whole(table["examples"], name))) for name in table["examples"]),
    )


def parameter_types(path: Path) -> dict[str, Any]:
    """Return the types of the parameters of the component that the examples in `path` are of."""
    return _types(_read(path))


def render_examples(environment: Environment, file: ExampleFile) -> Pattern:
    """Return the component with each of its examples rendered by its macro, which has the component's name."""
    macro = getattr(environment.get_template(f"components/{file.component}.html").module, file.component)
    return Pattern(
        name=file.component,
        description=file.description,
        parameters=file.parameters,
        examples=tuple(PatternExample(name=name, html=Markup(macro(**arguments))) for name, arguments in file.examples),
    )


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _written_types(table: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(entry["type"]) for name, entry in table["parameters"].items()}


def _types(table: Mapping[str, Any]) -> dict[str, Any]:
    annotations = {"__annotations__": _written_types(table)}
    return get_type_hints(type("Parameters", (), annotations), NAMES, include_extras=True)


def _whole(examples: Mapping[str, Any], name: str) -> dict[str, Any]:
    example = dict(examples[name])
    base = example.pop("like", None)
    return example if base is None else _merged(_whole(examples, base), example)


def _merged(base: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return `base` with `changes`, table by table; lists are replaced whole."""
    both = {
        key: _merged(base[key], value) if isinstance(value, dict) and isinstance(base.get(key), dict) else value
        for key, value in changes.items()
    }
    return {**base, **both}


def _none_for_missing(types: Mapping[str, Any]) -> dict[str, Any]:
    return {name: None for name, kind in types.items() if NoneType in get_args(kind)}


@dataclass(frozen=True, slots=True)
class _Values:
    """Makes newsroom values of TOML's."""

    shared: Mapping[str, Mapping[str, Any]]
    """Values that examples may name, by class, then by name."""

    def arguments(self, types: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
        whole = _none_for_missing(types) | dict(values)
        return {
            name: TypeAdapter(types[name]).validate_python(self._complete(types[name], whole[name])) for name in whole
        }

    def _complete(self, kind: Any, value: Any) -> Any:
        """Return `value`, meant to become a `kind`, with what TOML cannot say: None, a Moment, a shared value."""
        if isinstance(value, list):
            inner = next((one for one in get_args(kind) if one is not Ellipsis), Any)
            return [self._complete(inner, item) for item in value]
        choices_of_kind = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
        if isinstance(value, datetime) and Moment in choices_of_kind:
            return moment(value, english())
        classes = [one for one in choices_of_kind if isinstance(one, type) and is_dataclass(one)]
        if isinstance(value, str) and classes:
            value = self.shared[classes[0].__name__][value]
        if isinstance(value, dict):
            fitting = [one for one in classes if value.keys() <= {field.name for field in fields(one)}]
            return self._filled(fitting[0], value) if fitting else value
        return value

    def _filled(self, kind: type, value: Mapping[str, Any]) -> dict[str, Any]:
        hints = get_type_hints(kind, include_extras=True)
        given = {name: self._complete(hints.get(name, Any), item) for name, item in value.items()}
        return _none_for_missing(hints) | given
