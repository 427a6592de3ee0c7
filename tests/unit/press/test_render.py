from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import pytest

from plugins.newsroom.page_models import NotFoundPage, Page
from plugins.press.render import TemplateRenderer
from plugins.press.template_problems import TemplateError
from plugins.press.theme_files import Overrides
from tests.conftest import ROOT
from tests.theme import models


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage(NotFoundPage):
    """A page whose template each test writes."""

    template: ClassVar[str] = "plain.html"


PAGE: Page = PlainPage(path="plain.html", lang="en", site=models.SITE, head=models.head("A & B"), promo=None, latest=())


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    write(tmp_path / "templates" / "plain.html", "<title>{{ page.head.title }}</title>")
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_text_is_escaped(theme: Path) -> None:
    assert TemplateRenderer(theme).render(PAGE) == "<title>A &amp; B</title>"


def test_a_name_that_the_model_does_not_have_fails(theme: Path) -> None:
    write(theme / "templates" / "plain.html", "{{ page.titel }}")

    with pytest.raises(TemplateError, match=r"plain\.html:1:9: page has no field 'titel'; "):
        TemplateRenderer(theme).render(PAGE)


def test_a_template_gets_its_page_and_its_theme_and_nothing_else(theme: Path) -> None:
    write(theme / "templates" / "plain.html", "{{ article }}")

    with pytest.raises(TemplateError, match=r"plain\.html:1:4: 'article' is not known here; "):
        TemplateRenderer(theme).render(PAGE)


def test_the_style_of_the_parts_stands_in_the_page(theme: Path) -> None:
    write(theme / "templates" / "plain.html", '{% include "components/card.html" %}<style>{{ theme.css }}</style>')
    write(theme / "templates" / "components" / "card.html", "")
    write(theme / "static" / "css" / "components" / "card.css", ".card > a { color: red }")

    assert TemplateRenderer(theme).render(PAGE) == "<style>.card>a{color:red}</style>"


def test_a_sheet_that_few_pages_need_stands_in_those_that_do(theme: Path) -> None:
    write(theme / "static" / "css" / "needed" / "writing.css", ".prose:lang(ja) { color: red }")
    write(theme / "templates" / "plain.html", "{% for css in theme.needed_css(page.head.title) %}{{ css }}{% endfor %}")
    foreign = replace(PAGE, head=models.head('<p lang="ja">'))

    assert TemplateRenderer(theme).render(PAGE) == ""
    assert TemplateRenderer(theme).render(foreign) == ".prose:lang(ja){color:red}"


def test_a_publisher_s_stylesheet_of_a_form_stands_in_the_place_of_the_theme_s(theme: Path, tmp_path: Path) -> None:
    write(theme / "static" / "css" / "needed" / "box.css", ".box { color: red }")
    write(theme / "templates" / "components" / "box.html", "")
    template = "{{ theme.css }}|{% for css in theme.needed_css(page.head.title) %}{{ css }}{% endfor %}"
    write(theme / "templates" / "plain.html", '{% include "components/box.html" %}' + template)
    boxed = replace(PAGE, head=models.head('<aside class="part box">'))
    own = tmp_path / "own"
    write(own / "components" / "box.css", "@layer components { .box { color: green } }")

    renderer = TemplateRenderer(theme, overrides=Overrides((own,)))

    assert "color" not in renderer.render(PAGE)
    assert TemplateRenderer(theme).render(boxed) == TemplateRenderer(theme).render(PAGE) + ".box{color:red}"
    assert renderer.render(boxed) == renderer.render(PAGE) + "@layer components{.box{color:green}}"


def test_a_script_that_few_pages_need_stands_in_those_that_do(theme: Path) -> None:
    write(theme / "static" / "js" / "needed" / "embed.js", "alert ( 1 )")
    write(
        theme / "templates" / "plain.html", "{% for js in theme.needed_scripts(page.head.title) %}{{ js }}{% endfor %}"
    )
    framed = replace(PAGE, head=models.head('<button data-frame="/embeds/x/1/">'))

    assert TemplateRenderer(theme).render(PAGE) == ""
    assert TemplateRenderer(theme).render(framed) == "alert(1);"


def test_two_renderers_give_the_same_bytes() -> None:
    theme = ROOT / "theme"

    assert TemplateRenderer(theme).render(models.article()) == TemplateRenderer(theme).render(models.article())


@pytest.mark.parametrize(
    "changed",
    [
        "templates/part.html",
        "static/css/components/card.css",
        "static/css/needed/writing.css",
        "static/js/card.js",
        "static/js/needed/embed.js",
    ],
)
def test_a_fingerprint_changes_with_everything_that_its_template_reaches(theme: Path, changed: str) -> None:
    write(theme / "templates" / "plain.html", '{% include "part.html" %}{% include "components/card.html" %}')
    for name in ("templates/part.html", "templates/components/card.html"):
        write(theme / name, "")
    before = TemplateRenderer(theme).fingerprint("plain.html")

    write(theme / changed, "a { color: red }")

    assert TemplateRenderer(theme).fingerprint("plain.html") != before


@pytest.mark.parametrize("changed", ["own/plain.html", "own/part.html", "own/components/card.css", "own.css"])
def test_a_fingerprint_changes_with_the_publishers_files(theme: Path, changed: str) -> None:
    write(theme / "templates" / "part.html", "")
    for name, text in {
        "own/plain.html": '{% extends "!theme/plain.html" %}'
        '{% block a %}{% include "components/card.html" %}{% endblock %}',
        "own/part.html": "",
        "own/components/card.html": "",
        "own/components/card.css": "",
        "own.css": "",
    }.items():
        write(theme / name, text)
    write(theme / "templates" / "plain.html", '{% include "part.html" %}{% block a %}{% endblock %}')
    overrides = Overrides((theme / "own",), theme / "own.css")
    before = TemplateRenderer(theme, overrides=overrides).fingerprint("plain.html")

    text = (theme / changed).read_text(encoding="utf-8")
    write(theme / changed, f"{text}a {{ color: red }}")

    assert TemplateRenderer(theme, overrides=overrides).fingerprint("plain.html") != before


def test_a_fingerprint_does_not_change_with_what_is_outside(theme: Path) -> None:
    before = TemplateRenderer(theme).fingerprint("plain.html")

    write(theme / "templates" / "other.html", "new")
    write(theme / "static" / "css" / "components" / "other.css", "a { color: red }")

    assert TemplateRenderer(theme).fingerprint("plain.html") == before
