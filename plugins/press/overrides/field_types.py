"""Types of the names in a template, as far as its source tells them, and fields that they do not have.

A name of an unknown type is never a mistake: rendering finds the rest.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache, reduce
from operator import or_
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from jinja2 import nodes

from plugins.newsroom import page_models
from plugins.newsroom.page_models import Page
from plugins.press.examples import parameter_types

Types = Mapping[str, Any]
"""Type annotations by name; Any stands for an unknown one."""


@dataclass(frozen=True, slots=True)
class UnknownField:
    """A field that is read of a value and that its class does not have."""

    line: int
    reader: str
    """The value as the template has it: `page.kicker`."""
    field: str
    kind: type


def page_classes() -> list[type[Page]]:
    """Return the classes of all kinds of pages."""
    return [kind for kind in vars(page_models).values() if isinstance(kind, type) and hasattr(kind, "template")]


def names_of_page(template: str) -> Types:
    """Return the types of the names that a page's template, or one that pages extend or include, has from the start."""
    kinds = page_classes()
    own = [kind for kind in kinds if kind.template == template]
    return {"page": reduce(or_, own or kinds)}


def component_types(theme: Path, component: str) -> Types:
    """Return the types of a component's parameters, as its examples in the theme say them; none for another one."""
    path = theme / "examples" / f"{component}.toml"
    return parameter_types(path) if path.is_file() else {}


def unknown_fields(
    tree: nodes.Template, names: Types, macros: Mapping[str, Types] | None = None
) -> Iterator[UnknownField]:
    """Yield the fields that a template reads of values whose classes lack them; `macros` are parameters' types."""
    yield from _Reading(macros or {}).read(tree, dict(names))


@dataclass(frozen=True, slots=True)
class _Reading:
    macros: Mapping[str, Types]

    def read(self, node: nodes.Node, scope: dict[str, Any]) -> Iterator[UnknownField]:
        """Yield the unknown fields below a node; names that it sets are added to `scope`."""
        match node:
            case nodes.Macro():
                yield from self._inside(node, scope | _parameters(node, self.macros.get(node.name, {})))
            case nodes.For(target=nodes.Name(name=name), iter=items):
                yield from self._inside(node, scope | {"loop": Any, name: _item(_type(items, scope))})
            case nodes.For() | nodes.CallBlock() | nodes.With():
                unknown = dict.fromkeys((name.name for name in node.find_all(nodes.Name) if name.ctx != "load"), Any)
                yield from self._inside(node, scope | unknown)
            case nodes.Block():
                yield from self._inside(node, dict(scope))
            case nodes.Assign(target=nodes.Name(name=name), node=value):
                yield from self.read(value, scope)
                kind = _type(value, scope)
                scope[name] = kind if scope.get(name, kind) == kind else Any
            case nodes.Getattr():
                yield from self._inside(node, scope)
                yield from _missing(node, scope)
            case _:
                yield from self._inside(node, scope)

    def _inside(self, node: nodes.Node, scope: dict[str, Any]) -> Iterator[UnknownField]:
        for child in node.iter_child_nodes():
            yield from self.read(child, scope)


def _parameters(macro: nodes.Macro, known: Types) -> dict[str, Any]:
    return {each.name: known.get(each.name, Any) for each in macro.args}


def _missing(node: nodes.Getattr, scope: Types) -> Iterator[UnknownField]:
    """Yield the field, if every value that may stand before the dot lacks it."""
    kinds = [kind for kind in _members(_type(node.node, scope)) if kind is not NoneType]
    known = {name for kind in kinds for name in _hints(kind)}
    is_known = node.attr in known or any(not is_dataclass(kind) or hasattr(kind, node.attr) for kind in kinds)
    if kinds and not is_known:
        yield UnknownField(node.lineno, _written(node.node), node.attr, kinds[0])


def _type(node: nodes.Node | None, scope: Types) -> Any:
    """Return the type of an expression."""
    match node:
        case nodes.Name():
            return scope.get(node.name, Any)
        case nodes.Getattr():
            return _union(
                _hints(kind).get(node.attr, Any) for kind in _members(_type(node.node, scope)) if kind is not NoneType
            )
        case nodes.Getitem(arg=nodes.Slice()):
            return _type(node.node, scope)
        case nodes.Getitem() | nodes.Filter(name="first" | "last"):
            return _item(_type(node.node, scope))
        case nodes.CondExpr():
            return _union([_type(node.expr1, scope), _type(node.expr2, scope)])
        case nodes.Or() | nodes.And():
            return _union([_type(node.left, scope), _type(node.right, scope)])
    return Any


def _union(kinds: Iterable[Any]) -> Any:
    found = list(dict.fromkeys(kinds))
    return Any if not found or Any in found else reduce(or_, found)


def _members(kind: Any) -> list[Any]:
    """Return the types that a value of this type may have."""
    if get_origin(kind) in (Union, UnionType):
        return [member for part in get_args(kind) for member in _members(part)]
    if get_origin(kind) is Annotated:
        return _members(get_args(kind)[0])
    return [kind]


def _item(kind: Any) -> Any:
    """Return the type of what a sequence holds."""
    held = [
        get_args(member)[0] for member in _members(kind) if get_origin(member) in (tuple, list) and get_args(member)
    ]
    return _union(held) if held else Any


@cache
def _hints(kind: Any) -> Types:
    """Return the types of the fields of a class; none for what is no class of this kit's."""
    return get_type_hints(kind, include_extras=True) if isinstance(kind, type) and is_dataclass(kind) else {}


def _written(node: nodes.Node) -> str:
    """Return a value as a template has it, as far as it is names and dots."""
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "…"
