import pytest
from jinja2 import Environment

from plugins.press.overrides.field_types import component_types, names_of_page, page_classes, unknown_fields
from tests.conftest import ROOT

THEME = ROOT / "theme"


def told(source: str, template: str = "article.html") -> list[str]:
    """Return the reads of fields that no value there can have."""
    found = unknown_fields(Environment().parse(source), names_of_page(template))
    return [f"{each.reader}.{each.field} of {each.kind.__name__}" for each in found]


def test_every_kind_of_page_is_known() -> None:
    assert {"article.html", "index.html", "404.html"} <= {kind.template for kind in page_classes()}


@pytest.mark.parametrize(
    ("source", "problems"),
    [
        ("{{ page.titel }}", ["page.titel of ArticlePage"]),
        ("{{ page.site.home_ulr }}", ["page.site.home_ulr of Site"]),
        ("{% for card in page.related %}{{ card.headline }}{% endfor %}", ["card.headline of Card"]),
        ("{{ page.related[0].headline }}", ["….headline of Card"]),
        ("{% for card in page.related[:3] %}{{ card.headline }}{% endfor %}", ["card.headline of Card"]),
        ("{{ (page.related|first).headline }}", ["….headline of Card"]),
        ("{% set first = page.kicker %}{{ first.name }}", ["first.name of SectionLink"]),
        ("{% if page.updated %}{{ page.updated.isoo }}{% endif %}", ["page.updated.isoo of Moment"]),
        ("{% block main %}{{ page.headline }}{% endblock %}", ["page.headline of ArticlePage"]),
        ("{% for part in page.body %}{{ part.url }}{{ part.html }}{{ part.text }}{% endfor %}", ["part.text of Prose"]),
    ],
)
def test_fields_that_there_are_not_are_found(source: str, problems: list[str]) -> None:
    assert told(source) == problems


@pytest.mark.parametrize(
    "source",
    [
        "{{ page.template }}",
        "{{ page.title_html.upper() }}",
        "{{ unknown.field }}{{ loop.index }}",
        "{% for name, value in unknown.items() %}{{ value.x }}{% endfor %}",
        "{% for card in page.related %}{{ loop.index }}{{ card.title }}{% endfor %}",
        "{% set x = page.kicker %}{% set x = page.site %}{{ x.anything }}",
        "{% with kicker = page.kicker %}{{ kicker.anything }}{% endwith %}",
        "{% macro mine(page) %}{{ page.anything }}{% endmacro %}",
    ],
)
def test_what_may_be_right_is_no_mistake(source: str) -> None:
    assert told(source) == []


def test_a_part_of_several_kinds_of_pages_may_read_what_any_of_them_has() -> None:
    assert told("{{ page.kicker }}{{ page.seconds }}{{ page.nothing }}", "base.html") == ["page.nothing of ArticlePage"]


def test_a_component_s_argument_has_the_type_of_its_examples() -> None:
    tree = Environment().parse("{% macro card(card) %}{{ card.headline }}{{ card.title }}{% endmacro %}")

    found = list(unknown_fields(tree, {}, {"card": component_types(THEME, "card")}))

    assert [each.field for each in found] == ["headline"]
    assert component_types(THEME, "own_component") == {}
