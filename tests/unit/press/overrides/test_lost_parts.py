import pytest
from jinja2 import Environment

from plugins.press.overrides.lost_parts import block_names, lost_parts


def told(source: str) -> list[tuple[int, str]]:
    return [(line, what) for line, what, _ in lost_parts(Environment().parse(source), {"main", "style"})]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("\n\n<p>Lost.</p>", 3),
        ("\n{{ page.title }}", 2),
        ("\n{% include 'note.html' %}", 2),
        ("\n{% if page %}\n{{ page.title }}{% endif %}", 3),
    ],
)
def test_what_stands_outside_of_blocks_is_told(source: str, line: int) -> None:
    assert told(f'{{% extends "base.html" %}}{source}') == [(line, "stands outside of blocks, and is never shown")]


def test_a_block_that_is_not_extended_is_told_with_the_one_that_was_meant() -> None:
    tree = Environment().parse('{% extends "base.html" %}\n{% block maim %}{% endblock %}')

    ((line, what, remedy),) = lost_parts(tree, {"main"})

    assert (line, what) == (2, "what it extends has no block 'maim', so this one is never shown")
    assert "'main'" in remedy


@pytest.mark.parametrize(
    "source",
    [
        "<p>No block is needed here.</p>",
        '{# From #}{% extends "base.html" %}\n{% set a = 1 %}{% macro b() %}B{% endmacro %}\n'
        '{% from "c.html" import c %}{% if a %}{% set d = 2 %}{% endif %}'
        "{% block main %}{% block own %}{{ b() }}{% endblock %}{% endblock %}\n",
    ],
)
def test_what_has_an_effect_is_not_told(source: str) -> None:
    assert told(source) == []


def test_blocks_inside_of_blocks_count() -> None:
    assert block_names(Environment().parse("{% block a %}{% block b %}{% endblock %}{% endblock %}")) == {"a", "b"}
