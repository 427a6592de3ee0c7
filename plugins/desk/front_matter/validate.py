"""Front matter against its schema: a typed value, or every mistake in it as a problem at its place."""

import re
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ValidationError

from plugins.desk.front_matter.clean import name_of
from plugins.desk.front_matter.foreign_keys import ENDED, WAITING, foreign_remedy, holds_back, renamed
from plugins.desk.front_matter.header import Header, Keys, Value
from plugins.newsroom.front_matter.mistakes import shown
from plugins.newsroom.front_matter.schema import Fields, needs_unless_draft
from plugins.newsroom.front_matter.text_length import cut
from plugins.newsroom.problems import Problem, did_you_mean, near_miss
from plugins.newsroom.settings import models_in

AnyFields = TypeVar("AnyFields", bound=Fields)

_DAY_IN_NAME = r"(?:^|/)(\d{4}-\d{2}-\d{2})[-_.][^/]*$"
"""The day that Jekyll has articles' file names begin with."""
_LONGEST_WORD = 80
"""Characters of an unknown word that are compared with the known ones."""
_DISPENSABLE = frozenset(
    (
        "category",
        "authors",
        "tags",
        "summary",
        "picture",
        "related",
        "dont_miss",
        "updated",
        "aliases",
        "id",
        "cta",
        "lang",
        "typography",
    )
)
"""Keys that a page can be made without: it says less then, and nothing that is untrue, paid for or too early."""
_HOLDING_BACK = ("embargo", "expires", "retracted")
"""Keys that keep something from readers. Without a value they would count as absent, and readers would get it."""


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
        fields = _without_mistakes(model, header, mistakes, zone)
    is_held = mistakes and "status" in model.model_fields and holds_back(header.values)
    if is_held and fields is not None:
        fields = fields.model_copy(update={"status": "draft"})
    missing: list[Keys] = [] if is_held else [(key,) for key in _left_out(model, header)]
    misspelt, problems = set(), []
    for mistake in mistakes:
        keys = _keys(mistake["loc"], header)
        if mistake["type"] == "missing":
            missing.append(keys)
        elif mistake["type"] == "extra_forbidden":
            meant, problem = _unknown_key(model, keys, header, path)
            misspelt.add(meant)
            problems.append(problem)
        else:
            is_cut = len(keys) == 1 and _most(mistake) is not None
            has_rendering = fields is not None and (is_cut or keys[0] in _DISPENSABLE)
            what, remedy = _mistake(model, keys, mistake)
            if what.endswith("is no time") and isinstance(mistake["input"], str):
                from plugins.desk.front_matter.date_forms import right_form  # here, for hardly any file needs it

                remedy = right_form(mistake["input"], zone) or remedy
            problems.append(Problem(path, *header.place_of(*keys), what, remedy, has_rendering=has_rendering))
    problems += _without_value(model, header, path)
    # A key that is only misspelt is not missing.
    left = [keys for keys in missing if keys in header.key_places or keys[-1] not in misspelt]
    return fields, list(dict.fromkeys([*(_missing(header, keys, path) for keys in left), *problems]))


def _without_mistakes(model: type[AnyFields], header: Header, mistakes: list[Any], zone: ZoneInfo) -> AnyFields | None:
    wrong = {str(each["loc"][0]): each for each in mistakes if each["loc"]}
    values = {key: value for key, value in header.values.items() if key not in wrong}
    instead: dict[str, str] = {}
    for key, each in wrong.items():
        most = _most(each)
        if most is not None and len(each["loc"]) == 1:
            instead[key] = cut(" ".join(each["input"].split()), most)
    if "title" in wrong:
        values["title"] = "…"
    try:
        return model.model_validate(values, context=zone).model_copy(update=instead)
    except ValidationError:
        return None


def _most(mistake: Any) -> int | None:
    """Return the length that a text may be cut to, if nothing but its length is wrong."""
    most: int | None = mistake.get("ctx", {}).get("most")
    return most


