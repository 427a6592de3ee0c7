import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError

from plugins.newsroom.page_parts import SectionLink
from plugins.press.render import TemplateRenderer
from plugins.press.template_problems import TemplateError, compiling_problem, errors_placed, fields_remedy
from plugins.press.theme_files import Overrides, ThemeFiles
from plugins.stet.workers import Spread
from tests.conftest import ROOT
from tests.theme import models

pytestmark = pytest.mark.slow

THEME = ROOT / "theme"
CARD = (
    '{% macro card(card, variant="second", level=2, is_first=false, shows_kicker=true, shows_picture=true) %}\n'
    "<p>\n%s</p>\n{%% endmacro %%}"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("own")


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def renderer(folder: Path) -> TemplateRenderer:
    return TemplateRenderer(THEME, overrides=Overrides((folder,)))


def said(folder: Path, line: str) -> str:
    """Return the error of a home page with a card that has this as its third line."""
    write(folder / "components/card.html", CARD.replace("%s", line).replace("%%", "%"))
    with pytest.raises(TemplateError) as caught:
        renderer(folder).render(models.home())
    return str(caught.value)


@pytest.mark.parametrize(
    ("line", "beginning"),
    [
        ("{{ card.headline }}", "3:9: card has no field 'headline'; a Card has url, title, "),
        (
            "{{ card.kicker.color }}",
            "3:16: card.kicker has no field 'color'; did you mean 'colour'? a SectionLink has ",
        ),
        (
            "{{ card.title.txt }}",
            "3:15: card.title is text and has no field 'txt'; print it as it is: {{ card.title }}",
        ),
        ("{{ crad.title }}", "3:4: 'crad' is not known here; a template has 'page' and 'words', a component "),
        ("{{ page.lang }}", "3:4: 'page' is not known here; a component does not see the page: give it "),
        ("{{ words.related.format(x=1)[0].y }}", "3:1: "),
        ("{{ 1 // 0 }}", "3:1: integer division or modulo by zero; correct this line"),
    ],
)
def test_a_mistake_names_the_publishers_file_and_line(folder: Path, line: str, beginning: str) -> None:
    assert said(folder, line).startswith(f"own/components/card.html:{beginning}")


def test_a_value_that_is_not_there_is_to_be_asked_for_first(folder: Path) -> None:
    write(folder / "base.html", "{% if page.promo == 1 %}{% endif %}\n{{ page.promo.url }}")

    with pytest.raises(TemplateError) as caught:
        renderer(folder).render(replace(models.home(), promo=None))

    assert str(caught.value) == (
        "own/base.html:2:15: page.promo is None here and has no field 'url'; ask for it first: {% if page.promo %}"
    )


def test_what_the_theme_cannot_take_is_told_where_it_was_given(folder: Path) -> None:
    source = '{% from "components/kicker.html" import kicker %}\n\n{{ kicker("Social") }}'
    write(folder / "partials/symbols.html", source)

    with pytest.raises(TemplateError) as caught:
        renderer(folder).render(models.article())

    assert str(caught.value).startswith("own/partials/symbols.html:3:1: section is text and has no field ")
    assert "(in " in str(caught.value)
    assert "theme/templates/components/kicker.html:" in str(caught.value)


def test_a_wrong_argument_is_told_where_it_was_given(folder: Path) -> None:
    write(
        folder / "partials/symbols.html",
        '{% from "components/kicker.html" import kicker %}\n{{ kicker(page.kicker, x=1) }}',
    )

    with pytest.raises(
        TemplateError, match=r"own/partials/symbols\.html:2:1: macro 'kicker' takes no keyword argument 'x'"
    ):
        renderer(folder).render(models.article())


def test_a_mistake_in_compiled_templates_of_before_has_its_line(folder: Path, tmp_path: Path) -> None:
    from plugins.press.disk_cache import ThemeCache

    write(folder / "partials/symbols.html", "\n\n{{ page.titel }}")
    for _ in range(2):
        with pytest.raises(TemplateError, match=r"own/partials/symbols\.html:3:9: "):
            TemplateRenderer(THEME, ThemeCache(tmp_path / "cache"), None, Overrides((folder,))).render(models.article())


def test_a_mistake_in_the_theme_is_told_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("theme/templates/404.html"), "\n{{ page.titel }}")

    with pytest.raises(TemplateError, match=r"theme/templates/404\.html:2:9: page has no field 'titel'; "):
        TemplateRenderer(Path("theme")).render(models.full_pages()["not found"])


def test_an_error_travels_between_processes_with_its_words(folder: Path) -> None:
    write(folder / "partials/symbols.html", "{{ page.titel }}")
    own = renderer(folder)

    with pytest.raises(TemplateError, match=r"^own/partials/symbols\.html:1:9: page has no field 'titel'; "):
        list(Spread(2).map(lambda pages: [own.render(page) for page in pages], [models.article()] * 4, 2))
    assert str(pickle.loads(pickle.dumps(TemplateError("a:1:1: b; c")))) == "a:1:1: b; c"


def test_an_error_beside_templates_stays_as_it_is() -> None:
    with pytest.raises(KeyError), errors_placed(ThemeFiles(THEME)):
        raise KeyError("x")


@pytest.mark.parametrize(
    ("field", "remedy"),
    [
        ("color", "did you mean 'colour'? a SectionLink has text, url, colour"),
        ("zzz", "a SectionLink has text, url, colour"),
    ],
)
def test_the_fields_that_there_are_are_listed(field: str, remedy: str) -> None:
    assert fields_remedy(field, SectionLink) == remedy


def test_a_mistake_for_the_compiler_has_its_line() -> None:
    error = TemplateSyntaxError("Encountered unknown tag 'blok'.", 3, "a.html", "own/a.html")

    assert str(compiling_problem(error)) == "own/a.html:3:1: encountered unknown tag 'blok'; correct this line"
