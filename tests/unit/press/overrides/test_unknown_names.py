import pytest
from jinja2 import Environment

from plugins.press.overrides.unknown_names import stored_names, unknown_names


def told(source: str, *given: str) -> list[tuple[int, str]]:
    """Return line and name of each read of a name that is not known."""
    return [(node.lineno, node.name) for node in unknown_names(Environment().parse(source), given)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("{{ titel }}", [(1, "titel")]),
        ("\n{% if a %}\n{{ b.c }}{% endif %}", [(2, "a"), (3, "b")]),
        ("{% macro card(card) %}{{ page.lang }}{% endmacro %}", [(1, "page")]),
        ("{% block main %}{{ crad }}{% endblock %}", [(1, "crad")]),
        ("{{ a|upcase }}{{ b is blah }}", [(1, "a"), (1, "b")]),
    ],
)
def test_names_that_nothing_defines_are_found(source: str, found: list[tuple[int, str]]) -> None:
    assert told(source) == found


@pytest.mark.parametrize(
    "source",
    [
        "{{ page.title }}",
        "{% set a = 1 %}{% block main %}{{ a }}{% endblock %}",
        "{% for a in page %}{{ a }}{{ loop.index }}{% endfor %}",
        "{% macro card(a) %}{{ a }}{{ caller() }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ card(page) }}",
        "{% from 'a.html' import one, two as three %}{{ one() }}{{ three() }}",
        "{% import 'a.html' as parts %}{{ parts.one() }}",
        "{% block main %}{{ super() }}{{ self.main() }}{% endblock %}",
        "{{ range(3)|list }}{{ namespace(a=1).a }}",
        "{% if more is defined %}{{ more }}{% endif %}{{ rest|default('') }}",
    ],
)
def test_names_that_something_defines_are_known(source: str) -> None:
    assert told(source, "page") == []


def test_names_of_a_template_are_those_that_it_defines_anywhere() -> None:
    source = "{% macro a(b) %}{% set c = 1 %}{% endmacro %}{% import 'x' as d %}{% from 'x' import e, f as g %}{{ h }}"

    assert stored_names(Environment().parse(source)) == {"a", "b", "c", "d", "e", "g"}
