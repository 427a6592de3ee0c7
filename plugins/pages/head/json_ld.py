"""Nodes of the vocabulary written as JSON-LD, in a script element that no value can end: the one place that does."""

import json
from dataclasses import fields
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from plugins.newsroom.markup import Html
from plugins.pages.head.vocabulary import Reference

ESCAPES = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
_UNUSUAL = {"id": "@id", "query_input": "query-input"}
"""Properties that are not spelt as the others."""


def graph(*nodes: Any) -> Html:
    """Return nodes as one block."""
    return script_json({"@context": "https://schema.org", "@graph": [as_json_ld(node) for node in nodes]})


def script_json(data: dict[str, Any]) -> Html:
    """Return `data` as JSON that no value in it can break out of a script element with."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in ESCAPES.items():  # one by one: for so few, str.translate takes ten times as long
        text = text.replace(character, escape)
    return Markup(text)


def as_json_ld(node: Any) -> Any:
    """Return a node as JSON-LD has it, and those in it; properties without a value are left out, False is one."""
    if isinstance(node, Reference):
        return {"@id": node.id}
    if isinstance(node, tuple):
        return [as_json_ld(each) for each in node]
    if not hasattr(type(node), "kind"):
        return node
    found = {"@type": node.kind}
    for field, name in _names(node.__class__):
        value = getattr(node, field)
        if value is False or value not in (None, "", (), 0):
            found[name] = as_json_ld(value)
    return found


@lru_cache(maxsize=64)
def _names(kind: type) -> tuple[tuple[str, str], ...]:
    """Return the fields of a class, each with its property."""
    return tuple((field.name, _UNUSUAL.get(field.name) or _camel(field.name)) for field in fields(kind))


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))
