from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from plugins.newsroom.page_models import Page
from plugins.newsroom.words.catalogues import english
from plugins.press.environment import ThemeEnvironment
from plugins.press.examples import example_files, read_examples, render_examples
from plugins.press.fast_codegen import printed
from plugins.press.render import TemplateRenderer
from tests.conftest import ROOT
from tests.theme import models

THEME = ROOT / "theme"
PAGES = {f"full {name}": page for name, page in models.full_pages().items()}
PAGES |= {f"minimal {name}": page for name, page in models.minimal_pages().items()}


class Marked:
    def __html__(self) -> str:
        return "<b>marked</b>"


@pytest.fixture(scope="module")
def plain() -> Environment:
    """The theme as Jinja compiles it by itself."""
    environment = Environment(
        loader=FileSystemLoader(THEME / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["words"] = english()
    return environment


@pytest.fixture(scope="module")
def renderer() -> TemplateRenderer:
    return TemplateRenderer(THEME)


def rendered(source: str, **values: object) -> str:
    environment = ThemeEnvironment(THEME)
    environment.loader = DictLoader({"page.html": source})
    return environment.get_template("page.html").render(values)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_plain_jinja_makes_of_it(plain: Environment, renderer: TemplateRenderer, name: str) -> None:
    page: Page = PAGES[name]
    expected = plain.get_template(page.template).render(page=page, theme=renderer.theme(page.template))

    assert renderer.render(page) == expected
    assert renderer.render(page) == expected


@pytest.mark.parametrize("path", example_files(THEME), ids=lambda path: path.stem)
def test_an_example_is_what_plain_jinja_makes_of_it(plain: Environment, renderer: TemplateRenderer, path: Path) -> None:
    file = read_examples(path)

    assert render_examples(renderer.environment, file) == render_examples(plain, file)


@pytest.mark.parametrize(
    "value", ["plain", "a & b", "<i>", "a > b", 'say "so"', "it's", "", Markup("<i>"), Markup(""), 7, True, Marked()]
)
def test_what_is_printed_is_what_escape_returns(value: object) -> None:
    assert printed(value) == escape(value)


def test_equal_text_and_markup_are_not_printed_alike() -> None:
    assert Markup("<i>") == "<i>"
    assert printed(Markup("<i>")) != printed("<i>")


def test_what_the_theme_does_not_use_works_as_jinja_has_it() -> None:
    source = (
        "{% macro item() %}<li>{{ caller() }}</li>{% endmacro %}"
        "{% call item() %}{{ words|join(', ')|upper }}{% endcall %}"
        "{% autoescape false %}{{ words[1] }}{% endautoescape %}{{ words[0] }}"
        "{{ 'a-b'.split('-')[1] }}{{ table.class }}{{ dict(**table).key }}"
    )

    assert rendered(source, words=["x", "<"], table={"key": 1, "class": 2}) == "<li>X, &lt;</li><xb21"


def test_a_macro_that_is_not_there_is_named() -> None:
    with pytest.raises(UndefinedError, match=r"components/kicker\.html has no macro 'kiker'"):
        ThemeEnvironment(THEME).component("components/kicker.html", "kiker")
