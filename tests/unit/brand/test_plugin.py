from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from plugins.brand import make_brand
from plugins.brand.plugin import check_settings, read_brand
from plugins.newsroom.brand import Brand
from plugins.newsroom.problems import Problem
from plugins.stet.engine import Engine
from plugins.stet.plugin import run_of
from tests.conftest import ROOT
from tests.tools.edge import digests_of, running

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h1z"/></svg>'


@contextmanager
def read(tmp_path: Path, **settings: Any) -> Iterator[tuple[Engine, Brand, list[Problem]]]:
    """Yield the engine of a run whose look was read, the look, and the problems of it."""
    own = {"SITENAME": "Kabar", "PATH": str(tmp_path / "content"), "THEME": str(ROOT / "theme"), **settings}
    with running(tmp_path, **own) as (engine, generator):
        problems = [*read_brand(generator.settings)]
        yield engine, run_of(generator.settings).brand, problems


def put(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / "content" / "brand" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_run_knows_the_look(tmp_path: Path) -> None:
    put(tmp_path, "wordmark.svg", DRAWING)

    with read(tmp_path, BRAND={"accent": "#0058a3"}) as (engine, brand, problems):
        assert 'aria-label="Kabar"' in brand.wordmark.drawing_html
        assert "#0058a3" in brand.style
        assert problems == []
        assert [*digests_of(engine)["brand file"]] == ["assets/favicon.svg"]
        assert engine.notes["has_face"] == "false"


def test_a_look_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "wordmark.svg", DRAWING)
    put(tmp_path, "icon.svg", "<svg/>")
    with read(tmp_path, BRAND={"accent": "#fffc00"}) as (engine, first, told):
        engine.keep_sources()
    monkeypatch.setattr(make_brand, "make_brand", None)

    with read(tmp_path, BRAND={"accent": "#fffc00"}) as (_, second, again):
        assert (second, again) == (first, told)
    assert len(told) == 2


@pytest.mark.parametrize(
    ("name", "text", "settings"),
    [
        ("wordmark.svg", DRAWING.replace("0h1", "0h2"), {}),
        ("share.png", "x", {}),
        ("wordmark.svg", DRAWING, {"SITENAME": "Other"}),
        ("wordmark.svg", DRAWING, {"SITEURL": "https://example.test/news"}),
        ("wordmark.svg", DRAWING, {"BRAND": {"accent": "#0058a3"}}),
        ("wordmark.svg", DRAWING, {"THEME": "nowhere"}),
    ],
)
def test_everything_that_a_look_is_made_of_makes_another(
    tmp_path: Path, name: str, text: str, settings: dict[str, Any]
) -> None:
    put(tmp_path, "wordmark.svg", DRAWING)
    with read(tmp_path) as (_, before, told):
        pass
    put(tmp_path, name, text)

    with read(tmp_path, **settings) as (_, after, said):
        assert (after, said) != (before, told)


def test_remarks_stand_at_their_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pelicanconf.py").write_text('NAME = ""\nBRAND = {"accent": "#fffc00"}\n', encoding="utf-8")

    with read(tmp_path, BRAND={"accent": "#fffc00"}) as (_, _, problems):
        [problem] = problems
        assert str(problem).startswith("pelicanconf.py:2:20: warning: BRAND.accent: '#fffc00' becomes '#717000'")


def test_a_setting_that_cannot_be_read_leaves_the_folder_alone(tmp_path: Path) -> None:
    with running(tmp_path, BRAND={"accent": "blue"}) as (_, generator):
        check_settings(SimpleNamespace(settings=generator.settings))
        run = run_of(generator.settings)

        assert [problem.what.partition(":")[0] for problem in run.problems] == ["BRAND.accent"]
        assert run.readings == []
