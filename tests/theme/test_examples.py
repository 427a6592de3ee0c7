"""Every component with its examples: they render, and nothing is left out."""

from dataclasses import replace

import pytest
from jinja2 import Environment, nodes

from plugins.newsroom.page_parts import Pattern
from plugins.press.environment import ThemeEnvironment
from plugins.press.examples import read_examples
from plugins.press.patterns import patterns
from plugins.press.render import TemplateRenderer
from tests.conftest import ROOT
from tests.theme import models

THEME = ROOT / "theme"
COMPONENTS = sorted(path.stem for path in (THEME / "templates" / "components").glob("*.html"))


@pytest.fixture(scope="module")
def environment() -> Environment:
    return ThemeEnvironment(THEME)


@pytest.fixture(scope="module")
def shown() -> dict[str, Pattern]:
    return {pattern.name: pattern for pattern in patterns(THEME)}


def macro(environment: Environment, component: str) -> nodes.Macro:
    source = (THEME / "templates" / "components" / f"{component}.html").read_text(encoding="utf-8")
    return next(one for one in environment.parse(source).find_all(nodes.Macro) if one.name == component)


@pytest.mark.slow
def test_every_component_is_shown(shown: dict[str, Pattern]) -> None:
    assert sorted(shown) == COMPONENTS


@pytest.mark.parametrize("component", COMPONENTS)
def test_every_component_has_a_stylesheet(component: str) -> None:
    folders = THEME / "static/css/components", THEME / "static/css/needed"

    assert component == "body" or any((folder / f"{component}.css").is_file() for folder in folders)


@pytest.mark.parametrize("folder", ["css/components", "js"])
def test_no_stylesheet_or_script_is_without_its_component(folder: str) -> None:
    assert {path.stem for path in (THEME / "static" / folder).iterdir() if path.is_file()} <= set(COMPONENTS)


@pytest.mark.parametrize("component", COMPONENTS)
def test_a_component_s_file_holds_one_macro_of_its_name(environment: Environment, component: str) -> None:
    source = (THEME / "templates" / "components" / f"{component}.html").read_text(encoding="utf-8")

    assert [one.name for one in environment.parse(source).find_all(nodes.Macro)] == [component]


@pytest.mark.parametrize("component", COMPONENTS)
def test_the_described_parameters_are_those_of_the_macro(environment: Environment, component: str) -> None:
    described = [one.name for one in read_examples(THEME / "examples" / f"{component}.toml").parameters]

    assert described == [argument.name for argument in macro(environment, component).args]


@pytest.mark.parametrize("component", COMPONENTS)
def test_every_example_of_a_component_prints_something(shown: dict[str, Pattern], component: str) -> None:
    assert [one.name for one in shown[component].examples if not one.html.strip()] == []


def test_the_pattern_page_shows_every_example_in_the_style_of_every_component(shown: dict[str, Pattern]) -> None:
    renderer = TemplateRenderer(THEME)
    page = replace(models.patterns(), patterns=tuple(shown.values()))

    html = renderer.render(page)

    assert all(example.html in html for pattern in shown.values() for example in pattern.examples)
    imported = renderer.graph.reachable("patterns.html")
    left_out = [path for name in COMPONENTS if (path := f"components/{name}.html") not in imported]
    assert [f"theme/templates/patterns.html does not import {path}" for path in left_out] == []
