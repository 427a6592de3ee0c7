"""Which templates a template is made of, read from the sources: names are literal, so the set is closed."""

from collections.abc import Callable
from functools import cache

from jinja2 import Environment
from jinja2.meta import find_referenced_templates


def closures(environment: Environment) -> Callable[[str], tuple[str, ...]]:
    """Return a function from a template's name to every template that it can reach, itself included, sorted.

    The function raises ValueError for a name that is computed, and jinja2's TemplateNotFound for a missing one.
    """

    @cache
    def closure(template: str) -> tuple[str, ...]:
        found: set[str] = set()
        waiting = [template]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting.extend(_references(environment, name))
        return tuple(sorted(found))

    return closure


def _references(environment: Environment, template: str) -> list[str]:
    if environment.loader is None:
        raise ValueError("the environment has no loader")
    source, _, _ = environment.loader.get_source(environment, template)
    names = list(find_referenced_templates(environment.parse(source, template)))
    literal = [name for name in names if name is not None]
    if len(literal) < len(names):
        raise ValueError(
            f"{template}: computes the name of a template; names in include, import and extends are literal"
        )
    return literal
