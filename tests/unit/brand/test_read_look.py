from pathlib import Path
from typing import Any

import pytest

from plugins.brand import make_brand
from tests.unit.brand.test_plugin import DRAWING, put, read


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
    with read(tmp_path) as (engine, before, told):
        engine.keep_sources()
    put(tmp_path, name, text)

    with read(tmp_path, **settings) as (_, after, said):
        assert (after, said) != (before, told)


def test_remarks_stand_at_their_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pelicanconf.py").write_text('NAME = ""\nBRAND = {"accent": "#fffc00"}\n', encoding="utf-8")

    with read(tmp_path, BRAND={"accent": "#fffc00"}) as (_, _, problems):
        [problem] = problems
        assert str(problem).startswith("pelicanconf.py:2:20: warning: BRAND.accent: '#fffc00' becomes '#717000'")