def _unknown_key(model: type[Fields], keys: Keys, header: Header, path: str) -> tuple[str | None, Problem]:
    """Return the known key that an unknown one was meant to be, if any, and its problem."""
    name, known = str(keys[-1]), _model_at(model, keys[:-1]).model_fields
    place, what = header.place_of_key(*keys), f"unknown key {shown(name_of(keys))}"
    foreign = foreign_remedy(name, _value_at(header, keys), known)
    if foreign:
        remedy, has_rendering = foreign
        ours = renamed(name, known)
        if ours is not None and len(keys) == 1 and ours in header.values:
            remedy = f"take it away: {ours!r} is there"
        return ours, Problem(path, *place, what, remedy, has_rendering=has_rendering)
    word = name[:_LONGEST_WORD]
    meant = near_miss(word, known)
    is_there = meant is not None and len(keys) == 1 and meant in header.values
    remedy = f"take it away: {meant!r} is there" if is_there else did_you_mean(word, known)
    # A page must not be made without a key that may have been meant to hold it back.
    has_rendering = meant is None or str(keys[0] if len(keys) > 1 else meant) in _DISPENSABLE
    return meant, Problem(path, *place, what, remedy, has_rendering=has_rendering)


def _value_at(header: Header, keys: Keys) -> Value | None:
    value: Any = dict(header.values)
    for key in keys:
        try:
            value = value[key]
        except (LookupError, TypeError):
            return None
    found: Value = value
    return found


def _left_out(model: type[Fields], header: Header) -> list[str]:
    if header.values.get("status") == "draft":
        return []
    return [key for key in needs_unless_draft(model) if not header.values.get(key)]


def _missing(header: Header, keys: Keys, path: str) -> Problem:
    what = f"{shown(name_of(keys))} is {'empty' if keys in header.key_places else 'missing'}"
    day = re.search(_DAY_IN_NAME, path) if keys == ("date",) else None
    remedy = f"add a line '{keys[-1]}: {day[1] if day else '…'}'"
    # An article stands in the first category then, or under nobody's name.
    has_rendering = keys[0] in _DISPENSABLE
    return Problem(path, *header.place_of_key(*keys), what, remedy, has_rendering=has_rendering)


def _without_value(model: type[Fields], header: Header, path: str) -> list[Problem]:
    """Return a problem for each key that would keep something from readers, and says nothing."""
    empty = [key for key in _HOLDING_BACK if (key,) in header.key_places and key not in header.values]
    remedy = "write its value, or delete the line"
    known = [key for key in empty if key in model.model_fields]
    return [Problem(path, *header.place_of_key(key), f"{shown(key)} is empty", remedy) for key in known]


def _mistake(model: type[Fields], keys: Keys, error: Any) -> tuple[str, str]:
    """Return what is wrong with a value, and the remedy."""
    name, kind, context, found = name_of(keys), error["type"], error.get("ctx", {}), error["input"]
    match kind:
        case "desk":
            return f"{name}: {context['what']}", context["remedy"]
        case "literal_error":
            return f"{name} cannot be {shown(found)}", _one_of(str(found), context["expected"])
        case "bool_parsing" | "bool_type":
            return f"{name} cannot be {shown(found)}", "write true or false"
        case "int_parsing" | "int_type" | "int_from_float":
            return f"{name}: {shown(found)} is no whole number", "write one such as 3"
        case "string_type":
            first = found[0] if isinstance(found, list) and found else None
            is_text = isinstance(first, str) and first
            remedy = f"write one line of text: {shown(first)}" if is_text else "write one line of text"
            return f"{name} is {_shape(found)}", remedy
        case "tuple_type" | "list_type":
            return f"{name} is {_shape(found)}", "write a list, every entry on its own line after '- '"
        case _ if kind.startswith("model"):
            inner = ", ".join(_model_at(model, keys).model_fields)
            return f"{name} is {_shape(found)}", f"indent these keys under it: {inner}"
    return f"{name}: {error['msg'].lower()}", f"found {shown(found)}"


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


def _model_at(model: type[BaseModel], keys: Keys) -> type[BaseModel]:
    for key in keys:
        field = model.model_fields.get(str(key))
        model = next(models_in(field.annotation), model) if field else model
    return model


def _one_of(found: str, expected: str) -> str:
    if found in WAITING:
        return "write draft; what only waits for its time needs no more than a later 'date'"
    if found in ENDED:
        return ENDED[found]
    words = expected.replace("'", "").replace(" or ", ", ")
    return did_you_mean(found[:_LONGEST_WORD], words.split(", "), f"choose one of: {words}")


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "a group of keys"
    return "a list" if isinstance(value, list) else "a single value"
