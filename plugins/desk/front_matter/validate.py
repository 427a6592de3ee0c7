"""Front matter against its schema: a typed value, or every mistake in it as a problem at its place."""

from collections.abc import Collection
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ValidationError

from plugins.desk.front_matter.header import Header, Keys, Value
from plugins.newsroom.front_matter.schema import Fields, needs_unless_draft
from plugins.newsroom.problems import Problem, did_you_mean, near_miss
from plugins.newsroom.settings import models_in

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


def check_header(
    model: type[AnyFields], header: Header, zone: ZoneInfo, path: str
) -> tuple[AnyFields | None, list[Problem]]:
    """Return the typed front matter, and its problems. Times without offset are in `zone`.

    With problems it lacks the keys that have mistakes, so that the rest can be checked as well; it is None if that is
    too little.
    """
    mistakes: list[Any] = []
    try:
        fields: AnyFields | None = model.model_validate(header.values, context=zone)
    except ValidationError as error:
        mistakes = error.errors()
        fields = _without_mistakes(model, header, {str(each["loc"][0]) for each in mistakes if each["loc"]}, zone)
    missing: list[Keys] = [(key,) for key in _left_out(model, header)]
    misspelt, problems = set(), []
    for mistake in mistakes:
        keys = _keys(mistake["loc"], header)
        if mistake["type"] == "missing":
            missing.append(keys)
        elif mistake["type"] == "extra_forbidden":
            word, known = _spelling(model, keys)
            misspelt.add(near_miss(word, known))
            place, what = header.place_of_key(*keys), f"unknown key {_name(keys)!r}"
            problems.append(Problem(path, *place, what, did_you_mean(word, known)))
        else:
            problems.append(Problem(path, *header.place_of(*keys), *_mistake(model, keys, mistake)))
    # A key that is only misspelt is not missing.
    left = [keys for keys in missing if keys in header.key_places or keys[-1] not in misspelt]
    return fields, list(dict.fromkeys([*(_missing(header, keys, path) for keys in left), *problems]))


def _without_mistakes(model: type[AnyFields], header: Header, wrong: set[str], zone: ZoneInfo) -> AnyFields | None:
    values = {key: value for key, value in header.values.items() if key not in wrong}
    if "title" in wrong:
        values["title"] = "…"
    try:
        return model.model_validate(values, context=zone)
    except ValidationError:
        return None


def _left_out(model: type[Fields], header: Header) -> list[str]:
    if header.values.get("status") == "draft":
        return []
    return [key for key in needs_unless_draft(model) if not header.values.get(key)]


def _missing(header: Header, keys: Keys, path: str) -> Problem:
    what = "is empty" if keys in header.key_places else "is missing"
    return Problem(path, *header.place_of_key(*keys), f"{_name(keys)!r} {what}", f"add a line '{keys[-1]}: …'")


def _mistake(model: type[Fields], keys: Keys, error: Any) -> tuple[str, str]:
    """Return what is wrong with a value, and the remedy."""
    name, kind, context, found = _name(keys), error["type"], error.get("ctx", {}), error["input"]
    match kind:
        case "desk":
            return f"{name}: {context['what']}", context["remedy"]
        case "literal_error":
            return f"{name} cannot be {found!r}", _one_of(str(found), context["expected"])
        case "bool_parsing" | "bool_type":
            return f"{name} cannot be {found!r}", "write true or false"
        case "int_parsing" | "int_type" | "int_from_float":
            return f"{name}: {found!r} is no whole number", "write one such as 3"
        case "string_type":
            return f"{name} is {_shape(found)}", "write one line of text"
        case "tuple_type" | "list_type":
            return f"{name} is {_shape(found)}", "write a list, every entry on its own line after '- '"
        case _ if kind.startswith("model"):
            inner = ", ".join(_model_at(model, keys).model_fields)
            return f"{name} is {_shape(found)}", f"indent these keys under it: {inner}"
    return f"{name}: {error['msg'].lower()}", f"found {found!r}"


def _keys(loc: Keys, header: Header) -> Keys:
    """Return the keys of an error's place without pydantic's names of union members."""
    kept: Keys = ()
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


def _spelling(model: type[Fields], keys: Keys) -> tuple[str, Collection[str]]:
    """Return the word to compare with known keys in place of an unknown one, and these."""
    known = _model_at(model, keys[:-1]).model_fields
    name = str(keys[-1])
    other = _OTHER_NAMES.get(name.lower())
    return other if other in known else name, known


def _model_at(model: type[BaseModel], keys: Keys) -> type[BaseModel]:
    for key in keys:
        field = model.model_fields.get(str(key))
        model = next(models_in(field.annotation), model) if field else model
    return model


def _one_of(found: str, expected: str) -> str:
    words = expected.replace("'", "").replace(" or ", ", ")
    return did_you_mean(found, words.split(", "), f"choose one of: {words}")


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "a group of keys"
    return "a list" if isinstance(value, list) else "a single value"


def _name(keys: Keys) -> str:
    return ".".join(str(key + 1) if isinstance(key, int) else key for key in keys)
