import pytest
from jinja2 import DictLoader, Environment, TemplateNotFound

from plugins.press.template_graph import TemplateGraph


def environment(**sources: str) -> Environment:
    return Environment(loader=DictLoader({f"{name}.html": source for name, source in sources.items()}), autoescape=True)


def test_a_template_reaches_what_it_extends_includes_and_imports() -> None:
    sources = environment(
        page='{% extends "base.html" %}{% from "card.html" import card %}',
        base='{% include "head.html" %}',
        card='{% import "kicker.html" as kicker %}',
        head="",
        kicker="",
        other="",
    )

    reachable = TemplateGraph(sources).reachable("page.html")

    assert reachable == ("base.html", "card.html", "head.html", "kicker.html", "page.html")


def test_templates_that_reach_one_another_end_all_the_same() -> None:
    sources = environment(a='{% import "b.html" as b %}', b='{% import "a.html" as a %}')

    assert TemplateGraph(sources).reachable("a.html") == ("a.html", "b.html")


def test_a_computed_name_is_refused() -> None:
    sources = environment(page="{% include page.part %}")

    with pytest.raises(ValueError, match=r"page\.html: computes the name of a template; names in include"):
        TemplateGraph(sources).reachable("page.html")


def test_a_template_that_is_not_there_is_named() -> None:
    with pytest.raises(TemplateNotFound, match=r"lost\.html"):
        TemplateGraph(environment(page='{% include "lost.html" %}')).reachable("page.html")
