import pytest
from jinja2 import Environment

from plugins.press.overrides.macro_calls import Signature, imported_names, signatures, unfit_macros, wrong_calls

MACRO = '{% macro card(item, level=2, picture="") %}{{ item }}{% endmacro %}'


def parse(source: str) -> dict[str, Signature]:
    return signatures(Environment().parse(source))


def test_a_signature_has_the_parameters_and_those_without_a_default() -> None:
    assert parse(f"\n{MACRO}") == {
        "card": Signature(line=2, names=("item", "level", "picture"), needed=("item",), takes_more=False)
    }


def test_imports_are_found_with_the_names_that_they_give() -> None:
    tree = Environment().parse('{% from "a.html" import one, two as other %}')

    assert list(imported_names(tree)) == [(1, "a.html", "one", "one"), (1, "a.html", "two", "other")]


@pytest.mark.parametrize(
    ("call", "mistakes"),
    [
        ("card(1)", []),
        ("card(1, 2, picture=3)", []),
        ("card(item=1)", []),
        ("card(*page)", []),
        ("card(1, **page)", []),
        ("card(1, pictur=3)", ["card takes no argument 'pictur'; did you mean 'picture'?"]),
        ("card(1, 2, 3, 4)", ["card takes 3 arguments, and 4 are given; it takes item, level, picture"]),
        ("card(level=3)", ["card needs 'item'; it takes item, level, picture"]),
        ("other(level=3)", []),
    ],
)
def test_calls_are_held_against_the_macro(call: str, mistakes: list[str]) -> None:
    tree = Environment().parse(f"\n{{{{ {call} }}}}")

    assert [(line, f"{what}; {remedy}") for line, what, remedy in wrong_calls(tree, parse(MACRO))] == [
        (2, mistake) for mistake in mistakes
    ]


def test_a_macro_that_takes_more_is_called_with_anything() -> None:
    known = parse("{% macro card() %}{{ kwargs }}{% endmacro %}")

    assert list(wrong_calls(Environment().parse("{{ card(a=1) }}"), known)) == []


@pytest.mark.parametrize(
    ("own", "mistakes"),
    [
        (MACRO, []),
        ("{% macro card(item, level=2, picture='', more=1) %}{% endmacro %}", []),
        ("{% macro card(item) %}{{ kwargs }}{{ varargs }}{% endmacro %}", []),
        ("", ["there is no macro 'card', which the theme imports from here"]),
        ("{% macro card(item, level=2) %}{% endmacro %}", ["macro 'card' lacks 'picture', which the theme gives"]),
        (
            "{% macro card(item, picture='', level=2) %}{% endmacro %}",
            ["macro 'card' has its parameters in another order than the theme's"],
        ),
        (
            "{% macro card(item, level, picture='') %}{% endmacro %}",
            ["macro 'card' needs 'level', which the theme does not always give"],
        ),
    ],
)
def test_an_override_s_macro_takes_what_the_theme_s_takes(own: str, mistakes: list[str]) -> None:
    assert [what for _, what, _ in unfit_macros(parse(own), parse(MACRO))] == mistakes
