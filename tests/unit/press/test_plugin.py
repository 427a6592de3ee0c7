import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from plugins.newsroom.articles import Publication
from plugins.newsroom.brand import Brand
from plugins.newsroom.page_models import THEME as THEME_RENDERER
from plugins.newsroom.spaces import SITE
from plugins.press.inline import inline_hashes
from plugins.press.overrides import check_overrides
from plugins.press.plugin import check_settings, note_inline_blocks, offer_press
from plugins.press.render import TemplateRenderer
from plugins.stet.build_report import BuildReport
from plugins.stet.outputs import Kind
from plugins.stet.plugin import run_of
from tests.conftest import ROOT
from tests.theme import models
from tests.tools.chance import thinned
from tests.tools.edge import running
from tests.values import BRAND, publication

pytestmark = pytest.mark.slow

THEME = ROOT / "theme"


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    return Path(shutil.copytree(THEME, tmp_path / "theme"))


Press = Callable[..., BuildReport]


@pytest.fixture
def press(tmp_path: Path, theme: Path) -> Press:
    """Builds what the press offers, without any page of others."""

    def build(newsroom: Publication | None = None, brand: Brand = BRAND, **settings: Any) -> BuildReport:
        own = {"THEME": str(theme), "DELETE_OUTPUT_DIRECTORY": True, "OUTPUT_RETENTION": []}
        with running(tmp_path, {"publication": newsroom or publication(), "brand": brand}, **own, PRESS=settings) as (
            engine,
            generator,
        ):
            engine.offer_constant(SITE, models.SITE)
            offer_press([generator])
            return engine.build()

    return build


def test_a_fixed_file_of_the_theme_is_handed_on_alone_when_it_changes(
    press: Press, theme: Path, tmp_path: Path
) -> None:
    for name in ("one.pdf", "other.pdf"):
        (theme / "static" / name).write_bytes(b"old")
    press()
    (theme / "static" / "one.pdf").write_bytes(b"new")

    assert list(press().written) == ["assets/one.pdf"]
    folder = tmp_path / "output" / "assets"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"one.pdf": b"new", "other.pdf": b"old"}


def test_the_publications_own_rules_change_every_page(press: Press) -> None:
    press(patterns=True)
    coloured = replace(BRAND, style="@layer publisher{:root{--accent:#0058a3}}")

    assert list(press(brand=coloured, patterns=True).written) == ["patterns/index.html"]
    assert list(press(brand=coloured, patterns=True).written) == []


def test_the_pattern_page_is_for_those_who_ask_for_it(press: Press, tmp_path: Path) -> None:
    place = tmp_path / "output" / "patterns" / "index.html"
    press(patterns=True)
    was_there = place.is_file()

    press()

    assert (was_there, place.exists()) == (True, False)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("changed", "old", "new"),
    thinned(
        [
            ("examples/kicker.toml", 'description = "', 'description = "New: '),
            ("templates/components/kicker.html", "class=", 'data-new="1" class='),
            ("static/css/components/kicker.css", ".kicker", ".new, .kicker"),
        ],
        "files of the theme",
    ),
)
def test_the_pattern_page_follows_every_file_of_the_theme(
    press: Press, theme: Path, changed: str, old: str, new: str
) -> None:
    press(patterns=True)
    again = press(patterns=True)
    text = (theme / changed).read_text(encoding="utf-8")

    (theme / changed).write_text(text.replace(old, new), encoding="utf-8")

    assert list(again.written) == []
    assert list(press(patterns=True).written) == ["patterns/index.html"]


def test_compiled_templates_lie_beside_the_output_not_in_it(press: Press, tmp_path: Path) -> None:
    press(patterns=True)

    assert list((tmp_path / "output.stet" / "theme").iterdir()) != []
    assert not (tmp_path / "output" / "theme").exists()


def test_a_build_says_which_styles_and_scripts_the_pages_of_its_kinds_may_have(tmp_path: Path, theme: Path) -> None:
    settings: dict[str, Any] = {"THEME": str(theme), "PRESS": {"patterns": False}}
    with running(tmp_path, {"publication": publication(), "brand": BRAND}, **settings) as (engine, generator):
        offer_press([generator])
        for name, template in {"article": "article.html", "text page": "page.html"}.items():
            kind = Kind(make=lambda view, output: None, renderer=THEME_RENDERER, template=template)
            engine.offer_kinds({name: kind})

        note_inline_blocks(SimpleNamespace(settings=generator.settings))

        expected = inline_hashes([TemplateRenderer(theme)], ["article.html", "page.html"])
        assert json.loads(engine.notes["styles"]) == expected["styles"]
        assert json.loads(engine.notes["scripts"]) == expected["scripts"]
        needed = TemplateRenderer(theme).theme("page.html").scripts
        assert len(expected["scripts"]) == 1 + len(needed)


def test_own_templates_are_checked_once_until_they_change(
    tmp_path: Path, theme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = tmp_path / "brand/templates/article.html"
    article.parent.mkdir(parents=True)
    article.write_text("{{ page.titel }}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def check() -> list[str]:
        with running(tmp_path, THEME=str(theme), PATH=str(tmp_path), DEFAULT_LANG="en") as (_, generator):
            check_settings(SimpleNamespace(settings=generator.settings))
            return [str(problem).split(";")[0] for problem in run_of(generator.settings).problems]

    told = "brand/templates/article.html:1:9: page has no field 'titel'"
    assert check() == [told]
    with monkeypatch.context() as patch:
        patch.setattr(check_overrides, "override_problems", lambda _: [])
        assert check() == [told]

    article.write_text("{{ page.title_html }}", encoding="utf-8")
    assert check() == []
