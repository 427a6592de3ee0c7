"""Settings of a plugin: one dict in `pelicanconf.py`, parsed once, with its mistakes placed at their line."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError

from plugins.newsroom.problems import Problem, did_you_mean
from plugins.newsroom.settings_places import SETTINGS_FILES, place_of


class PluginSettings(BaseModel):
    """Base of every plugin's settings: frozen, and an unknown key is a mistake.

    A validator that can say what to do raises `ValueError("what is wrong; what to do")`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    moved: ClassVar[Mapping[str, str]] = {}
    """Settings that there were once, each with what to do instead."""


Settings = TypeVar("Settings", bound=PluginSettings)


def read_settings(model: type[Settings], settings: Mapping[str, Any], key: str) -> Settings:
    """Return the settings under `key` as a `model`; without the key, the model's defaults.

    Raises pydantic's ValidationError; `settings_problems` turns one into problems.
    """
    return model.model_validate(settings.get(key, {}))


def settings_problems(
    model: type[Settings], settings: Mapping[str, Any], key: str, files: Sequence[Path] = SETTINGS_FILES
) -> list[Problem]:
    """Return the problems of the settings under `key`, each at its place in the first of `files` that sets it so."""
    try:
        read_settings(model, settings, key)
    except ValidationError as error:
        return [_problem(model, settings, key, item, files) for item in error.errors()]
    return []


def unknown_name(
    settings: Mapping[str, Any], path: Sequence[str], what: str, found: str, known: Collection[str]
) -> Problem:
    """Return the problem that the setting at `path` (`"PAGES", "footer", "1"`) names `found`, which is not `known`.

    For names that only the content or the theme can tell right from wrong; `what` is the mistake in words.
    """
    key, *place = path
    file, line, column = place_of(settings, key, place)
    return Problem(str(file), line, column, f"{'.'.join(path)}: {what}", did_you_mean(found, sorted(known)))


def _problem(
    model: type[BaseModel], settings: Mapping[str, Any], key: str, error: Any, files: Sequence[Path]
) -> Problem:
    place = _without_tags(settings.get(key, {}), error)
    name = ".".join([key, *place])
    file, line, column = place_of(settings, key, place, files)
    return Problem(str(file), line, column, *_words(model, name, error))


def _words(model: type[BaseModel], name: str, error: Any) -> tuple[str, str]:
    """Return mistake and remedy."""
    context, found = error.get("ctx", {}), error["input"]
    match error["type"]:
        case "extra_forbidden":
            *parents, last = (str(part) for part in error["loc"])
            if not parents and last in getattr(model, "moved", {}):
                return f"{name} is a setting no longer", model.moved[last]  # type: ignore[attr-defined]  # one of ours
            return f"unknown setting {name!r}", did_you_mean(last, sorted(_known_keys(model, parents)))
        case "missing":
            return f"{name} is missing", "set it"
        case "union_tag_invalid":
            key, tags = context["discriminator"].strip("'"), context["expected_tags"].replace("'", "").split(", ")
            return f"unknown {name}.{key} {context['tag']!r}", did_you_mean(context["tag"], sorted(tags))
        case "union_tag_not_found":
            return f"{name}.{context['discriminator'].strip(chr(39))} is missing", "set it"
        case "tuple_type" | "list_type":
            return f"{name} is no list", f"write [{found!r}]" if isinstance(found, str) else "write [] for none"
        case "value_error":
            what, _, remedy = str(context["error"]).partition("; ")
            return f"{name}: {what}", remedy or f"found {found!r}"
        case "desk":
            return f"{name}: {context['what']}", context["remedy"]
    return f"{name}: {error['msg'][0].lower()}{error['msg'][1:]}", f"found {found!r}"


def _without_tags(value: Any, error: Any) -> list[str]:
    """Return the error's place as it stands in the settings: without the tags that pydantic adds for a union."""
    place: list[str] = []
    missing = error["loc"][-1:] if error["type"] == "missing" else ()
    for part in error["loc"]:
        is_index = isinstance(part, int) and isinstance(value, list | tuple)
        if is_index or (isinstance(value, Mapping) and part in value):
            place.append(str(part))
            value = value[part]
    return place + [str(part) for part in missing]


def _known_keys(model: type[BaseModel], place: Sequence[str]) -> list[str]:
    """Return the settings that there are at `place`, fields and tags of unions, inside of `model`."""
    models = [model]
    for part in place:
        if part.isdecimal():
            continue
        fields = [each.model_fields[part].annotation for each in models if part in each.model_fields]
        tagged = [each for each in models if part in _literals(each)]
        models = [inner for field in fields for inner in models_in(field)] or tagged or models
    return sorted({name for each in models for name in each.model_fields})


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the pydantic models that a field's annotation names, in their order."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


def _literals(model: type[BaseModel]) -> set[str]:
    annotations = [field.annotation for field in model.model_fields.values()]
    return {str(word) for each in annotations if get_origin(each) is Literal for word in get_args(each)}
