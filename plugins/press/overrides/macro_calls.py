"""Macros of templates, and calls that give them what they do not take."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import nodes

from plugins.newsroom.problems import did_you_mean


@dataclass(frozen=True, slots=True)
class Signature:
    """Parameters of a macro."""

    line: int
    names: tuple[str, ...]
    needed: tuple[str, ...]
    """Those without a default."""
    takes_more: bool
    """True if it reads `varargs` or `kwargs`, where arguments beyond its parameters go."""


Mistake = tuple[int, str, str]
"""Line, mistake, remedy."""


def signatures(tree: nodes.Template) -> dict[str, Signature]:
    """Return the macros that a template defines for others, by name."""
    return {node.name: _signature(node) for node in tree.body if isinstance(node, nodes.Macro)}


def imported_names(tree: nodes.Template) -> Iterator[tuple[int, str, str, str]]:
    """Yield line, template, macro and name here of every macro that is imported by a template's literal name."""
    for node in tree.find_all(nodes.FromImport):
        if isinstance(node.template, nodes.Const):
            for imported in node.names:
                name, alias = imported if isinstance(imported, tuple) else (imported, imported)
                yield node.lineno, str(node.template.value), name, alias


def wrong_calls(tree: nodes.Template, known: Mapping[str, Signature]) -> Iterator[Mistake]:
    """Yield the calls of macros that do not fit them."""
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in known:
            yield from _wrong_call(call, call.node.name, known[call.node.name])


def unfit_macros(own: Mapping[str, Signature], theirs: Mapping[str, Signature]) -> Iterator[Mistake]:
    """Yield what keeps the macros of an override from standing in for the theme's, which the theme goes on calling."""
    for name, wanted in theirs.items():
        found = own.get(name)
        if found is None:
            yield 1, f"there is no macro {name!r}, which the theme imports from here", _header(name, wanted)
        elif not found.takes_more:
            lacking = [each for each in wanted.names if each not in found.names]
            surplus = [each for each in found.needed if each not in wanted.names]
            stricter = [each for each in found.needed if each in wanted.names and each not in wanted.needed]
            if lacking:
                yield (
                    found.line,
                    f"macro {name!r} lacks {_listed(lacking)}, which the theme gives",
                    _header(name, wanted),
                )
            elif found.names[: len(wanted.names)] != wanted.names:
                what = f"macro {name!r} has its parameters in another order than the theme's"
                yield found.line, what, _header(name, wanted)
            for each in (*surplus, *stricter):
                what = f"macro {name!r} needs {each!r}, which the theme does not always give"
                yield found.line, what, f"give it a default: {each}=none"


def _signature(macro: nodes.Macro) -> Signature:
    names = tuple(argument.name for argument in macro.args)
    read = {name.name for name in macro.find_all(nodes.Name)}
    return Signature(
        line=macro.lineno,
        names=names,
        needed=names[: len(names) - len(macro.defaults)],
        takes_more=bool(read & {"varargs", "kwargs"}),
    )


def _wrong_call(call: nodes.Call, name: str, macro: Signature) -> Iterator[Mistake]:
    given = [pair.key for pair in call.kwargs]
    if not macro.takes_more:
        for key in (key for key in given if key not in (*macro.names, "caller")):
            yield call.lineno, f"{name} takes no argument {key!r}", did_you_mean(key, macro.names)
        if len(call.args) > len(macro.names):
            what = f"{name} takes {len(macro.names)} arguments, and {len(call.args)} are given"
            yield call.lineno, what, f"it takes {', '.join(macro.names) or 'none'}"
    missing = [each for each in macro.needed[len(call.args) :] if each not in given]
    if missing and call.dyn_args is None and call.dyn_kwargs is None:
        yield call.lineno, f"{name} needs {_listed(missing)}", f"it takes {', '.join(macro.names)}"


def _listed(names: list[str]) -> str:
    return ", ".join(map(repr, names))


def _header(name: str, macro: Signature) -> str:
    """Return, in words, the beginning that a macro is to have."""
    parameters = ", ".join(each if each in macro.needed else f"{each}=…" for each in macro.names)
    return f"begin it as the theme does: {{% macro {name}({parameters}) %}}"
