from pathlib import Path

import pytest
from jinja2 import UndefinedError

from plugins.press.environment import ThemeEnvironment


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    for name, text in {
        "page.html": '{% from "card.html" import card %}\n{{ card("<b>") }}',
        "card.html": "{% macro card(title) %}<p>{{ title }}</p>{% endmacro %}{% set title = 1 %}",
        "gap.html": "{{ nothing }}",
        "lines.html": "{% if true %}\n  a\n{% endif %}\nb\n",
    }.items():
        (tmp_path / "templates").mkdir(exist_ok=True)
        (tmp_path / "templates" / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_text_is_escaped_and_markup_of_components_is_not(theme: Path) -> None:
    assert ThemeEnvironment(theme).get_template("page.html").render() == "<p>&lt;b&gt;</p>"


def test_a_component_is_imported_once(theme: Path) -> None:
    environment = ThemeEnvironment(theme)

    assert environment.component("card.html", "card") is environment.component("card.html", "card")


@pytest.mark.parametrize("name", ["title", "other"])
def test_a_name_that_is_no_macro_is_refused(theme: Path, name: str) -> None:
    with pytest.raises(UndefinedError, match=rf"card\.html has no macro '{name}'"):
        ThemeEnvironment(theme).component("card.html", name)


def test_a_name_that_nothing_defines_is_refused(theme: Path) -> None:
    with pytest.raises(UndefinedError, match="'nothing' is undefined"):
        ThemeEnvironment(theme).get_template("gap.html").render()


def test_statements_leave_no_lines_behind(theme: Path) -> None:
    assert ThemeEnvironment(theme).get_template("lines.html").render() == "  a\nb\n"
