from pathlib import Path

import pytest
from jinja2 import Environment

from plugins.press import bytecode as compiled
from plugins.press.disk_cache import ThemeCache
from plugins.press.environment import ThemeEnvironment
from plugins.press.render import TemplateRenderer
from tests.conftest import ROOT
from tests.theme import models

THEME = ROOT / "theme"


@pytest.fixture
def cache(tmp_path: Path) -> ThemeCache:
    return ThemeCache(tmp_path / "cache")


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def forbid_compiling(monkeypatch: pytest.MonkeyPatch) -> None:
    def compile_template(*_: object, **__: object) -> None:
        raise AssertionError("a template was compiled")

    monkeypatch.setattr(Environment, "compile", compile_template)
    monkeypatch.setattr(Environment, "parse", compile_template)


def test_a_second_process_compiles_nothing_and_prints_the_same(
    cache: ThemeCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = TemplateRenderer(THEME, cache).render(models.article())

    forbid_compiling(monkeypatch)

    assert TemplateRenderer(THEME, cache).render(models.article()) == before


def test_a_prepared_renderer_compiles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    renderer = TemplateRenderer(THEME)
    renderer.prepare("article.html")

    forbid_compiling(monkeypatch)

    assert renderer.render(models.article())


def test_only_what_the_page_is_made_of_is_compiled(cache: ThemeCache, tmp_path: Path) -> None:
    renderer = TemplateRenderer(THEME, cache)

    renderer.render(models.minimal_pages()["not found"])

    compiled = [path for path in (tmp_path / "cache").iterdir() if path.name.startswith("template-")]
    assert len(compiled) == len(renderer.graph.reachable("404.html"))


def test_a_changed_template_is_compiled_again(cache: ThemeCache, tmp_path: Path) -> None:
    source = tmp_path / "theme" / "templates" / "page.html"
    write(source, "old")
    assert ThemeEnvironment(tmp_path / "theme", cache).get_template("page.html").render() == "old"

    write(source, "new")

    assert ThemeEnvironment(tmp_path / "theme", cache).get_template("page.html").render() == "new"


def test_other_options_are_compiled_apart(cache: ThemeCache, tmp_path: Path) -> None:
    write(tmp_path / "templates" / "page.html", "{{ text }}")
    assert ThemeEnvironment(tmp_path, cache).get_template("page.html").render(text="<") == "&lt;"

    other = ThemeEnvironment(tmp_path, cache)
    other.autoescape = False

    assert other.get_template("page.html").render(text="<") == "<"


@pytest.mark.parametrize("what", ["version", "MAGIC_NUMBER"])
def test_code_of_another_compiler_is_not_used(
    cache: ThemeCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    write(tmp_path / "templates" / "page.html", "text")
    ThemeEnvironment(tmp_path, cache).get_template("page.html")

    monkeypatch.setattr(compiled, what, {"version": lambda name: "99", "MAGIC_NUMBER": b"99"}[what])
    ThemeEnvironment(tmp_path, cache).get_template("page.html")

    assert len(list((tmp_path / "cache").iterdir())) == 2


def test_damaged_entries_are_made_again(cache: ThemeCache, tmp_path: Path) -> None:
    before = TemplateRenderer(THEME, cache).render(models.article())
    for path in (tmp_path / "cache").iterdir():
        path.write_bytes(path.read_bytes()[:-20])

    assert TemplateRenderer(THEME, cache).render(models.article()) == before
    assert TemplateRenderer(THEME, cache).render(models.article()) == before
