"""Front matter against its schema: a typed value, or every mistake in it as a problem at its place."""

from dataclasses import dataclass
from typing import Any, TypeVar, get_args
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ValidationError

from plugins.desk.front_matter.header import Header, Value
from plugins.desk.places import Place
from plugins.newsroom.front_matter.schema import Fields, needs_unless_draft
from plugins.newsroom.problems import Problem, did_you_mean, near_miss

AnyFields = TypeVar("AnyFields", bound=Fields)

_OTHER_NAMES = {
    "modified": "updated",
    "author": "authors",
    "keywords": "tags",
    "tag": "tags",
    "description": "summary",
    "standfirst": "summary",
    "headline": "title",
    "section": "category",
    "image": "picture",
    "language": "lang",
    "color": "colour",
    "source": "file",
}
"""Words of other systems for a key of ours that look nothing like it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A problem, and the key that it is about."""

    problem: Problem
    missing: str | None = None
    """The key that is not there."""
    meant: str | None = None
    """The key that a misspelt one stands for."""


def check_header(
    model: type[AnyFields], header: Header, zone: ZoneInfo, path: str
) -> tuple[AnyFields | None, list[Problem]]:
    """Return the typed front matter, and its problems. Times without offset are in `zone`.

    With problems it lacks the keys that have mistakes, so that the rest can be checked as well; it is None if that is
    too little.
    """
    problems = [_missing(header, (key,), path) for key in _left_out(model, header)]
    try:
        return model.model_validate(header.values, context=zone), [found.problem for found in problems]
    except ValidationError as error:
        mistakes = error.errors()
    problems += dict.fromkeys(_problem(model, header, mistake, path) for mistake in mistakes)
    rest = _without_mistakes(model, header, {str(mistake["loc"][0]) for mistake in mistakes if mistake["loc"]}, zone)
    return rest, _without_echoes(problems)


def _without_mistakes(model: type[AnyFields], header: Header, wrong: set[str], zone: ZoneInfo) -> AnyFields | None:
    values = {key: value for key, value in header.values.items() if key not in wrong}
    if "title" in wrong:
        values["title"] = "…"
    try:
        return model.model_validate(values, context=zone)
    except ValidationError:
        return None


def _without_echoes(problems: list[_Found]) -> list[Problem]:
    """Leave out the missing keys that are only misspelt."""
    meant = {found.meant for found in problems if found.meant}
    return [found.problem for found in problems if found.missing not in meant]


def _left_out(model: type[Fields], header: Header) -> list[str]:
    if header.values.get("status") == "draft":
        return []
    return [key for key in needs_unless_draft(model) if not header.values.get(key)]


def _missing(header: Header, keys: tuple[str | int, ...], path: str) -> _Found:
    place = header.place_of_key(*keys)
    name = _name(keys)
    is_there = keys in header.key_places
    what = f"{name!r} is empty" if is_there else f"{name!r} is missing"
    return _at(place, path, what, f"add a line '{keys[-1]}: …'", missing=None if is_there else str(keys[-1]))


def _problem(model: type[Fields], header: Header, error: Any, path: str) -> _Found:
    keys, kind, context = _keys(error["loc"], header), error["type"], error.get("ctx", {})
    if kind == "missing":
        return _missing(header, keys, path)
    if kind == "extra_forbidden":
        return _unknown_key(model, header, keys, path)
    place, name, found = header.place_of(*keys), _name(keys), error["input"]
    match kind:
        case "desk":
            what, remedy = f"{name}: {context['what']}", context["remedy"]
        case "literal_error":
            what, remedy = f"{name} cannot be {found!r}", _one_of(str(found), context["expected"])
        case "bool_parsing" | "bool_type":
            what, remedy = f"{name} cannot be {found!r}", "write true or false"
        case "int_parsing" | "int_type" | "int_from_float":
            what, remedy = f"{name}: {found!r} is no whole number", "write one such as 3"
        case "string_type":
            what, remedy = f"{name} is {_shape(found)}", "write one line of text"
        case "tuple_type" | "list_type":
            what, remedy = f"{name} is {_shape(found)}", "write a list, every entry on its own line after '- '"
        case _ if kind.startswith("model"):
            inner = ", ".join(_model_at(model, keys).model_fields)
            what, remedy = f"{name} is {_shape(found)}", f"indent these keys under it: {inner}"
        case _:
            what, remedy = f"{name}: {error['msg'].lower()}", f"found {found!r}"
    return _at(place, path, what, remedy)


def _keys(loc: tuple[str | int, ...], header: Header) -> tuple[str | int, ...]:
    """Return the keys of an error's place without pydantic's names of union members."""
    kept: tuple[str | int, ...] = ()
    value: Value | None = dict(header.values)
    for number, part in enumerate(loc):
        is_last = number == len(loc) - 1
        if isinstance(value, dict) and (part in value or is_last):
            value = value.get(str(part))
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        elif isinstance(value, str):
            break
        kept = (*kept, part)
    return kept


def _unknown_key(model: type[Fields], header: Header, keys: tuple[str | int, ...], path: str) -> _Found:
    known = _model_at(model, keys[:-1]).model_fields
    name = str(keys[-1])
    other = _OTHER_NAMES.get(name.lower())
    written = other if other in known else name
    meant, remedy = near_miss(written, known), did_you_mean(written, known)
    return _at(header.place_of_key(*keys), path, f"unknown key {_name(keys)!r}", remedy, meant=meant)


def _model_at(model: type[BaseModel], keys: tuple[str | int, ...]) -> type[BaseModel]:
    for key in keys:
        field = model.model_fields.get(str(key))
        inner = _inner_model(field.annotation) if field else None
        model = inner or model
    return model


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    models = (_inner_model(argument) for argument in get_args(annotation))
    return next((model for model in models if model), None)


def _one_of(found: str, expected: str) -> str:
    words = expected.replace("'", "").replace(" or ", ", ")
    return did_you_mean(found, words.split(", "), f"choose one of: {words}")


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "a group of keys"
    return "a list" if isinstance(value, list) else "a single value"


def _name(keys: tuple[str | int, ...]) -> str:
    return ".".join(str(key + 1) if isinstance(key, int) else key for key in keys)


def _at(
    place: Place, path: str, what: str, remedy: str, *, missing: str | None = None, meant: str | None = None
) -> _Found:
    problem = Problem(path, place.line, place.column, what, remedy)
    return _Found(problem=problem, missing=missing, meant=meant)
