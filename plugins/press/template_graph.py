"""Which templates a template is made of, read from the sources: names are literal, so the set is closed."""

from collections.abc import Callable
from functools import cache
from importlib.metadata import version

from jinja2 import Environment
from jinja2.meta import find_referenced_templates

from plugins.press.disk_cache import NOWHERE, Cache, entry_key, remembered


def closures(environment: Environment, store: Cache = NOWHERE) -> Callable[[str], tuple[str, ...]]:
    """Return a function from a template's name to every template that it can reach, itself included, sorted.

    The function raises ValueError for a name that is computed, and jinja2's TemplateNotFound for a missing one. `store`
    may spare it the parsing.
    """
    parser = version("jinja2")

    @cache
    def references(template: str) -> tuple[str, ...]:
        source = _source(environment, template)
        key = entry_key("references", parser, template, source)
        return tuple(remembered(store, key, lambda: "\n".join(_references(environment, template, source))).splitlines())

    @cache
    def closure(template: str) -> tuple[str, ...]:
        found: set[str] = set()
        waiting = [template]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting.extend(references(name))
        return tuple(sorted(found))

    return closure


def _source(environment: Environment, template: str) -> str:
    if environment.loader is None:
        raise ValueError("the environment has no loader")
    return environment.loader.get_source(environment, template)[0]


def _references(environment: Environment, template: str, source: str) -> list[str]:
    names = list(find_referenced_templates(environment.parse(source, template)))
    literal = [name for name in names if name is not None]
    if len(literal) < len(names):
        raise ValueError(
            f"{template}: computes the name of a template; names in include, import and extends are literal"
        )
    return literal
